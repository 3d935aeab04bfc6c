"""Lists of actors, regions and sources, each with how many events it has to do with, and when."""

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from narcotl.reports import cells, found
from narcotl.reports.chains import addresses, titled
from narcotl.reports.records import Records
from narcotl.reports.report import Column, Report, Row, Tone, Width
from narcotl.select.batches import batches
from narcotl.select.selection import Selection

IN_TIME = "SELECT r.number, r.id FROM records r WHERE r.kind = 'event' AND {condition} ORDER BY r.sort, r.id"
"""The events that are asked for, in order of time."""
BEARING = "SELECT value, GROUP_CONCAT(number) FROM postings WHERE facet = ? AND kind = 'event' GROUP BY value"
"""The numbers of the events of each entity, in one text: taking it apart costs less than a row for each."""
INSIDE = "SELECT asked, region FROM region_reach WHERE certain = 1 ORDER BY asked"
"""A region has to do with the events of the regions inside it as well."""
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
    counts = counted(records, kind, events)
    wanted = entities if all_of_them else entities.but(limit=None)
    listed = [row for row in records.select(kind, wanted) if all_of_them or row["id"] in counts]
    return Report(
        title=f"{kind.capitalize()}s",
        columns=COLUMNS,
        rows=with_counts(records, listed[: entities.limit], counts),
        empty=f"No {kind} fits.",
        footer=cells.legend,
        brief=cells.brief_legend,
        kind=kind,
        addresses=partial(addresses, records),
        total=found.whole(records, kind, entities) if all_of_them else lambda: len(listed),
        why=found.reason(records, "event", events) if not counts else found.reason(records, kind, entities),
    )


class Count(NamedTuple):
    """How many events an entity has to do with, and the ids of the first and the last one in order of time."""

    number: int
    first: str
    last: str


def counted(records: Records, kind: str, events: Selection) -> dict[str, Count]:
    """Count the events that each entity of a kind has to do with; it stands for those that have any."""
    condition = records.condition(("event",), events)
    found = list(records.table(IN_TIME.format(condition=condition.sql), condition.parameters))
    places = {number: place for place, (number, _) in enumerate(found)}
    bearing = {
        value: {places[number] for number in map(int, numbers.split(",")) if number in places}
        for value, numbers in records.table(BEARING, (kind,))
    }
    if kind == "region":
        bearing = {
            asked: set[int]().union(*(bearing.get(region, ()) for _, region in inside))
            for asked, inside in groupby(records.table(INSIDE), itemgetter(0))
        }
    return {
        value: Count(len(borne), found[min(borne)][1], found[max(borne)][1])
        for value, borne in bearing.items()
        if borne
    }


def with_counts(records: Records, rows: Sequence[Row], counts: Mapping[str, Count]) -> list[Row]:
    """Add the counts, and the dates of the first and the last event."""
    ends = {end for row in rows if row["id"] in counts for end in counts[row["id"]][1:]}
    dates = {event["id"]: event["date"] for batch in batches(sorted(ends)) for event in records.get(batch)}
    none = Count(0, "", "")
    return [
        {**row, "events": count.number, "first": dates.get(count.first), "last": dates.get(count.last)}
        for row in rows
        for count in (counts.get(row["id"], none),)
    ]
