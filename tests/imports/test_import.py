"""`narcotl import`: what is taken, what is refused and why, and that nothing is guessed, doubled or half-written."""

import importlib
import json
from pathlib import Path
from typing import Any

import pytest

from narcotl.dates import parse_edtf
from narcotl.dates.days import day_text
from tests.front_door import ROOT, Answer, FrontDoor, Terminal
from tests.small_store import FILES

TABLE = (
    "Date,Event,Where,Who,Kind\n"
    "06/00/1975,A <b>law</b> &amp; order,Peru,the Agency;Jane Roe,law\n"
    "12/00/63,Two digits,,,\n"
    "circa 1946-1947,A meeting,Burma,CIA,Meeting\n"
)
NESTED = ("--map", "date=when.from,end=when.to,participants=actors")
MAP = ("--map", "date=Date,title=Event,regions=Where", "--map", "participants=Who,kinds=Kind")


def files_of(store: Path) -> dict[str, bytes]:
    """Give every file below a folder, and folders as such."""
    return {str(path.relative_to(store)): path.read_bytes() if path.is_file() else b"" for path in store.rglob("*")}


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Write the table."""
    return written(tmp_path / "press.csv", TABLE)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Write the small store."""
    folder = tmp_path / "store"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def written(path: Path, text: str | bytes) -> Path:
    """Write a file."""
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def outcomes(answer: Answer) -> list[tuple[int, str, str | None]]:
    """Give the row, the outcome, and the date or the reason of each line of a report."""
    rows: Any = answer.json
    return [(row["row"], row["outcome"], row["reason"] or row["date"]) for row in rows]


def test_rows_become_events_and_names_become_references(narcotl: FrontDoor, store: Path, table: Path) -> None:
    answer = narcotl("import", "csv", str(table), "--into", str(store), *MAP, "--json")
    rows: Any = answer.json
    assert answer.status == 1
    assert [(row["row"], row["outcome"], row["kind"], row["date"], row["name"]) for row in rows] == [
        (2, "created", "source", None, "press.csv"),
        (2, "created", "actor", None, "Jane Roe"),
        (2, "taken", "event", "1975-06", "A law & order"),
        (3, "refused", None, None, "Two digits"),
        (4, "taken", "event", "1946~/1947~", "A meeting"),
    ]
    assert rows[3]["reason"] == "'12/00/63' is not a date: its year does not have four digits"
    assert answer.err == "narcotl: 2 taken, 2 created for them, 1 refused\n" + "".join(
        f"narcotl: written to {store}/{kind}/imported-press.jsonl\n" for kind in ("sources", "actors", "events")
    )
    event: Any = narcotl("event", rows[2]["id"], "--store", str(store), "--json").json
    assert event["regions"] == [{"id": "peru", "name": "Peru"}]
    assert [part["actor"]["id"] for part in event["participants"]] == ["cia", "jane-roe"]
    assert (event["kinds"], event["status"], event["date_as_written"]) == (["law"], "reported", "06/00/1975")
    assert event["sources"][0]["locator"] == "row 2"
    other: Any = narcotl("event", rows[4]["id"], "--store", str(store), "--json").json
    assert (other["regions"][0]["id"], other["kinds"]) == ("myanmar", ["meeting"])
    assert narcotl("check", "--level", "warning", "--store", str(store)) == Answer(0, "No problems.\n")


def test_importing_twice_adds_nothing(narcotl: FrontDoor, store: Path, table: Path) -> None:
    asked = ("import", "csv", str(table), "--into", str(store), *MAP, "--json")
    narcotl(*asked)
    before = files_of(store)
    again = narcotl(*asked)
    assert [outcome for _, outcome, _ in outcomes(again)] == ["present", "refused", "present"]
    assert again.err == "narcotl: 2 there already, 1 refused\n"
    assert files_of(store) == before
    written(table, TABLE + "1990,Something new,Peru,CIA,\n")
    assert [outcome for _, outcome, _ in outcomes(narcotl(*asked))] == ["present", "refused", "present", "taken"]
    assert narcotl("check", "--level", "warning", "--store", str(store)).status == 0


