"""`narcotl import`: what is taken, what is refused and why, and that nothing is guessed, doubled or half-written."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.front_door import ROOT, Answer, FrontDoor, Terminal
from tests.imports.given import files_of, outcomes, written

NESTED = ("--map", "date=when.from,end=when.to,participants=actors")


MAP = ("--map", "date=Date,title=Event,regions=Where", "--map", "participants=Who,kinds=Kind")


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
    written(table, table.read_text(encoding="utf-8") + "1990,Something new,Peru,CIA,\n")
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


def test_objects_without_a_name_are_no_names(narcotl: FrontDoor, tmp_path: Path) -> None:
    text = '[{"date": 1989, "title": "a", "actors": [{"role": "x"}]}]'
    answer = narcotl("import", "json", "-", "--into", str(tmp_path / "new"), "--json", stdin=text)
    assert [outcome for _, outcome, _ in outcomes(answer)] == ["created", "taken"]
    assert answer.err.startswith("narcotl: columns not taken: actors[]\n")


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
