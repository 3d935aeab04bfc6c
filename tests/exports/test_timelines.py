"""Exports for timelines, calendars and maps, read back by the libraries that people use."""

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import geojson
from icalendar import Calendar

from narcotl.exports.registry import Target
from tests.exports.conftest import Exporter, Record
from tests.exports.hostile import DATES, EVENTS, TEXTS
from tests.front_door import ask

MARKWHEN = re.compile(r"^(\d{4}(?:-\d{2}){0,2})(?:/(now|\d{4}(?:-\d{2}){0,2}))?: (.+)$")
"""A line that begins an entry, after the grammar of @markwhen/parser: EDTF, a colon, the title."""


def calendar(path: Path) -> dict[str, Any]:
    found = Calendar.from_ical(path.read_bytes())
    return {str(event["UID"]).removesuffix("@narcotl"): event for event in found.walk("VEVENT")}


def test_ics_holds_every_event_with_a_date(exported: Exporter, records: dict[str, list[Record]]) -> None:
    events = calendar(exported(Target.ICS))
    dated = {event["id"]: event for event in records["event"] if event["date"]["earliest"] or event["date"]["latest"]}
    assert events.keys() == dated.keys()
    for name, event in events.items():
        date = dated[name]["date"]
        first = dt.date.fromisoformat(date["earliest"] or date["latest"])
        last = dt.date.fromisoformat(date["latest"]) if date["latest"] else first
        assert (event["DTSTART"].dt, event["DTEND"].dt) == (first, last + dt.timedelta(days=1))
        assert str(event["SUMMARY"]).startswith(dated[name]["title"])
        assert f"Date: {date['text']}" in str(event["DESCRIPTION"])


def test_ics_says_in_words_that_a_date_is_fuzzy(exported: Exporter) -> None:
    events = calendar(exported(Target.ICS))
    war = events["laos-secret-war"]
    assert war["SUMMARY"] == "CIA-led paramilitary operation in Laos (1965\N{EN DASH}1975)"
    assert (war["DTSTART"].dt, war["DTEND"].dt) == (dt.date(1965, 1, 1), dt.date(1976, 1, 1))
    assert "Date: 1960s (known to the decade)" in events["cia-lets-opium-pass"]["DESCRIPTION"]


def test_ics_stands_as_of_the_day_that_is_asked(tmp_path: Path) -> None:
    path = tmp_path / "out.ics"
    ask("export", "ics", "--as-of", "2018-11-09", "-o", str(path))
    assert {event["DTSTAMP"].dt for event in calendar(path).values()} == {dt.datetime(2018, 11, 9, tzinfo=dt.UTC)}


def test_hostile_texts_are_no_calendar_of_their_own(exported: Exporter, hostile: Path) -> None:
    events = calendar(exported(Target.ICS, "--store", str(hostile)))
    assert set(DATES) - events.keys() == {"bc", "far-future", "far-past", "undated", "last-day"}
    assert str(events["text-4"]["SUMMARY"]) == TEXTS[4]
    assert str(events["text-6"]["SUMMARY"]) == "escape \\x1b[31mred\\x07 turn \\u202eback line\\u2028end"


def test_what_a_calendar_cannot_hold_is_counted(hostile: Path, tmp_path: Path) -> None:
    answer = ask("export", "ics", "--store", str(hostile), "-o", str(tmp_path / "out.ics"))
    assert answer.err.splitlines() == [
        "narcotl: 2 events after the year 9999 left out: iCalendar has no such dates",
        "narcotl: 2 events before the year 1 left out: iCalendar has no such dates",
        "narcotl: 1 event without a date left out: a calendar needs one",
    ]


def slides(path: Path) -> dict[str, Any]:
    found = json.loads(path.read_text(encoding="utf-8"))
    assert found.keys() == {"title", "scale", "events"}
    return {slide["unique_id"]: slide for slide in found["events"]}


def test_timelinejs_holds_every_event_with_a_date(exported: Exporter, records: dict[str, list[Record]]) -> None:
    found = slides(exported(Target.TIMELINEJS))
    dated = {event["id"]: event for event in records["event"] if event["date"]["earliest"] or event["date"]["latest"]}
    assert found.keys() == dated.keys()
    for name, slide in found.items():
        date = dated[name]["date"]
        bound = [int(part) for part in (date["earliest"] or date["latest"]).split("-")]
        told = [slide["start_date"][part] for part in ("year", "month", "day") if part in slide["start_date"]]
        assert told == bound[: len(told)]
        assert slide["display_date"] == date["text"]


