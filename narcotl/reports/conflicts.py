"""What does not fit together in a store: figures that conflict or miss each other, and claims set against claims."""

from collections import Counter
from collections.abc import Collection, Iterator
from itertools import chain, islice

from narcotl.model.vocab.figure import Verdict
from narcotl.plural import counted
from narcotl.reports import cells
from narcotl.reports.opposed import VERDICTS as OF_CLAIMS
from narcotl.reports.opposed import opposed
from narcotl.reports.pairs import VERDICTS as OF_FIGURES
from narcotl.reports.pairs import Pairs
from narcotl.reports.records import Records
from narcotl.reports.report import Column, Report, Row, Tone, Width
from narcotl.reports.verdicts import IN_SCOPE
from narcotl.select.selection import Selection, Sort

VERDICTS = (*OF_FIGURES, *OF_CLAIMS)
"""Everything that can come out when two figures or two claims meet."""

FIRST = (
    *(Verdict.CONFLICT.value, *OF_CLAIMS, Verdict.REVISION.value, Verdict.OTHER_SIDE_MISSING.value),
    *(Verdict.DIFFERENT_SCOPE.value, Verdict.NOT_COMPARABLE.value, Verdict.AGREE.value),
)
"""The order in which verdicts are listed: what is at odds before what cannot be compared."""

FOLDED = Verdict.DIFFERENT_SCOPE.value
"""The verdict of which a terminal only tells how often it comes, unless it is asked for."""

USUAL = (Verdict.CONFLICT.value, Verdict.DIFFERENT_SCOPE.value, Verdict.OTHER_SIDE_MISSING.value, *OF_CLAIMS)
"""The verdicts that are listed if none is asked for."""

WAYS = ("for", "against", "between")
"""How positions on a claim count."""


def what(row: Row) -> str:
    """Write what a pair is about."""
    return "two claims" if row["of"] == "claim" else marked(row, f"{cells.name(row['measure'])}, {place(row)}")


def where(row: Row) -> str:
    """Write the place and period of a pair, where the measure is told above it."""
    return marked(row, place(row))


def place(row: Row) -> str:
    """Write a place and period without marks."""
    return f"{cells.name(row['region'])}, {row['period']['text']}"


def marked(row: Row, text: str, possible: str = cells.POSSIBLE) -> str:
    """Add the marks of a pair to a text."""
    dagger = cells.DAGGER if row.get("corrections") else ""
    return f"{possible} {text}{dagger}" if row["match"] == "possible" else f"{text}{dagger}"


def brief_what(row: Row) -> str:
    """Write what a pair is about where there is little room."""
    return (
        what(row) if row["of"] == "claim" else marked(row, f"{cells.name(row['measure'])}, {place(row)}", cells.MAYBE)
    )


def brief_where(row: Row) -> str:
    """Write the place and period of a pair where there is little room and the measure is told above it."""
    return marked(row, place(row), cells.MAYBE)


def said(side: Row) -> str:
    """Write one side of a pair: the figure and who gives it, or the claim and how its positions stand."""
    if "tally" in side:
        tally = side["tally"]
        return f"{side['text']} ({tally['for']} for, {tally['against']} against, {tally['between']} between)"
    return f"{side['by']}: {side['text']}"


def brief_said(side: Row) -> str:
    """Write the same where there is little room: an agency by its acronym, a claim without counts of nothing."""
    if "tally" in side:
        tally = side["tally"]
        counts = (f"{tally[way]} {way}" for way in WAYS if tally[way])
        return f"{side['text']} ({', '.join(counts)})"
    return f"{cells.brief_name(side['agency']) or side['by']}: {side['text']}"


def why(row: Row) -> str:
    """Write the difference, or what else there is to say of a pair."""
    apart = row["difference"]
    if apart is None:
        return str(row["reason"])
    return f"differ by {apart['text']}" if apart["absolute"] else "touch, and one leaves that number out"


def brief_why(row: Row) -> str:
    """Write the same where there is little room: the two scopes alone, since the verdict says that they differ."""
    return why(row).removeprefix(IN_SCOPE)


