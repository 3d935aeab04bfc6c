"""TimelineJS3: the slides of a JSON object as events; what their fuzzy date was stands in display_date."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from narcotl.dates.days import LAST_FOUR_DIGIT_YEAR
from narcotl.errors import DateError, UsageError
from narcotl.imports.categories import sorted_words
from narcotl.imports.dates import DateReader
from narcotl.imports.described import agreed, described
from narcotl.imports.item import Contents, Item, RefusedError, Sort, Value
from narcotl.imports.objects import loaded
from narcotl.imports.plain import plain_text
from narcotl.imports.tables import read_csv

READER = DateReader()
PARTS = ("year", "month", "day")


SHEET: Final = ("Year", "Headline")
"""Columns that a sheet of TimelineJS has: people write it in Google Sheets, and download it as CSV."""
MEDIA: Final = {"url": "Media", "caption": "Media Caption", "credit": "Media Credit"}


def read(text: str, name: str) -> Contents:
    """Read the slides: of JSON, or of the sheet that TimelineJS reads."""
    if not text.lstrip().startswith(("{", "[")) and all(column in text.partition("\n")[0] for column in SHEET):
        return sheet(text, name)
    found = loaded(text, name)
    events = found.get("events") if isinstance(found, dict) else None
    if not isinstance(events, list):
        raise UsageError(f"{name} is no timeline of TimelineJS: it has no list `events`")
    remarks = [f"{len(found['eras'])} eras not taken: they are no events"] if found.get("eras") else []
    return Contents(list(items(events)), remarks=tuple(remarks))


def sheet(text: str, name: str) -> Contents:
    """Read the rows of a sheet as slides; an era and the title are no events."""
    found = read_csv(text, name)
    rows = list(found.items)
    kinds = Counter(cell(row, "Type").lower() for row in rows)
    remarks = [f"{kinds[kind]} of the type {kind} not taken: no event" for kind in ("title", "era") if kinds[kind]]
    return Contents(
        [slide_of(row) for row in rows if cell(row, "Type").lower() not in ("title", "era")], remarks=tuple(remarks)
    )


def cell(row: Item, column: str) -> str:
    """Give the text of a cell; empty if there is no such column."""
    return str(row.values.get(column) or "").strip()


def slide_of(row: Item) -> Item:
    """Give a row of a sheet as the fields of an event."""
    if row.error is not None:
        return row
    slide = {
        "start_date": {part: cell(row, part.title()) for part in PARTS},
        "end_date": {part: cell(row, f"End {part.title()}") for part in PARTS},
        "display_date": cell(row, "Display Date"),
        "text": {"headline": cell(row, "Headline"), "text": cell(row, "Text")},
        "media": {key: cell(row, column) for key, column in MEDIA.items()},
        "group": cell(row, "Group"),
    }
    try:
        return Item(row.number, fields(slide), Sort.EVENT)
    except (RefusedError, DateError) as error:
        return Item(row.number, {"title": headline(slide)}, Sort.EVENT, error)


def items(events: list[Any]) -> Iterator[Item]:
    """Give each slide as the fields of an event."""
    for number, slide in enumerate(events, 1):
        try:
            yield Item(number, fields(slide), Sort.EVENT)
        except (RefusedError, DateError) as error:
            yield Item(number, {"title": headline(slide)}, Sort.EVENT, error)


def headline(slide: Any) -> str:
    """Give the headline of a slide."""
    text = slide.get("text") if isinstance(slide, dict) else None
    return plain_text(str(text.get("headline") or "")) if isinstance(text, dict) else ""


def fields(slide: Any) -> dict[str, Value]:
    """Give the fields of an event: the date as it is shown, if its days are those of the slide."""
    if not isinstance(slide, dict):
        raise RefusedError("it is no slide")
    start, end = point(slide.get("start_date")), point(slide.get("end_date"))
    if not start:
        raise RefusedError("it has no start_date")
    told = slide.get("display_date") or (slide.get("start_date") or {}).get("display_date") or ""
    shown = plain_text(str(told))
    text, media = part(slide, "text"), part(slide, "media")
    kept = [str(media[key]) for key in ("url", "caption", "credit") if media.get(key)]
    kinds, topics = sorted_words([str(slide["group"])] if slide.get("group") else [])
    said = described(plain_text(str(text.get("text") or "")))
    return {
        "id": str(slide.get("unique_id") or ""),
        "title": headline(slide),
        "date": agreed(READER.span(start, end), shown).edtf,
        "as_written": said.as_written if said.date else shown,
        "summary": said.summary,
        "status": said.status,
        "kinds": kinds,
        "topics": topics,
        "note": f"Media: {'; '.join(kept)}" if kept else "",
    }


def part(slide: dict[str, Any], key: str) -> dict[str, Any]:
    """Give a part of a slide; what is none is empty."""
    found = slide.get(key)
    return found if isinstance(found, dict) else {}


def point(value: Any) -> str:
    """Write a date of a slide in EDTF, with as many of year, month and day as it has."""
    if not isinstance(value, dict) or value.get("year") in (None, ""):
        return ""
    found = []
    there = [name for name in PARTS if value.get(name) not in (None, "")]
    for name, wanted in zip(there, PARTS, strict=False):
        if name != wanted:
            raise RefusedError(f"it has a {name} without a {wanted}")
        try:
            found.append(int(value[name]))
        except (TypeError, ValueError):
            raise RefusedError(f"'{value[name]}' is no {name}") from None
    year = f"{found[0]:05d}" if found[0] < 0 else f"{found[0]:04d}"
    if abs(found[0]) > LAST_FOUR_DIGIT_YEAR:
        year = f"Y{found[0]}"
    return "-".join([year, *(f"{number:02d}" for number in found[1:])])