def test_timelinejs_has_dates_as_its_format_wants_them(exported: Exporter, hostile: Path) -> None:
    found = slides(exported(Target.TIMELINEJS, "--store", str(hostile)))
    assert set(DATES) - found.keys() == {"far-past", "undated"}
    starts = {name: found[name]["start_date"] for name in ("bc", "decade", "doubtful", "open-end")}
    assert starts == {
        "bc": {"year": -43, "month": 3, "day": 15, "display_date": "15 March 44 BC"},
        "decade": {"year": 1980, "display_date": "1980s"},
        "doubtful": {"year": 1984, "month": 11, "display_date": "November 1984?"},
        "open-end": {"year": 1989, "display_date": "since 1989"},
    }
    assert found["decade"]["end_date"] == {"year": 1989}
    assert "end_date" not in found["open-end"]


def test_timelinejs_gets_no_markup_from_texts(exported: Exporter, hostile: Path) -> None:
    found = slides(exported(Target.TIMELINEJS, "--store", str(hostile)))
    assert (
        found["text-1"]["text"]["headline"] == "&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;"
    )
    for slide in found.values():
        assert set(re.findall(r"<[^>]*>?", slide["text"]["text"])) <= {"<p>", "</p>"}


def entries(path: Path) -> dict[str, tuple[str, str | None, str]]:
    """Read what begins an entry, with the id in the line below, as the parser of Markwhen does."""
    header, _, body = path.read_text(encoding="utf-8").removeprefix("---\n").partition("---\n")
    assert header == "title: narcotl\ntimezone: UTC\n"
    lines = body.splitlines()
    found = {}
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        if match := MARKWHEN.match(line):
            assert below.startswith("id: "), below
            found[below.removeprefix("id: ")] = (match[1], match[2], match[3])
        else:
            assert line == "" or line.startswith(("id: ", "- ")), line
    return found


def test_markwhen_holds_every_event_with_a_date(exported: Exporter, records: dict[str, list[Record]]) -> None:
    found = entries(exported(Target.MARKWHEN))
    dated = {event["id"]: event for event in records["event"] if event["date"]["earliest"] or event["date"]["latest"]}
    assert found.keys() == dated.keys()
    for name, (first, _, title) in found.items():
        date = dated[name]["date"]
        assert (date["earliest"] or date["latest"]).startswith(first)
        assert title.startswith(dated[name]["title"])
    assert found["laos-secret-war"][:2] == ("1965", "1975")


def test_markwhen_reads_hostile_texts_as_one_line(exported: Exporter, hostile: Path) -> None:
    path = exported(Target.MARKWHEN, "--store", str(hostile))
    found = entries(path)
    assert {event["id"] for event in EVENTS} - found.keys() == {"bc", "far-past", "far-future", "undated"}
    assert found["open-end"][:2] == ("1989", "now")
    details = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("- ")]
    labels = {line.partition(":")[0] for line in details if ":" in line}
    assert labels <= {"- Date", "- Status", "- Where", "- Who", "- Source"}
    assert not [line for line in details if line.count(":") > 1]


def test_geojson_is_valid_and_has_every_region_and_event(exported: Exporter, records: dict[str, list[Record]]) -> None:
    found = geojson.loads(exported(Target.GEOJSON).read_text(encoding="utf-8"))
    assert isinstance(found, geojson.FeatureCollection)
    assert found.is_valid
    features = {feature["id"]: feature for feature in found["features"]}
    points = {r["id"]: (r["lon"], r["lat"]) for r in records["region"] if r.get("lat") is not None}
    assert features.keys() == points.keys() | {event["id"] for event in records["event"]}
    for name, point in points.items():
        assert tuple(features[name]["geometry"]["coordinates"]) == point
    for event in records["event"]:
        wanted = [points[place["id"]] for place in event["regions"] if place["id"] in points]
        geometry = features[event["id"]]["geometry"]
        assert (list(geojson.utils.coords(geometry)) if geometry else []) == wanted
        assert features[event["id"]]["properties"]["date"] == event["date"]["edtf"]
    lima = features["peru"]["geometry"]["coordinates"]
    assert -82 < lima[0] < -68
    assert -19 < lima[1] < 0


def test_geojson_counts_what_has_no_place(hostile: Path, tmp_path: Path) -> None:
    answer = ask("export", "geojson", "--store", str(hostile), "-o", str(tmp_path / "out.geojson"))
    assert answer.err.splitlines() == [
        "narcotl: 1 region without coordinates left out: there is no place for them on a map",
        f"narcotl: {len(DATES)} of the events with a null geometry: no region of theirs has coordinates",
    ]
