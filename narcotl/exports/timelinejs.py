"""TimelineJS3: one JSON object for https://timeline.knightlab.com; the fuzziness of a date stands in display_date."""

from collections.abc import Iterator
from html import escape
from typing import Any, Final

from narcotl.dates import Day
from narcotl.exports.json_lines import compact
from narcotl.exports.material import Material, Notes, skip_facts
from narcotl.exports.times import described, span_of
from narcotl.model.vocab.base import RecordKind
from narcotl.reports.harmless import clean
from narcotl.reports.report import Row

FURTHEST: Final = 270_000
"""The greatest year, before or after Christ, that dates of JavaScript reach."""


def text(material: Material, notes: Notes) -> Iterator[str]:
    """Give the timeline, a slide a line."""
    skip_facts(material, notes, (RecordKind.EVENT,), "TimelineJS shows events")
    yield '{"title":{"text":{"headline":"narcotl","text":""}},"scale":"human","events":['
    between = "\n"
    for row in material.rows(RecordKind.EVENT):
        found = slide(row, notes)
        if found:
            yield between + compact(found)
            between = ",\n"
    yield "\n]}\n"


def slide(row: Row, notes: Notes) -> dict[str, Any] | None:
    """Make the slide of an event; None if it has no place on a line of time."""
    span = span_of(row["date"])
    first, last = span.first or span.last, span.last if span.first else None
    if first is None:
        notes.left_out("event", "without a date", "TimelineJS needs one to place a slide")
        return None
    if max(abs(day[0]) for day in (first, last) if day) > FURTHEST:
        notes.left_out("event", f"more than {FURTHEST:,} years away", "TimelineJS has no such dates with months")
        return None
    shown = str(row["date"]["text"])
    head, *lines = (escape(clean(line)) for line in (row["title"], *described(row)))
    found: dict[str, Any] = {
        "unique_id": row["id"],
        "start_date": {**point(first, span.parts), "display_date": escape(clean(shown))},
    }
    if last is not None and span.first != last and span.date.precision.value not in ("month", "year"):
        found["end_date"] = point(last, span.parts)
    found["display_date"] = escape(clean(shown))
    found["text"] = {"headline": head, "text": "".join(f"<p>{line}</p>" for line in lines)}
    if row["kinds"]:
        found["group"] = str(row["kinds"][0])
    return found


def point(day: Day, parts: int) -> dict[str, int]:
    """Write a day as TimelineJS does, with as many of year, month and day as are told; years BC are negative."""
    return dict(zip(("year", "month", "day"), day[:parts], strict=False))
