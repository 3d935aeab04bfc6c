"""Events in the words of their sources: dates, places and people as they are written, where records have it."""

from narcotl.reports import cells
from narcotl.reports.report import Report, Row


def date(row: Row) -> str:
    """Write the date as the source does, in quotation marks; else as it was understood."""
    return quoted(row.get("date_as_written")) or cells.date(row)


def places(row: Row) -> str:
    """Write the places as the source does."""
    return ", ".join(quoted(part.get("as_written")) or cells.name(part) for part in row.get("regions", ()))


def people(row: Row) -> str:
    """Write who took part as the source does."""
    parts = row.get("participants", ())
    return ", ".join(dict.fromkeys(quoted(part.get("as_written")) or cells.participant(part) for part in parts))


def quoted(text: str | None) -> str:
    """Put a wording in quotation marks; nothing stays nothing."""
    return f'"{text}"' if text else ""


CELLS = {"date": date, "regions": places, "participants.actor": people}
"""The cells that sources word, by the key of their column."""


def worded(listed: Report) -> Report:
    """Show a list of events in the words of the sources."""
    columns = tuple(
        column.but(cell=CELLS[column.key], brief=None) if column.key in CELLS else column for column in listed.columns
    )
    return listed.but(columns=columns, overview=())


def reworded(row: Row) -> Row:
    """Give an event for its card: each wording first, and what it is understood as behind it."""
    dated = {**row["date"], "text": behind(row.get("date_as_written"), row["date"]["text"])}
    regions = [{**part, "name": behind(part.get("as_written"), cells.name(part)), **UNSAID} for part in row["regions"]]
    participants = [
        {**part, "actor": {"name": behind(part.get("as_written"), cells.participant(part))}, **UNSAID}
        for part in row["participants"]
    ]
    return {**row, "date": dated, "date_as_written": None, "regions": regions, "participants": participants}


UNSAID = {"as_written": None}
"""What takes a wording away once it stands in front."""


def behind(wording: str | None, meant: str) -> str:
    """Write a wording with its meaning, or the meaning alone."""
    return f'"{wording}" ({meant})' if wording else meant
