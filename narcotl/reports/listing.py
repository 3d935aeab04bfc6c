"""Lists of actors, regions and sources, each with how many events it has to do with, and when."""

from functools import partial

from narcotl.reports import cells, found
from narcotl.reports.chains import addresses, titled
from narcotl.reports.records import Records
from narcotl.reports.report import Column, Report, Row, Tone, Width
from narcotl.select.selection import Selection

COUNTED = {
    "actor": "SELECT DISTINCT number, value AS named FROM postings WHERE facet = 'actor' AND kind = 'event'",
    "region": """
        SELECT DISTINCT p.number, g.asked AS named FROM region_reach g CROSS JOIN postings p
        WHERE p.facet = 'region' AND p.kind = 'event' AND p.value = g.region AND g.certain = 1
    """,
    "source": "SELECT number, value AS named FROM postings WHERE facet = 'source' AND kind = 'event'",
}
"""Which records each entity has to do with; a region also with those of the regions inside it."""

COUNTS = """
SELECT n.named, COUNT(*), MIN(r.sort || ' ' || r.id), MAX(r.sort || ' ' || r.id)
FROM ({named}) n JOIN records r ON r.number = n.number WHERE {condition} GROUP BY n.named
"""
FIELDS = (
    "events",
    *(f"{end}{part}" for end in ("first", "last") for part in ("", ".edtf", ".text", ".earliest", ".latest")),
)
"""What the list adds to the records."""


COLUMNS = (
    Column(key="id", heading="Id", cell=lambda row: str(row["id"]), tone=Tone.ASIDE, least=12),
    Column(key="name", heading="Name", cell=cells.title, brief=cells.brief_title, works=titled, least=20),
    Column(key="type", heading="Kind", cell=lambda row: str(row["type"]), least=8),
    Column(key="events", heading="Events", cell=lambda row: str(row["events"]), tone=Tone.NUMBER, least=6),
    Column(
        key="first",
        heading="First",
        cell=lambda row: cells.date({"date": row["first"]}) if row["first"] else "",
        tone=Tone.DATE,
        width=Width.WIDE,
        least=10,
    ),
    Column(
        key="last",
        heading="Last",
        cell=lambda row: cells.date({"date": row["last"]}) if row["last"] else "",
        tone=Tone.DATE,
        width=Width.WIDE,
        least=10,
    ),
)


def listing(records: Records, kind: str, entities: Selection, events: Selection, *, all_of_them: bool) -> Report:
    """List the entities of a kind with the number of events that a selection asks for.

    With `all_of_them`, those without any such event are listed as well.
    """
    condition = records.condition(("event",), events)
    sql = COUNTS.format(named=COUNTED[kind], condition=condition.sql)
    counts = {named: rest for named, *rest in records.table(sql, condition.parameters)}
    ends = {end.rsplit(" ", 1)[1] for _, *both in counts.values() for end in both}
    dates = {event["id"]: event["date"] for event in records.get(sorted(ends))}
    rows = [
        with_count(row, counts.get(row["id"]), dates)
        for row in records.select(kind, entities.but(limit=None))
        if all_of_them or row["id"] in counts
    ]
    return Report(
        title=f"{kind.capitalize()}s",
        columns=COLUMNS,
        rows=rows[: entities.limit],
        empty=f"No {kind} fits.",
        footer=cells.legend,
        brief=cells.brief_legend,
        kind=kind,
        addresses=partial(addresses, records),
        total=lambda: len(rows),
        why=found.reason(records, "event", events) if not counts else found.reason(records, kind, entities),
    )


def with_count(row: Row, counted: list[object] | None, dates: dict[str, Row]) -> Row:
    """Add the count, and the dates of the first and the last event."""
    if counted is None:
        return {**row, "events": 0, "first": None, "last": None}
    number, first, last = counted
    return {
        **row,
        "events": number,
        "first": dates[str(first).rsplit(" ", 1)[1]],
        "last": dates[str(last).rsplit(" ", 1)[1]],
    }
