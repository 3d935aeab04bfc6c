"""What TimelineJS itself shows of the export for it: every slide, in a browser."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from narcotl.exports.registry import Target
from tests.exports.conftest import Exporter, Record
from tests.exports.hostile import EVENTS, TEXTS

if TYPE_CHECKING:
    from playwright.sync_api import Page


def shown(page: "Page", path: Path) -> dict[str, dict[str, Any]]:
    """Give the slides by id, as TimelineJS shows them."""
    found = page.evaluate("shownTimeline", json.loads(path.read_text(encoding="utf-8")))
    assert found["complaints"] == []
    return {slide["id"]: slide for slide in found["slides"]}


def test_every_event_with_a_date_is_a_slide(page: "Page", exported: Exporter, records: dict[str, list[Record]]) -> None:
    found = shown(page, exported(Target.TIMELINEJS))
    dated = {event["id"]: event for event in records["event"] if event["date"]["earliest"] or event["date"]["latest"]}
    assert found.keys() == dated.keys()
    for name, slide in found.items():
        event = dated[name]
        date = event["date"]
        first = [int(part) for part in (date["earliest"] or date["latest"]).split("-")]
        last = [int(part) for part in (date["latest"] or date["earliest"]).split("-")]
        assert slide["start"] == first[: len(slide["start"])]
        if slide["end"]:
            assert slide["end"] == last[: len(slide["end"])]
        assert (slide["title"], slide["date"]) == (event["title"], date["text"])
        assert slide["group"] == event["kinds"][0]
        assert f"Status: {event['status']}" in slide["lines"]
        assert event.get("summary") in (None, slide["lines"][0])


def test_they_stand_in_the_order_of_the_store(page: "Page", exported: Exporter) -> None:
    starts = [slide["start"] for slide in shown(page, exported(Target.TIMELINEJS)).values()]
    padded = [(*start, *(1, 1)[len(start) - 1 :]) for start in starts]
    assert padded == sorted(padded)


def test_fuzzy_and_ancient_dates(page: "Page", exported: Exporter, hostile: Path) -> None:
    found = shown(page, exported(Target.TIMELINEJS, "--store", str(hostile)))
    assert {event["id"] for event in EVENTS} - found.keys() == {"far-past", "undated"}
    dates = {name: (slide["start"], slide["end"], slide["date"]) for name, slide in found.items()}
    assert {name: date for name, date in dates.items() if not name.startswith("text-")} == {
        "bc": ([-43, 3, 15], None, "15 March 44 BC"),
        "early": ([79, 8, 24], None, "24 August AD 79"),
        "several": ([1863], [1865], "1863 or 1865"),
        "about": ([1950], None, "c. 1950"),
        "decade": ([1980], [1989], "1980s"),
        "doubtful": ([1984, 11], None, "November 1984?"),
        "open-start": ([1985], None, "until 1985"),
        "open-end": ([1989], None, "since 1989"),
        "season": ([1990, 9], [1990, 11], "autumn 1990"),
        "unknown-end": ([2015, 11], None, "November 2015 \N{EN DASH} ?"),
        "last-day": ([9999, 12, 31], None, "31 December 9999"),
        "far-future": ([12000], None, "AD 12000"),
    }


def test_hostile_texts_are_shown_as_they_are(page: "Page", exported: Exporter, hostile: Path) -> None:
    found = shown(page, exported(Target.TIMELINEJS, "--store", str(hostile)))
    assert {slide["elements"] for slide in found.values()} == {0}
    for number, text in enumerate(TEXTS):
        if text.isprintable():
            assert found[f"text-{number}"]["title"] == text
            assert found[f"text-{number}"]["lines"][0] == text
