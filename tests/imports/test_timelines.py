"""Slides of TimelineJS and entries of calendars become events, and our own come back."""

import importlib
import json
from pathlib import Path
from typing import Any

import pytest

from narcotl.dates import parse_edtf
from narcotl.dates.days import day_text
from tests.front_door import ROOT, FrontDoor
from tests.imports.given import outcomes, written


@pytest.mark.parametrize("form", ["timelinejs", "ics"])
def test_a_timeline_of_ours_is_there_already(narcotl: FrontDoor, tmp_path: Path, form: str) -> None:
    if form == "ics":
        importlib.import_module("icalendar")
    file = written(tmp_path / "ours", narcotl("export", form).out)
    answer = narcotl("import", form, str(file), "--into", str(ROOT / "data"), "--dry-run", "--json")
    assert {outcome for _, outcome, _ in outcomes(answer)} <= {"present", "refused"}
    fresh = narcotl("import", form, str(file), "--into", str(tmp_path / "new"), "--json")
    assert {outcome for _, outcome, _ in outcomes(fresh)} <= {"created", "taken", "refused"}
    assert narcotl("check", "--level", "warning", "--store", str(tmp_path / "new")).status == 0
    rows: Any = fresh.json
    dates = {row["id"]: row["date"] for row in rows if row["outcome"] == "taken"}
    events: Any = narcotl("timeline", "--json").json
    bounds = {event["id"]: event["date"] for event in events}
    assert len(dates) > 100
    for name, edtf in dates.items():
        if form == "timelinejs" and bounds[name]["start"] == bounds[name]["end"] == "known":
            assert day_text(parse_edtf(edtf).earliest or (0, 0, 0)) == bounds[name]["earliest"]


@pytest.mark.parametrize(("form", "lost"), [("timelinejs", {"kinds"}), ("ics", {"kinds", "topics"})])
def test_a_timeline_of_ours_says_what_the_store_says(
    narcotl: FrontDoor, tmp_path: Path, form: str, lost: set[str]
) -> None:
    file = written(tmp_path / "ours", narcotl("export", form).out)
    answer = narcotl("import", form, str(file), "--into", str(ROOT / "data"), "--dry-run", "--json")
    different = {reason.partition(" in: ")[2] for _, _, reason in outcomes(answer) if reason and " in: " in reason}
    assert {field for fields in different for field in fields.split(", ")} <= lost


def test_places_of_a_calendar_are_several_if_each_is_known(narcotl: FrontDoor, store: Path) -> None:
    places = ("Peru\\; Lima", "Peru\\, Burma", "Lima\\, Peru", "Burma")
    entries = "".join(
        f"BEGIN:VEVENT\r\nUID:e{number}\r\nSUMMARY:A\r\nDTSTART;VALUE=DATE:19890601\r\nLOCATION:{place}\r\nEND:VEVENT\r\n"
        for number, place in enumerate(places)
    )
    file = written(store.parent / "a.ics", CALENDAR.format(entries=entries))
    assert narcotl("import", "ics", str(file), "--into", str(store), "--json").status == 0
    made = [json.loads(line) for line in (store / "events" / "imported-a.jsonl").read_text().splitlines()]
    assert [event["regions"] for event in made] == [["peru", "lima"], ["peru", "myanmar"], ["lima-peru"], ["myanmar"]]


def test_slides_keep_what_was_fuzzy_about_their_dates(narcotl: FrontDoor, tmp_path: Path) -> None:
    slides = [
        {"start_date": {"year": "1950"}, "display_date": "c. 1950", "text": {"headline": "A &amp; B"}},
        {"start_date": {"year": 1960, "month": 2}, "display_date": "then", "text": {"headline": "C"}, "group": "law"},
        {"start_date": {"year": -43, "month": 3, "day": 15}, "text": {"headline": "D"}, "group": "Rome"},
        {"start_date": {"year": 1960, "month": 13}, "text": {"headline": "E"}},
        {"text": {"headline": "F"}},
    ]  # fmt: skip
    text = json.dumps({"title": {}, "events": slides, "eras": [{}]})
    answer = narcotl("import", "timelinejs", "-", "--into", str(tmp_path / "new"), "--json", stdin=text)
    assert [(row, outcome) for row, outcome, _ in outcomes(answer)[1:]] == [
        (1, "taken"), (2, "taken"), (3, "taken"), (4, "refused"), (5, "refused")
    ]  # fmt: skip
    assert [what for _, outcome, what in outcomes(answer)[1:] if outcome == "taken"] == [
        "1950~",
        "1960-02",
        "-0043-03-15",
    ]
    assert answer.err.startswith("narcotl: 1 eras not taken: they are no events\n")
    events: Any = narcotl("timeline", "--store", str(tmp_path / "new"), "--json").json
    assert [(event["kinds"], event["topics"]) for event in events] == [([], ["rome"]), ([], []), (["law"], [])]