def side(key: str, heading: str) -> Column:
    """Make the column of what one of the two says."""
    return Column(
        key=f"{key}.text",
        heading=heading,
        cell=lambda row: said(row[key]),
        brief=lambda row: brief_said(row[key]),
        tone=Tone.NAME,
        least=12,
    )


def path(key: str, heading: str) -> Column:
    """Make a column that only formats for programs show."""
    return Column(key=key, heading=heading, cell=lambda _: "", width=Width.NEVER)


COLUMNS = (
    Column(key="verdict", heading="Verdict", cell=lambda row: str(row["verdict"]), least=10),
    Column(key="measure.name", heading="What", cell=what, brief=brief_what, least=14),
    path("region.name", "Where"),
    path("period.edtf", "Period"),
    path("one.id", "One id"),
    side("one", "One"),
    path("other.id", "Other id"),
    side("other", "Other"),
    path("difference.absolute", "Difference"),
    path("difference.percent", "Percent"),
    path("difference.unit", "Unit"),
    Column(key="reason", heading="Why", cell=why, brief=brief_why, least=16),
    path("match", "Match"),
)


PARTS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("of", "verdict", "reason", "match"), ("",)),
    **dict.fromkeys(("measure", "region"), ("", "id", "name")),
    "period": ("", "edtf", "text", "earliest", "latest", "precision"),
    **dict.fromkeys(("one", "other"), ("", "id", "name", "by", "text", "note", "agency", "agency.id", "tally")),
    "difference": ("", "absolute", "percent", "unit", "text"),
    "corrections": ("", "id", "says", "should_be", "certainty"),
}
FIELDS = tuple(f"{key}.{part}" if part else key for key, parts in PARTS.items() for part in parts)
"""What `--fields` can name in a list of pairs."""


def summary(rows: list[Row]) -> str:
    """Count the pairs, and how many there are of each verdict."""
    verdicts = Counter(row["verdict"] for row in rows)
    parts = ", ".join(f"{verdicts[verdict]} {verdict}" for verdict in FIRST if verdicts[verdict])
    return f"{counted(len(rows), 'pair')}: {parts}"


def of_different_scope(row: Row) -> bool:
    """Tell whether a terminal only counts a pair."""
    return bool(row["verdict"] == FOLDED)


def pair_list(title: str, rows: Iterator[Row], empty: str, limit: int | None = None) -> Report:
    """List pairs, at most so many; how many there would be is found by judging the rest."""
    shown: list[int] = []

    def passed_on() -> Iterator[Row]:
        for row in islice(rows, limit):
            shown.append(1)
            yield row

    return Report(
        title=title,
        columns=COLUMNS,
        rows=passed_on(),
        empty=empty,
        footer=cells.legend,
        brief=cells.brief_legend,
        summary=summary,
        total=None if limit is None else lambda: len(shown) + sum(1 for _ in rows),
    )


def conflicts(
    records: Records, figures: Selection | None, claims: Selection | None, verdicts: Collection[str], title: str
) -> Report:
    """List the pairs with these verdicts, those at odds first; None leaves figures or claims out."""
    met = Pairs(records).met(figures) if figures and not set(OF_FIGURES).isdisjoint(verdicts) else iter(())
    against = opposed(records, claims) if claims and not set(OF_CLAIMS).isdisjoint(verdicts) else iter(())
    rows: Iterator[Row] = (row for row in chain(met, against) if row["verdict"] in verdicts)
    order = figures or claims
    if len(set(verdicts)) > 1:
        backwards = order is not None and order.reverse and order.sort is Sort.STATUS
        rows = iter(sorted(rows, key=lambda row: FIRST.index(row["verdict"]), reverse=backwards))
    empty = "No pair fits. --verdict all shows also those that agree."
    listed = pair_list(title, rows, empty, order.limit if order else None)
    if tuple(verdicts) != USUAL:
        return listed
    return listed.but(
        folded=of_different_scope,
        rest="--verdict different-scope lists those of different scope, --wide all",
    )