def test_a_dry_run_shows_the_same_and_writes_nothing(narcotl: FrontDoor, store: Path, table: Path) -> None:
    before = files_of(store)
    asked = ("import", "csv", str(table), "--into", str(store), *MAP, "--json")
    dry = narcotl(*asked, "--dry-run")
    assert dry.err == "narcotl: 2 taken, 2 created for them, 1 refused; nothing was written (--dry-run)\n"
    assert files_of(store) == before
    assert narcotl(*asked).out == dry.out


def test_an_export_comes_back_as_it_was(narcotl: FrontDoor, tmp_path: Path) -> None:
    exported = narcotl("export", "jsonl").out
    file = written(tmp_path / "all.jsonl", exported)
    for into in ("lines.jsonl", "folder"):
        answer = narcotl("import", "jsonl", str(file), "--into", str(tmp_path / into), "--json")
        assert (answer.status, {outcome for _, outcome, _ in outcomes(answer)}) == (0, {"taken"})
        back = narcotl("export", "jsonl", "--store", str(tmp_path / into)).out
        assert sorted(back.splitlines()) == sorted(exported.splitlines())
        assert narcotl("check", "--level", "warning", "--store", str(tmp_path / into)) == Answer(0, "No problems.\n")
    assert narcotl("export", "jsonl", "--store", str(tmp_path / "lines.jsonl")).out == exported
    again = narcotl("import", "jsonl", "-", "--into", str(ROOT / "data"), "--json", stdin=exported)
    assert {outcome for _, outcome, _ in outcomes(again)} == {"present"}


def test_lines_are_added_to_a_file_of_json_lines(narcotl: FrontDoor, tmp_path: Path, table: Path) -> None:
    into = written(tmp_path / "own.jsonl", '{"kind":"region","id":"peru","name":"Peru","type":"country"}')
    before = into.read_bytes()
    assert narcotl("import", "csv", str(table), "--into", str(into), *MAP).status == 1
    assert into.read_bytes().startswith(before + b"\n{")
    assert narcotl("check", "--level", "warning", "--store", str(into)) == Answer(0, "No problems.\n")


def test_what_check_would_refuse_is_refused(narcotl: FrontDoor, tmp_path: Path) -> None:
    event = {"kind": "event", "title": "t", "date": "1989", "kinds": [], "status": "reported", "sources": []}
    lines = [
        {**event, "id": "good", "regions": []},
        {**event, "id": "nowhere", "regions": ["atlantis"]},
        {**event, "id": "leans", "regions": [], "related": [{"event": "nowhere", "rel": "part_of"}]},
        {**event, "id": "undecided", "regions": [], "status": "perhaps"},
        {**event, "id": "good", "regions": []},
    ]
    text = "".join(f"{json.dumps(line)}\n" for line in lines)
    answer = narcotl("import", "jsonl", "-", "--into", str(tmp_path / "new.jsonl"), "--json", stdin=text + "{oops\n")
    assert outcomes(answer)[:5] == [
        (1, "taken", "1989"),
        (2, "refused", "unknown region 'atlantis'"),
        (3, "refused", "unknown event 'nowhere'"),
        (4, "refused", "'perhaps' is not one of the words of event-status"),
        (5, "present", "row 1 has the same id"),
    ]
    assert outcomes(answer)[5][:2] == (6, "refused")
    assert narcotl("check", "--level", "warning", "--store", str(tmp_path / "new.jsonl")).status == 0


def test_what_cannot_be_a_new_name_refuses_the_rows_that_need_it(narcotl: FrontDoor, tmp_path: Path) -> None:
    text = f"date,title,actor\n1989,A,{'x' * 100_001}\n1990,B,Jane\n"
    answer = narcotl("import", "csv", "-", "--into", str(tmp_path / "new"), "--json", stdin=text)
    assert [(row, outcome) for row, outcome, _ in outcomes(answer)] == [
        (3, "created"),
        (3, "created"),
        (2, "refused"),
        (3, "taken"),
    ]


