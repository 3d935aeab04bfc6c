"""What the store does not know: unknown dates, missing figures, single origins, unanswered allegations, empty years."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import NamedTuple

from narcotl.dates import ENDLESS_FUTURE, ENDLESS_PAST
from narcotl.model.vocab.gap import Gap
from narcotl.reports import cells
from narcotl.reports.records import Records
from narcotl.reports.report import Column, Report, Row, Tone, Width
from narcotl.select.batches import batches, marks
from narcotl.select.selection import Selection, Sort
from narcotl.select.sql import Expression

ORDER = {Sort.DATE: "sort", Sort.NAME: "name", Sort.ID: "id", Sort.STATUS: "status", Sort.TYPE: "type"}

ANSWERS = ("finds", "confirms", "acknowledges", "qualifies", "questions", "no-comment")
ANSWERS_AGAINST = ("denies", "disputes", "refutes", "retracts", "implies-contrary")
"""The stances that answer an allegation, whatever they say to it."""

UNDATED = f"p.earliest = {ENDLESS_PAST} AND p.latest = {ENDLESS_FUTURE}"
"""The condition that a position `p` has no date: one such leaves the whole claim without a first and a last day."""


class Question(NamedTuple):
    """Which records of a kind have a gap: a condition on records `r`, and what is said of each."""

    gap: Gap
    kinds: tuple[str, ...]
    condition: str
    text: str


QUESTIONS = (
    Question(
        Gap.UNKNOWN_DATE,
        ("event", "claim", "figure", "source"),
        # Two positions with one end each leave a claim without both, and yet something is known of each.
        f"(r.spans = 0 OR (r.earliest = {ENDLESS_PAST} AND r.latest = {ENDLESS_FUTURE} AND (r.kind <> 'claim' "
        f"OR EXISTS (SELECT 1 FROM positions p WHERE p.record = r.id AND {UNDATED}))))",
        f"CASE WHEN EXISTS (SELECT 1 FROM positions p WHERE p.record = r.id AND NOT ({UNDATED})) "
        "THEN 'no date is known for what is said by ' || (SELECT GROUP_CONCAT(name, ', ') FROM (SELECT DISTINCT "
        "COALESCE(a.name, p.origin) AS name FROM positions p LEFT JOIN records a ON a.id = p.actor "
        f"WHERE p.record = r.id AND {UNDATED} ORDER BY 1)) ELSE 'no date is known' END",
    ),
    Question(
        Gap.MISSING_FIGURE,
        ("figure",),
        "json_extract(r.json, '$.missing') IS NOT NULL",
        "REPLACE(json_extract(r.json, '$.missing'), '-', ' ') || COALESCE(': ' || json_extract(r.json, '$.note'), '')",
    ),
    Question(
        Gap.SINGLE_ORIGIN,
        ("event",),
        "(SELECT COUNT(DISTINCT COALESCE(w.whole, c.origin)) FROM citations c "
        "LEFT JOIN wholes w ON w.source = c.origin WHERE c.record = r.id) = 1",
        "'rests on ' || (SELECT MIN(COALESCE(w.whole, c.origin)) FROM citations c "
        "LEFT JOIN wholes w ON w.source = c.origin WHERE c.record = r.id) || ' alone'",
    ),
    Question(
        Gap.UNANSWERED_ALLEGATION,
        ("claim",),
        "EXISTS (SELECT 1 FROM positions p WHERE p.record = r.id AND p.stance = 'alleges' AND p.stands = 1) "
        "AND NOT EXISTS (SELECT 1 FROM positions p WHERE p.record = r.id AND p.stance IN "
        f"({', '.join(repr(stance) for stance in (*ANSWERS, *ANSWERS_AGAINST))}))",
        "'alleged by ' || (SELECT GROUP_CONCAT(name, ', ') FROM (SELECT DISTINCT COALESCE(a.name, p.origin) AS name "
        "FROM positions p LEFT JOIN records a ON a.id = p.actor WHERE p.record = r.id AND p.stance = 'alleges' "
        "ORDER BY 1)) || ', answered by nobody'",
    ),
)


TOLD = """
SELECT r.kind, r.id, r.name, COALESCE(json_extract(r.json, '$.date.edtf'), json_extract(r.json, '$.period.edtf'),
    json_extract(r.json, '$.issued.edtf'),
    (SELECT p.said FROM positions p WHERE p.record = r.id ORDER BY p.sort, p.part LIMIT 1)), {text}
