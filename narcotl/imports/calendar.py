"""iCalendar (RFC 5545): each entry as an event of whole days; read by icalendar."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from icalendar import Calendar

from narcotl.dates import parse_edtf
from narcotl.errors import UsageError
from narcotl.imports.categories import sorted_words
from narcotl.imports.described import described
from narcotl.imports.item import Contents, Item, RefusedError, Sort, Value

OURS = "@narcotl"


def read(text: str, name: str) -> Contents:
    """Read the entries of all calendars in a file."""
    try:
        calendars = Calendar.from_ical(text, multiple=True)
    except ValueError as error:
        raise UsageError(f"{name} is not an iCalendar file: {error}") from None
    events = [event for calendar in calendars for event in calendar.walk("VEVENT")]
    others = sum(len(calendar.walk(kind)) for calendar in calendars for kind in ("VTODO", "VJOURNAL"))
    remarks = [f"{others} to-dos and journals not taken: they are no events"] if others else []
    return Contents(list(items(events)), remarks=tuple(remarks))


def items(events: list[Any]) -> Iterator[Item]:
    """Give each entry as the fields of an event."""
    for number, event in enumerate(events, 1):
        try:
            yield Item(number, fields(event), Sort.EVENT)
        except RefusedError as error:
            yield Item(number, {"title": str(event.get("summary", ""))}, Sort.EVENT, error)


def fields(event: Any) -> dict[str, Value]:
    """Give the fields of an event; what recurs or was called off is refused."""
    if event.get("rrule") or event.get("rdate"):
        raise RefusedError("it recurs, and an event happens once")
    if str(event.get("status", "")).upper() == "CANCELLED":
        raise RefusedError("the calendar says that it was cancelled")
    first, last = days(event)
    kinds, topics = sorted_words(labels(event))
    people = [who for key in ("organizer", "attendee") for who in several(event.get(key)) if who.params.get("CN")]
    told = described(str(event.get("description", "")))
    date = told.agreed("/".join(dict.fromkeys((first.isoformat(), last.isoformat()))))
    return {
        "id": str(event.get("uid", "")).removesuffix(OURS),
        "title": str(event.get("summary", "")).removesuffix(f" ({parse_edtf(date).text})" if told.date else ""),
        "date": date,
        "as_written": told.as_written,
        "summary": told.summary,
        "status": told.status,
        "places": str(event.get("location", "")),
        "participants": [str(who.params["CN"]) for who in people],
        "kinds": kinds,
        "topics": topics,
        "note": str(event["url"]) if event.get("url") else "",
    }


def several(value: Any) -> list[Any]:
    """Give what stands once, several times or not at all as a list."""
    return value if isinstance(value, list) else [] if value is None else [value]


def labels(event: Any) -> list[str]:
    """Give the categories of an entry."""
    return [str(label) for found in several(event.get("categories")) for label in found.cats]


def days(event: Any) -> tuple[dt.date, dt.date]:
    """Give the first and the last day: the end of an entry of whole days is the day after."""
    try:
        start, end = event.get("dtstart"), event.get("dtend")
        if start is None:
            raise RefusedError("it has no day on which it begins")
        first = start.dt
        last = end.dt if end is not None else first + event["duration"].dt if event.get("duration") else first
    except (AttributeError, ValueError, OverflowError):
        raise RefusedError("its days cannot be read") from None
    whole = not isinstance(first, dt.datetime)
    if whole and last > first and not isinstance(last, dt.datetime):
        last -= dt.timedelta(days=1)
    found = tuple(day.date() if isinstance(day, dt.datetime) else day for day in (first, last))
    if found[1] < found[0]:
        raise RefusedError("it ends before it begins")
    return found[0], found[1]