def test_a_failure_in_the_middle_leaves_what_was_there(
    narcotl: FrontDoor, store: Path, table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files_of(store)
    real = Path.replace

    def fail(self: Path, target: Path) -> Path:
        if target.parent.name == "events":
            raise OSError(28, "No space left on device")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", fail)
    answer = narcotl("import", "csv", str(table), "--into", str(store), *MAP)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err == (
        f"narcotl: cannot write {store / 'events' / 'imported-press.jsonl'}: No space left on device\n"
        "Nothing was changed.\n"
    )
    assert files_of(store) == before


@pytest.mark.parametrize(
    ("form", "content", "said"),
    [
        (
            "csv",
            b"version https://git-lfs.github.com/spec/v1\noid sha256:1\n",
            "a Git LFS pointer, not the file itself",
        ),
        ("csv", b"/annex/objects/SHA256E-s1--0.csv\n", "a git-annex pointer, not the file itself"),
        ("csv", b"\n<!DOCTYPE html><html></html>", "HTML, not csv"),
        ("csv", b"PK\x03\x04rest", "a ZIP archive, as spreadsheets in .xlsx and .ods are, not csv"),
        ("csv", b'[{"date": "1989"}]', "JSON, not csv"),
        ("json", b"var data = [1];", "JavaScript, not json"),
        ("json", b"events([{}]);", "JavaScript, not json"),
        ("json", b"<?xml version='1.0'?><a/>", "XML, not json"),
        ("timelinejs", b"BEGIN:VCALENDAR\n", "an iCalendar file, not timelinejs"),
        ("ics", b"SQLite format 3\0", "an SQLite database, not ics"),
        ("ics", b"nothing of the kind", "not an iCalendar file: it does not begin with BEGIN:VCALENDAR"),
        ("json", b'{"a": 1}\n{"a": 2}', "not JSON: Extra data in line 2"),
        ("csv", b"", "empty"),
        ("csv", b"date,title\n1989,caf\xe9\n", "not UTF-8: byte 0xe9 in line 2"),
        ("csv", b"d\0a\0t\0e\0", "no text"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_refused_in_one_line(
    narcotl: FrontDoor, tmp_path: Path, form: str, content: bytes, said: str
) -> None:
    file = written(tmp_path / f"data.{form}", content)
    answer = narcotl("import", form, str(file), "--into", str(tmp_path / "new"))
    assert (answer.status, answer.out) == (2, "")
    first = answer.err.splitlines()[0]
    expected = "data.csv holds zero bytes, so it is no text" if said == "no text" else f"data.{form} is {said}"
    assert first.startswith(f"narcotl: {expected}")
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("encoding", "asked"),
    [("utf-8", ()), ("utf-8-sig", ()), ("utf-16", ()), ("utf-32", ()), ("cp1252", ("--encoding", "windows-1252"))],
)
def test_encodings_are_marked_or_asked_for(
    narcotl: FrontDoor, tmp_path: Path, encoding: str, asked: tuple[str, ...]
) -> None:
    file = written(tmp_path / "a.csv", 'date,title\n1989,"Otárola, café €"\n'.encode(encoding))
    answer = narcotl("import", "csv", str(file), "--into", str(tmp_path / "new"), *asked, "--json")
    rows: Any = answer.json
    assert (answer.status, rows[-1]["name"]) == (0, "Otárola, café €")


def test_an_encoding_that_the_file_denies_is_refused(narcotl: FrontDoor, tmp_path: Path) -> None:
    file = written(tmp_path / "a.csv", "date,title\n1989,é\n".encode("utf-8-sig"))
    asked = ("import", "csv", str(file), "--into", str(tmp_path / "new"), "--encoding")
    assert narcotl(*asked, "cp1252").err == (
        "narcotl: a.csv begins with the mark of UTF-8, not of cp1252\nLeave --encoding out: the file says it itself.\n"
    )
    assert narcotl(*asked, "klingon").err.startswith("narcotl: there is no encoding 'klingon'\n")


def test_columns_are_named_or_known_by_their_names(narcotl: FrontDoor, tmp_path: Path) -> None:
    file = written(tmp_path / "a.csv", "Date,What,Colour\n1989,A law,red\n")
    asked = ("import", "csv", str(file), "--into", str(tmp_path / "new"), "--dry-run")
    assert narcotl(*asked).err == (
        "narcotl: no column of a.csv is said to be the title\n"
        "Name it: --map title=COLUMN; there are: Date, What, Colour.\n"
    )
    assert narcotl(*asked, "--map", "title=Waht").err == "narcotl: a.csv has no column 'Waht'\nDid you mean What?\n"
    assert narcotl(*asked, "--map", "titel=What").err == "narcotl: no column can fill 'titel'\nDid you mean title?\n"
    mapping = written(tmp_path / "map.toml", 'title = "What"\n')
    answer = narcotl(*asked, "--mapping", str(mapping), "--json")
    assert outcomes(answer)[-1] == (2, "taken", "1989")
    assert answer.err.startswith("narcotl: columns not taken: Colour\n")


def test_rows_that_do_not_fit_are_refused_alone(narcotl: FrontDoor, tmp_path: Path) -> None:
    text = 'date,title\n1989,"two\nlines"\n1990,A,B\n\n1991,\n1992,Fine\n'
    answer = narcotl("import", "csv", "-", "--into", str(tmp_path / "new"), "--json", stdin=text)
    assert outcomes(answer)[1:] == [
        (2, "taken", "1989"),
        (4, "refused", "the row has 3 cells, and there are 2 headings"),
        (6, "refused", "it has no title"),
        (7, "taken", "1992"),
    ]


def test_separators_are_asked_for(narcotl: FrontDoor, tmp_path: Path) -> None:
    file = written(tmp_path / "a.csv", "date;title;actors\n1989;A;Jane, Joe\n")
    asked = ("import", "csv", str(file), "--into", str(tmp_path / "new"), "--json")
    assert narcotl(*asked).err == "narcotl: a.csv seems to be separated by a semicolon\nSay so: --delimiter ';'.\n"
    rows: Any = narcotl(*asked, "--delimiter", ";", "--separator", ",").json
    assert [row["name"] for row in rows] == ["a.csv", "Jane", "Joe", "A"]
    tabs = narcotl("import", "tsv", "-", "--into", str(tmp_path / "tabs"), "--json", stdin="date\ttitle\n1989\tA\n")
    assert outcomes(tabs)[-1] == (2, "taken", "1989")


def test_json_has_rows_below_paths(narcotl: FrontDoor, tmp_path: Path) -> None:
    rows = [{"when": {"from": 1989, "to": 1991}, "title": "A", "actors": [{"name": "Jane"}, "Joe"]}, 5]
    for text in (json.dumps(rows), json.dumps({"count": 2, "rows": rows})):
        into = str(tmp_path / f"new-{len(text)}")
        answer = narcotl("import", "json", "-", "--into", into, *NESTED, "--json", stdin=text)
        assert outcomes(answer)[-2:] == [(1, "taken", "1989/1991"), (2, "refused", "it is no object")]


def test_what_is_there_with_another_content_is_told(narcotl: FrontDoor, store: Path) -> None:
    exported = narcotl("export", "jsonl", "--store", str(store)).out
    changed = exported.replace('"name":"Peru"', '"name":"Perou"')
    assert changed != exported
    before = files_of(store)
    asked = ("import", "jsonl", "-", "--into", str(store), "--json")
    answer = narcotl(*asked, stdin=changed)
    rows: Any = answer.json
    found = {row["id"]: row["reason"] for row in rows}
    assert found["peru"] == "the store has a record with this id, but different in: name"
    assert {reason for name, reason in found.items() if name != "peru"} == {"the store has a record with this id"}
    assert answer.err == f"narcotl: {len(rows)} there already (1 different, and not changed)\n"
    assert files_of(store) == before


def test_a_row_differs_only_in_what_it_says(narcotl: FrontDoor, store: Path) -> None:
    rows: Any = narcotl("timeline", "--store", str(store), "--json").json
    event = rows[0]
    asked = ("import", "csv", "-", "--into", str(store), "--json", "--edtf")
    same = f"id,date,title\n{event['id']},{event['date']['edtf']},{event['title']}\n"
    assert outcomes(narcotl(*asked, stdin=same)) == [(2, "present", "the store has a record with this id")]
    twice = same + f"{event['id']},1801,Something else\n"
    assert outcomes(narcotl(*asked, stdin=twice))[1] == (
        3,
        "present",
        "row 2 has the same id, but different in: title, date",
    )


def test_what_has_an_option_as_its_way_out_says_so(narcotl: FrontDoor, tmp_path: Path) -> None:
    table = "date,title\n44927,A\n06/07/1975,B\n26/07/1975,C\n99/99/1975,D\n"
    rows: Any = narcotl("import", "csv", "-", "--into", str(tmp_path / "new"), "--json", "--dry-run", stdin=table).json
    assert [row["hint"] for row in rows[1:]] == [
        "If it counts the days of a spreadsheet, say from when: --excel-dates 1900.",
        "Say which number is the day: --date-order dmy, or mdy.",
        None,
        "Write day, month and year: 26/11/1984 or 1984-11-26.",
    ]


def test_the_report_fits_a_narrow_terminal(narcotl_terminal: Terminal, tmp_path: Path) -> None:
    written(tmp_path / "a.csv", "date,title\n1989,A law\n12/00/63,A raid\n")
    shown = narcotl_terminal("import", "csv", "a.csv", "--into", "new", "--dry-run", "--no-color", cwd=tmp_path).out
    assert [line.split()[:2] for line in shown.splitlines()[3:6]] == [
        ["2", "created"],
        ["2", "taken"],
        ["3", "refused"],
    ]
    assert max(map(len, shown.splitlines())) <= 80


def test_dates_that_are_edtf_already_have_one_reading(narcotl: FrontDoor, tmp_path: Path) -> None:
    asked = ("import", "csv", "-", "--into", str(tmp_path / "new"), "--json", "--dry-run")
    table = "date,title\n2007-21,A spring\n06/07/1975,No EDTF\n"
    assert [outcome for _, outcome, _ in outcomes(narcotl(*asked, stdin=table))] == ["refused", "refused"]
    answer = narcotl(*asked, "--edtf", stdin=table)
    assert [outcome for _, outcome, _ in outcomes(answer)] == ["created", "taken", "refused"]
    assert narcotl(*asked, "--edtf", "--date-order", "dmy", stdin=table).err == (
        "narcotl: EDTF has one order and no numbers of days\nLeave out --edtf, or the other option.\n"
    )


def test_a_name_of_several_is_refused_with_their_ids(narcotl: FrontDoor, tmp_path: Path) -> None:
    into = tmp_path / "s.jsonl"
    written(into, "".join(f'{{"kind":"actor","id":"{i}","name":"Jane","type":"person"}}\n' for i in ("j1", "j2")))
    answer = narcotl("import", "csv", "-", "--into", str(into), "--json", stdin="date,title,actor\n1989,A,jane\n")
    assert outcomes(answer) == [(2, "refused", "'jane' is the name of 2 actors")]
    rows: Any = answer.json
    assert rows[0]["hint"] == "Write one of the ids: j1, j2."
    assert answer.err == "narcotl: 1 refused\n"


def test_a_source_of_the_store_can_say_it(narcotl: FrontDoor, store: Path) -> None:
    asked = ("import", "csv", "-", "--into", str(store), "--json", "--source")
    assert narcotl(*asked, "A seed", stdin="date,title\n1989,A\n").status == 0
    found = json.loads((store / "events" / "imported-standard-input.jsonl").read_text())
    assert found["sources"] == [{"source": "seed-001", "locator": "row 2"}]
    assert narcotl(*asked, "nobody", stdin="date,title\n1989,A\n").status == 1


@pytest.mark.parametrize(("name", "said"), [("own.yaml", "is written by hand"), ("own.txt", "is no store")])
def test_nothing_is_imported_into_what_is_no_store(narcotl: FrontDoor, tmp_path: Path, name: str, said: str) -> None:
    file = written(tmp_path / name, "[]\n")
    answer = narcotl("import", "csv", "-", "--into", str(file), stdin="date,title\n1989,A\n")
    assert (answer.status, answer.out) == (2, "")
    assert said in answer.err
    assert file.read_bytes() == b"[]\n"


def test_formats_are_named(narcotl: FrontDoor, tmp_path: Path) -> None:
    answer = narcotl("import", "cvs", "x", "--into", str(tmp_path))
    assert (answer.status, answer.err) == (2, "narcotl: there is no import format 'cvs'\nDid you mean ics or csv?\n")
    answer = narcotl("import", "csv", str(tmp_path / "x.csv"), "--into", str(tmp_path))
    assert answer.err == f"narcotl: cannot read {tmp_path}/x.csv: No such file or directory\nName a file.\n"


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


def test_a_bibliography_of_ours_is_there_already(narcotl: FrontDoor, tmp_path: Path) -> None:
    file = written(tmp_path / "ours.json", narcotl("export", "csl-json").out)
    answer = narcotl("import", "csl-json", str(file), "--into", str(ROOT / "data"), "--dry-run", "--json")
    assert {outcome for _, outcome, _ in outcomes(answer)} == {"present"}
    fresh = narcotl("import", "csl-json", str(file), "--into", str(tmp_path / "new"), "--json")
    assert (fresh.status, {outcome for _, outcome, _ in outcomes(fresh)}) == (0, {"taken"})
    ours: Any = narcotl("source", "--json").json
    back: Any = narcotl("source", "--store", str(tmp_path / "new"), "--json").json
    kept = ("id", "type", "title", "publisher", "volume", "issue", "page", "url")
    assert [[row.get(key) for key in kept] for row in back] == [[row.get(key) for key in kept] for row in ours]
    assert narcotl("check", "--level", "warning", "--store", str(tmp_path / "new")).status == 0


def test_works_become_sources(narcotl: FrontDoor, store: Path) -> None:
    works = [
        {
            "id": "http://zotero.org/1",
            "type": "book",
            "title": "A <i>title</i>",
            "issued": {"date-parts": [["1972", 3], ["1973"]], "circa": True},
            "author": [{"given": "Frederick", "family": "Hitz"}, {"given": "Ann", "family": "Other"}],
            "DOI": "10.1/x",
            "abstract": "long",
        },
        {"id": "spoken", "type": "interview", "title": "B", "issued": {"raw": "circa 1946-1947"}},
        {"id": "when", "type": "book", "title": "C"},
        {"id": "what", "type": "patent", "title": "D"},
        {"id": "bad", "type": "book", "title": "E", "issued": {"raw": "12/00/63"}},
    ]
    asked = ("import", "csl-json", "-", "--into", str(store), "--json")
    answer = narcotl(*asked, stdin=json.dumps(works))
    assert [(row, outcome) for row, outcome, _ in outcomes(answer)] == [
        (1, "taken"),
        (2, "taken"),
        (3, "taken"),
        (4, "refused"),
        (5, "refused"),
    ]
    assert answer.err.startswith("narcotl: fields not taken: abstract\n")
    lines = (store / "sources" / "imported-standard-input.jsonl").read_text().splitlines()
    first, second, third = map(json.loads, lines)
    assert (first["title"], first["issued"], first["author"]) == ("A title", "1972-03~/1973~", ["hitz", "Ann Other"])
    assert (first["url"], second["issued"]) == ("https://doi.org/10.1/x", "1946~/1947~")
    assert (third["issued"], third["flags"]) == ("XXXX", ["undated"])
    assert narcotl("check", "--level", "warning", "--store", str(store)) == Answer(0, "No problems.\n")
    again = narcotl(*asked, stdin=json.dumps(works))
    assert [outcome for _, outcome, _ in outcomes(again)] == ["present"] * 3 + ["refused"] * 2


@pytest.mark.parametrize(
    ("form", "content", "reason"),
    [
        ("json", r'[{"date": "1989", "title": "a\ud800"}]', "it holds half of a character (a lone surrogate)"),
        (
            "json",
            r'[{"date": "1989", "title": "a", "actor": "\ud800"}]',
            "it holds half of a character (a lone surrogate)",
        ),
        ("jsonl", '{"kind": "event", "id": "x", "title": {"a": 1}}', None),
        ("timelinejs", '{"events": [7]}', "it is no slide"),
        ("timelinejs", '{"events": [{"start_date": {"year": "soon"}, "text": 5}]}', "'soon' is no year"),
        ("csl-json", "[7]", "it is no object"),
        ("csl-json", '[{"title": "t", "type": ["book"], "genre": {}}]', None),
        ("csl-json", '[{"title": "t", "type": "book", "author": "Jane"}]', "its authors are no list"),
        ("csl-json", '[{"title": "t", "type": "book", "issued": {"date-parts": [["x"]]}}]', "'x' is no year"),
        ("csl-json", '[{"title": "t", "type": "book", "issued": {"date-parts": 5}}]', None),
    ],
)
def test_strange_items_are_refused_and_break_nothing(
    narcotl: FrontDoor, tmp_path: Path, form: str, content: str, reason: str | None
) -> None:
    into = tmp_path / "new"
    answer = narcotl("import", form, "-", "--into", str(into), "--json", stdin=content)
    rows: Any = answer.json
    assert (answer.status, [row["outcome"] for row in rows], answer.err) == (1, ["refused"], "narcotl: 1 refused\n")
    assert rows[0]["reason"] == (reason or rows[0]["reason"])
    assert rows[0]["reason"]
    assert not into.exists()


def test_objects_without_a_name_are_no_names(narcotl: FrontDoor, tmp_path: Path) -> None:
    text = '[{"date": 1989, "title": "a", "actors": [{"role": "x"}]}]'
    answer = narcotl("import", "json", "-", "--into", str(tmp_path / "new"), "--json", stdin=text)
    assert [outcome for _, outcome, _ in outcomes(answer)] == ["created", "taken"]
    assert answer.err.startswith("narcotl: columns not taken: actors[]\n")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1252"])
def test_tables_that_excel_writes(narcotl: FrontDoor, tmp_path: Path, encoding: str) -> None:
    """With a byte order mark or without, and a first line that names the separator."""
    text = (
        "sep=;\r\nDatum;Ereignis;Ort\r\n20.12.1989;Überfall auf „Müller“;Lima\r\n\r\n06.1975;Ernte;\r\n1975;Jahr;\r\n"
    )
    file = written(tmp_path / "excel.csv", text.encode(encoding))
    said = ("--encoding", encoding) if encoding == "windows-1252" else ()
    answer = narcotl(
        *(
            "import",
            "csv",
            str(file),
            "--into",
            str(tmp_path / "new"),
            "--map",
            "date=Datum,title=Ereignis,regions=Ort",
        ),
        *said,
        "--json",
    )
    rows: Any = answer.json
    assert [(row["row"], row["date"], row["name"]) for row in rows if row["kind"] == "event"] == [
        (3, "1989-12-20", "Überfall auf „Müller“"),
        (5, "1975-06", "Ernte"),
        (6, "1975", "Jahr"),
    ]


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


def test_what_was_renamed_or_merged_is_not_taken_again(narcotl: FrontDoor, store: Path, tmp_path: Path) -> None:
    table = "date,title,regions\n1988-03-12,A block,Peru\n1988,Raid,Peru\n1989,Pact,Peru\n"
    file = written(tmp_path / "sheet.csv", table)
    first: Any = narcotl("import", "csv", str(file), "--into", str(store), "--json").json
    block, raid, _ = [row["id"] for row in first if row["kind"] == "event"]
    in_store = ("--store", str(store))
    assert narcotl("rename", block, "road-block", *in_store).status == 0
    assert (
        narcotl(
            "new",
            "event",
            "--title",
            "The raid",
            "--date",
            "1988-05",
            "--region",
            "Peru",
            "--kind",
            "seizure",
            "--status",
            "reported",
            "--source",
            "imported-sheet",
            "--id",
            "the-raid",
            *in_store,
        ).status
        == 0
    )
    assert narcotl("merge-records", "the-raid", raid, "--into-note", *in_store).status == 0
    again = narcotl("import", "csv", str(file), "--into", str(store), "-f", "{row} {outcome} {reason}")
    assert again == Answer(
        0,
        "2 present the store has it as road-block\n"
        "3 present the store has it as the-raid, but different in: title, date\n"
        "4 present the store has a record with this id\n",
        "narcotl: 3 there already (1 different, and not changed)\n",
    )
    file.write_text("date,title,regions\n1990,New,Peru\n1988-03-12,A block,Peru\n1988-03-12,A block,Burma\n")
    shifted = narcotl("import", "csv", str(file), "--into", str(store), "-f", "{row} {outcome} {id}")
    assert [line.split()[:2] for line in shifted.out.splitlines()] == [["2", "taken"], ["3", "present"], ["4", "taken"]]