FROM records r WHERE r.number IN ({marks}) {order}
"""
"""What is told of some records: what they are, when, and what is not known."""

COLUMNS = (
    Column(key="id", heading="Id", cell=lambda row: str(row["id"] or ""), width=Width.WIDE, tone=Tone.ASIDE, least=12),
    Column(key="gap", heading="Gap", cell=lambda row: str(row["gap"]).replace("-", " "), least=10),
    Column(key="date", heading="Date", cell=cells.date, brief=cells.brief_date, tone=Tone.DATE, least=10),
    Column(key="name", heading="Record", cell=lambda row: f"{row['kind']}: {row['name']}", least=24),
    Column(key="text", heading="What is not known", cell=lambda row: str(row["text"]), least=20),
)
FIELDS = (
    "gap",
    "kind",
    "id",
    "name",
    "date",
    "text",
    *(f"date.{key}" for key in ("edtf", "text", "earliest", "latest")),
)
"""The keys of a row, which is no record."""


def gaps(records: Records, selection: Selection, wanted: Sequence[Gap], regions: Mapping[str, Selection]) -> Report:
    """List gaps of the wanted kinds among the records of a selection; empty years for each of the regions by name."""
    limit = selection.limit

    def rows() -> Iterator[Row]:
        found = chain.from_iterable(of_kind(records, selection, gap, regions) for gap in ordered(wanted, selection))
        return islice(found, limit)

    def total() -> int:
        return sum(number(records, selection, gap, regions) for gap in wanted)

    return Report(
        title="Gaps",
        columns=COLUMNS,
        rows=rows(),
        empty="No gap is known.",
        kind="gap",
        total=total if limit is not None else None,
    )


def ordered(wanted: Sequence[Gap], selection: Selection) -> Iterable[Gap]:
    """Give the kinds of gap in their order, or the other way round."""
    return reversed(wanted) if selection.reverse else wanted


def of_kind(records: Records, selection: Selection, gap: Gap, regions: Mapping[str, Selection]) -> Iterator[Row]:
    """Give the gaps of one kind."""
    if gap is Gap.YEAR_WITHOUT_EVENTS:
        for name, events in regions.items():
            yield from empty_years(records, name, events)
        return
    direction = " DESC" if selection.reverse else ""
    order = f"ORDER BY r.{ORDER[selection.sort]}{direction}, r.id{direction}"
    question = asked(gap)
    found = having(records, selection, question)
    numbers = (number for (number,) in records.table(f"SELECT r.number {found.sql} {order}", found.parameters))
    # What is said of each is put together only for those that are shown.
    for batch in batches(numbers):
        told = TOLD.format(text=question.text, marks=marks(batch), order=order)
        for kind, record, name, edtf, text in records.table(told, batch):
            yield row(gap, kind, (record, name), edtf, text)


def number(records: Records, selection: Selection, gap: Gap, regions: Mapping[str, Selection]) -> int:
    """Count the gaps of one kind."""
    if gap is Gap.YEAR_WITHOUT_EVENTS:
        return sum(1 for _ in of_kind(records, selection, gap, regions))
    found = having(records, selection, asked(gap))
    [(count,)] = records.table(f"SELECT COUNT(*) {found.sql}", found.parameters)
    return int(count)


def asked(gap: Gap) -> Question:
    """Give the question that finds gaps of a kind."""
    return next(question for question in QUESTIONS if question.gap is gap)


def having(records: Records, selection: Selection, question: Question) -> Expression:
    """Ask for the records `r` of a selection that have a gap."""
    condition = records.condition(question.kinds, selection)
    kinds = f"r.kind IN ({marks(question.kinds)})"
    sql = f"FROM records r WHERE {kinds} AND {question.condition} AND {condition.sql}"
    return Expression(sql, (*question.kinds, *condition.parameters))


def row(gap: Gap, kind: str, named: tuple[str | None, str], edtf: str | None, text: str) -> Row:
    """Make the row of a gap."""
    from narcotl.dates import parse_edtf

    date = parse_edtf(edtf).to_json() if edtf else None
    return {"gap": gap.value, "kind": kind, "id": named[0], "name": named[1], "date": date, "text": text}


def empty_years(records: Records, region: str, events: Selection) -> Iterator[Row]:
    """Give the runs of years in which no event of a region may lie, between its first and its last."""
    condition = records.condition(("event",), events)
    sql = f"SELECT r.earliest, r.latest FROM records r WHERE r.kind = 'event' AND {condition.sql}"
    spans = sorted(known(records.table(sql, condition.parameters)))
    runs: list[tuple[int, int]] = []
    reached = spans[0][1] if spans else 0
    for first, last in spans:
        if first > reached + 1:
            runs.append((reached + 1, first - 1))
        reached = max(reached, last)
    for first, last in reversed(runs) if events.reverse else runs:
        edtf = "/".join(f"{end:05d}" if end < 0 else f"{end:04d}" for end in dict.fromkeys((first, last)))
        years = "1 year" if first == last else f"{last - first + 1} years"
        yield row(Gap.YEAR_WITHOUT_EVENTS, "region", (None, region), edtf, f"{years} without an event")


def known(spans: Iterable[tuple[int | None, int | None]]) -> Iterator[tuple[int, int]]:
    """Give the years that events reach over; of an open or unknown end only the other end counts."""
    for earliest, latest in spans:
        first = earliest if earliest not in (None, ENDLESS_PAST) else latest
        last = latest if latest not in (None, ENDLESS_FUTURE) else earliest
        if first not in (None, ENDLESS_FUTURE) and last not in (None, ENDLESS_PAST):
            yield year(int(first or 0)), year(int(last or 0))


def year(day: int) -> int:
    """Give the year of a day number."""
    return day // 10_000