CALENDAR = """\
BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:x\r
{entries}END:VCALENDAR\r
"""


ENTRIES = (
    "SUMMARY:Two days\r\nDTSTART;VALUE=DATE:19890601\r\nDTEND;VALUE=DATE:19890603\r\nCATEGORIES:Meeting,coca\r\n",
    "SUMMARY:At noon\r\nDTSTART:19890601T120000Z\r\nLOCATION:Lima\r\nORGANIZER;CN=Jane Roe:mailto:j@example.org\r\n",
    "SUMMARY:Every year\r\nDTSTART;VALUE=DATE:19890601\r\nRRULE:FREQ=YEARLY\r\n",
    "SUMMARY:Called off\r\nDTSTART;VALUE=DATE:19890601\r\nSTATUS:CANCELLED\r\n",
    "SUMMARY:Backwards\r\nDTSTART;VALUE=DATE:19890603\r\nDTEND;VALUE=DATE:19890601\r\n",
    "SUMMARY:Whenever\r\n",
)


def test_entries_of_a_calendar_are_whole_days(narcotl: FrontDoor, tmp_path: Path) -> None:
    entries = "".join(f"BEGIN:VEVENT\r\nUID:{n}\r\n{entry}END:VEVENT\r\n" for n, entry in enumerate(ENTRIES))
    file = written(tmp_path / "a.ics", CALENDAR.format(entries=entries))
    answer = narcotl("import", "ics", str(file), "--into", str(tmp_path / "new"), "--json")
    assert outcomes(answer)[3:] == [
        (1, "taken", "1989-06-01/1989-06-02"),
        (2, "taken", "1989-06-01"),
        (3, "refused", "it recurs, and an event happens once"),
        (4, "refused", "the calendar says that it was cancelled"),
        (5, "refused", "it ends before it begins"),
        (6, "refused", "it has no day on which it begins"),
    ]
    events: Any = narcotl("timeline", "--store", str(tmp_path / "new"), "--json").json
    by_title = {event["title"]: event for event in events}
    assert (by_title["Two days"]["kinds"], by_title["Two days"]["topics"]) == (["meeting"], ["coca"])
    assert by_title["At noon"]["regions"][0]["name"] == "Lima"
    assert by_title["At noon"]["participants"][0]["actor"]["name"] == "Jane Roe"


SHEET = """\
Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Note,Type,Group
1989,12,20,,1990,1,31,,,Invasion of Panama,<p>US forces &amp; allies</p>,https://example.org/x.jpg,A. Person,,,law
1986,,,,,,,,,Airport,,,,,,
-232,,,,,,,,,Old,,,,,,
,,,,,,,,,The drug trade,intro,,,,title,
1986,13,,,,,,,,Bad month,,,,,,
1986,,5,,,,,,,Day without month,,,,,,
1900,,,,1910,,,,,The era,,,,,era,
"""


def test_the_sheet_of_a_timeline_has_slides(narcotl: FrontDoor, tmp_path: Path) -> None:
    file = written(tmp_path / "sheet.csv", SHEET.replace("\n", "\r\n"))
    answer = narcotl("import", "timelinejs", str(file), "--into", str(tmp_path / "new"), "--json")
    assert outcomes(answer)[1:] == [
        (2, "taken", "1989-12-20/1990-01-31"),
        (3, "taken", "1986"),
        (4, "taken", "-0232"),
        (6, "refused", "'1986-13' is not a date: there is no month 13"),
        (7, "refused", "it has a day without a month"),
    ]
    assert answer.err.startswith(
        "narcotl: 1 of the type title not taken: no event\nnarcotl: 1 of the type era not taken: no event\n"
    )
    event: Any = narcotl("timeline", "--store", str(tmp_path / "new"), "--date", "1989-12-20", "--json").json
    assert (event[0]["summary"], event[0]["kinds"], event[0]["note"]) == (
        "US forces & allies",
        ["law"],
        "Media: https://example.org/x.jpg; A. Person",
    )
