"""iCalendar (RFC 5545): each event as an all-day span, its fuzziness in the text; written by icalendar."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from icalendar import Calendar, Event, vText

from narcotl.dates import Day
from narcotl.dates.days import LAST_FOUR_DIGIT_YEAR, day_after
from narcotl.exports.material import Material, Notes, skip_facts
from narcotl.exports.times import described, span_of
from narcotl.model.vocab.base import RecordKind
from narcotl.reports import cells
from narcotl.reports.harmless import clean
from narcotl.reports.report import Row

_STATUS: Final = {"documented": "CONFIRMED", "retracted": "CANCELLED", "refuted": "CANCELLED"}
"""How sure a calendar shows an event to be; every other status is TENTATIVE."""
_END: Final = "END:VCALENDAR\r\n"


def text(material: Material, notes: Notes) -> Iterator[str]:
    """Give the calendar, event by event."""
    skip_facts(material, notes, (RecordKind.EVENT,), "a calendar holds events")
    calendar = Calendar()
    calendar.add("prodid", "-//narcotl//narcotl export ics//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", "narcotl")
    yield calendar.to_ical().decode().removesuffix(_END)
    # The same store gives the same file: the stamp is a day of the store, and not the present.
    stamp = dt.datetime(*material.stamp, tzinfo=dt.UTC)
    for row in material.rows(RecordKind.EVENT):
        days = days_of(row, notes)
        if days:
            yield entry(row, days, stamp).to_ical().decode()
    yield _END


def days_of(row: Row, notes: Notes) -> tuple[dt.date, dt.date] | None:
    """Give the first day and the day after the last; None if a calendar has no such days."""
    span = span_of(row["date"])
    first = span.first or span.last
    if first is None:
        notes.left_out("event", "without a date", "a calendar needs one")
        return None
    last = span.last or first
    if first[0] < 1:
        notes.left_out("event", "before the year 1", "iCalendar has no such dates")
        return None
    if day_after(last)[0] > LAST_FOUR_DIGIT_YEAR:
        notes.left_out("event", "after the year 9999", "iCalendar has no such dates")
        return None
    return date(first), date(day_after(last))


def date(day: Day) -> dt.date:
    """Make a day of the standard library."""
    return dt.date(*day)


def entry(row: Row, days: tuple[dt.date, dt.date], stamp: dt.datetime) -> Event:
    """Make the entry of an event; what is not one known day says so in its title."""
    event = Event()
    event.add("uid", f"{row['id']}@narcotl")
    event.add("dtstamp", stamp)
    event.add("dtstart", days[0])
    event.add("dtend", days[1])
    fuzzy = "" if span_of(row["date"]).is_day else f" ({row['date']['text']})"
    event.add("summary", vText(clean(f"{row['title']}{fuzzy}")))
    event.add("description", vText(clean("\n".join(described(row)))))
    if row["regions"]:
        event.add("location", vText(clean("; ".join(map(cells.name, row["regions"])))))
    event.add("categories", [clean(word) for word in (*row["kinds"], *row["topics"])])
    event.add("status", _STATUS.get(row["status"], "TENTATIVE"))
    event.add("transp", "TRANSPARENT")
    return event
