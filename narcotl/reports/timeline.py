"""The timeline: events in order of time."""

from narcotl.plural import counted
from narcotl.reports import cells, found
from narcotl.reports.records import Records
from narcotl.reports.report import Column, Report, Row, Tone, Width
from narcotl.select.selection import Selection

EMPTY = "No event fits. Fewer filters, or a longer time, find more."

COLUMNS = (
    Column(key="id", heading="Id", cell=lambda row: str(row["id"]), width=Width.WIDE, tone=Tone.ASIDE, least=12),
    Column(key="date", heading="Date", cell=cells.date, tone=Tone.DATE, least=12),
    Column(key="title", heading="Event", cell=cells.title, least=24),
    Column(key="regions", heading="Where", cell=cells.places, least=10),
    Column(key="participants.actor", heading="Who", cell=cells.people, width=Width.WIDE, least=16),
    Column(key="kinds", heading="Kind", cell=lambda row: ", ".join(row["kinds"]), width=Width.NEVER),
    Column(key="topics", heading="Topics", cell=lambda row: ", ".join(row["topics"]), width=Width.NEVER),
    Column(key="status", heading="Status", cell=lambda row: str(row["status"]), least=10),
    Column(key="sources.source", heading="Sources", cell=cells.sources, width=Width.NEVER),
    Column(key="match", heading="Match", cell=lambda row: str(row.get("match", "")), width=Width.NEVER),
)


def summary(rows: list[Row]) -> str:
    """Count the events, and how many of them are only possible."""
    possible = sum(row.get("match") == "possible" for row in rows)
    count = counted(len(rows), "event")
    return f"{count}, {possible} of them only possible" if possible else count


def timeline(records: Records, selection: Selection, title: str = "Timeline") -> Report:
    """List the events that a selection asks for."""
    return Report(
        title=title,
        columns=COLUMNS,
        rows=records.select("event", selection),
        empty=EMPTY,
        footer=cells.legend,
        kind="event",
        summary=summary,
        total=found.whole(records, "event", selection),
        why=found.reason(records, "event", selection),
    )
