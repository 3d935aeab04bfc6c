"""The timeline: events in order of time."""

from collections.abc import Collection, Iterator

from narcotl.plural import counted
from narcotl.reports import cells, found
from narcotl.reports.records import Records
from narcotl.reports.report import Column, Report, Row, Tone, Width
from narcotl.select.selection import Selection
from narcotl.select.sql import conditions
from narcotl.select.where import Any, Where, WithActor

EMPTY = "No event fits. Fewer filters, or a longer time, find more."

COLUMNS = (
    Column(key="id", heading="Id", cell=lambda row: str(row["id"]), width=Width.WIDE, tone=Tone.ASIDE, least=12),
    Column(key="date", heading="Date", cell=cells.date, brief=cells.brief_date, tone=Tone.DATE, least=10),
    Column(key="title", heading="Event", cell=cells.title, brief=cells.brief_title, least=24),
    Column(key="regions", heading="Where", cell=cells.places, brief=cells.brief_places, least=10),
    Column(key="participants.actor", heading="Who", cell=cells.people, width=Width.WIDE, least=16),
    Column(key="participants.role", heading="Role", cell=lambda row: ", ".join(roles(row)), width=Width.NEVER),
    Column(key="kinds", heading="Kind", cell=lambda row: ", ".join(row["kinds"]), width=Width.NEVER),
    Column(key="topics", heading="Topics", cell=lambda row: ", ".join(row["topics"]), width=Width.NEVER),
    Column(key="status", heading="Status", cell=lambda row: str(row["status"]), least=10),
    Column(key="sources.source", heading="Sources", cell=cells.sources, width=Width.NEVER),
    Column(key="match", heading="Match", cell=lambda row: str(row.get("match", "")), width=Width.NEVER),
)
OVERVIEW = (
    Column(key="date", heading="Date", cell=cells.brief_years, tone=Tone.DATE, least=10),
    Column(key="marks", heading="", cell=cells.marks),
    Column(key="title", heading="Event", cell=cells.bare_title, least=24),
    Column(key="status", heading="Status", cell=lambda row: str(row["status"]), least=10),
)
REACH = "SELECT DISTINCT actor FROM actor_reach WHERE asked IN ({marks})"


def summary(rows: list[Row]) -> str:
    """Count the events, and how many of them are only possible."""
    possible = sum(row.get("match") == "possible" for row in rows)
    count = counted(len(rows), "event")
    return f"{count}, {possible} of them only possible" if possible else count


def timeline(records: Records, selection: Selection, title: str = "Timeline") -> Report:
    """List the events that a selection asks for."""
    actors = frozenset(actor for part in conditions(selection.where) for actor in asked(part))
    role = role_column(records, actors) if actors else None
    return Report(
        title=title,
        columns=COLUMNS if role is None else tuple(with_roles(role)),
        rows=records.select("event", selection),
        empty=EMPTY,
        footer=cells.legend,
        brief=cells.brief_legend,
        overview=OVERVIEW if role is None else (*OVERVIEW[:-1], role),
        kind="event",
        summary=summary,
        total=found.whole(records, "event", selection),
        why=found.reason(records, "event", selection),
    )


def asked(where: Where) -> Iterator[str]:
    """Find the actors that a condition asks for; what it leaves out is none of them."""
    match where:
        case WithActor(actor):
            yield actor
        case Any(parts):
            yield from (actor for part in parts for actor in asked(part))


def role_column(records: Records, actors: Collection[str]) -> Column:
    """Make the column that tells in which roles the actors that were asked for took part, and who it was for them."""
    reach: set[str] = set()

    def cell(row: Row) -> str:
        if not reach:  # asked for only where the column is shown
            sql = REACH.format(marks=", ".join("?" * len(actors)))
            reach.update(actors, (actor for (actor,) in records.table(sql, tuple(actors))))
        return ", ".join(roles(row, reach))

    return Column(key="participants.role", heading="Role", cell=cell, least=8)


def roles(row: Row, reach: Collection[str] | None = None) -> list[str]:
    """Give the roles of those who took part, each once: of all, or of the actors in reach."""
    parts = row.get("participants", ())
    found = (part for part in parts if reach is None or (part.get("actor") or {}).get("id") in reach)
    return list(dict.fromkeys(part.get("role") or "participant" for part in found))


def with_roles(role: Column) -> Iterator[Column]:
    """Give the columns of events with that of roles, for which a narrow terminal leaves out the places."""
    for column in COLUMNS:
        if column.key == role.key:
            continue
        yield column.but(width=Width.WIDE) if column.key == "regions" else column
        if column.key == "title":
            yield role
