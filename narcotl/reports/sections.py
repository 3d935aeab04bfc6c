"""The lists that cards and profiles are made of: citations, claims, positions, figures, sources."""

from collections.abc import Iterable, Sequence
from functools import partial

from narcotl.plural import counted
from narcotl.reports import cells
from narcotl.reports.chains import addresses, linked, read_works, titled, works
from narcotl.reports.records import Records
from narcotl.reports.report import Column, Report, Row, Tone
from narcotl.reports.tallies import Tally, tallies

POLARITY = {"+": "for", "0": "between", "-": "against"}


def said(row: Row) -> str:
    """Write when a position was taken."""
    return str(row["said"]["text"]) if row["said"] else "undated"


def standing(tally: Row) -> str:
    """Write how the positions on a claim stand where there is little room: without counts of nothing."""
    counts = (f"{tally[side]} {side}" for side in POLARITY.values() if tally[side])
    origins = counted(tally["origins"], "origin")
    return f"{'contested: ' if tally['contested'] else ''}{', '.join(counts)}; {origins}"


CLAIM_COLUMNS = (
    Column(key="proposition", heading="Claim", cell=cells.title, brief=cells.brief_title, least=30),
    Column(
        key="tally",
        heading="Positions",
        cell=lambda row: str(row["tally"]["text"]),
        brief=lambda row: standing(row["tally"]),
        least=20,
    ),
)

POSITION_COLUMNS = (
    Column(
        key="said",
        heading="Said",
        cell=said,
        brief=lambda row: cells.shortened(said(row)),
        tone=Tone.DATE,
        least=10,
    ),
    Column(
        key="actor",
        heading="Who",
        cell=lambda row: cells.name(row["actor"]),
        brief=lambda row: cells.brief_name(row["actor"]),
        least=10,
    ),
    Column(key="stance", heading="Stance", cell=lambda row: f"{row['polarity']} {row['stance']}", least=10),
    Column(key="claim", heading="Claim", cell=lambda row: str(row["claim"]["name"]), least=24),
)

FIGURE_COLUMNS = (
    Column(key="period", heading="Period", cell=cells.date, brief=cells.brief_date, tone=Tone.DATE, least=8),
    Column(key="measure", heading="Measure", cell=lambda row: cells.name(row["measure"]), least=14),
    Column(key="region", heading="Where", cell=lambda row: cells.name(row["region"]), least=8),
    Column(key="value", heading="Value", cell=cells.value, tone=Tone.NUMBER, least=12),
    Column(
        key="agency",
        heading="Agency",
        cell=lambda row: cells.name(row["agency"]),
        brief=lambda row: cells.brief_name(row["agency"]),
        least=8,
    ),
)

SOURCE_COLUMNS = (
    Column(key="issued", heading="Issued", cell=cells.date, brief=cells.brief_date, tone=Tone.DATE, least=10),
    Column(key="title", heading="Source", cell=cells.title, brief=cells.brief_title, works=titled, least=24),
    Column(
        key="author",
        heading="By",
        cell=lambda row: cells.names(row["author"]),
        brief=lambda row: ", ".join(map(cells.brief_name, row["author"])),
        least=10,
    ),
    Column(key="read", heading="Read", cell=lambda row: "yes" if row["read"] else "cited", least=5),
)


def citations(records: Records, rows: Iterable[Row], title: str = "Sources") -> Report:
    """List the chains of sources that a record rests on."""
    cited = tuple(rows)
    read = read_works(records, cited)
    columns = (
        Column(key="source", heading="Source", cell=lambda row: linked(row, read), works=works, least=24),
        Column(key="locator", heading="Where in it", cell=lambda row: str(row.get("locator") or ""), least=10),
        Column(key="confidence", heading="Confidence", cell=lambda row: str(row.get("confidence") or ""), least=6),
    )
    return Report(title=title, columns=columns, rows=cited, empty="", addresses=partial(addresses, records))


def claims(records: Records, ids: Sequence[str], title: str) -> Report:
    """List claims, each with how its positions stand."""
    return Report(title=title, columns=CLAIM_COLUMNS, rows=with_tallies(records, ids), empty="", kind="claim")


def with_tallies(records: Records, ids: Sequence[str]) -> list[Row]:
    """Give claims with their tallies."""
    counted = tallies(records, ids)
    return [{**claim, "tally": counted.get(claim["id"], Tally()).to_json()} for claim in records.get(ids)]


def figures(rows: Iterable[Row], title: str = "Figures") -> Report:
    """List figures."""
    return Report(
        title=title,
        columns=FIGURE_COLUMNS,
        rows=tuple(rows),
        empty="",
        kind="figure",
        footer=cells.legend,
        brief=cells.brief_legend,
    )


def sources(rows: Iterable[Row], title: str) -> Report:
    """List sources."""
    listed = tuple(rows)
    found = {row["id"]: row.get("url") or row.get("archive_url") or "" for row in listed}
    return Report(title=title, columns=SOURCE_COLUMNS, rows=listed, empty="", addresses=lambda _: found)
