"""`narcotl export` as a command: where it writes, what it refuses, and that the same store gives the same export."""

import importlib
import json
import os
import re
import sys
from pathlib import Path

import pytest

from narcotl.exports.registry import EXPORTS, Shape, Target
from tests.front_door import FrontDoor, Head

TEXTS = [target for target in Target if EXPORTS[target].shape is Shape.TEXT]
OTHERS = [target for target in Target if EXPORTS[target].shape is not Shape.TEXT]
NEEDY = [target for target in Target if EXPORTS[target].needs]


def content(path: Path) -> dict[str, bytes]:
    """Give the bytes of a file, or of each file of a folder."""
    files = [path] if path.is_file() else sorted(path.iterdir())
    return {file.name if path.is_dir() else "": file.read_bytes() for file in files}


@pytest.mark.parametrize("target", [target for target in Target if target is not Target.DUCKDB])
def test_the_same_store_gives_the_same_export(narcotl: FrontDoor, tmp_path: Path, target: Target) -> None:
    for name in ("one", "other"):
        assert narcotl("export", target.value, "-o", str(tmp_path / name)).status == 0
    assert content(tmp_path / "one") == content(tmp_path / "other")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["one", "other"]


@pytest.mark.parametrize("target", TEXTS)
def test_a_text_goes_to_standard_output(narcotl: FrontDoor, tmp_path: Path, target: Target) -> None:
    asked = ("export", target.value, "--region", "bolivia")
    answer = narcotl(*asked)
    assert answer.status == 0
    written = narcotl(*asked, "-o", str(tmp_path / "out"))
    assert (tmp_path / "out").read_bytes() == answer.out.encode()
    assert (written.out, written.err) == ("", answer.err)


@pytest.mark.parametrize("target", OTHERS)
def test_what_is_no_text_wants_a_place(narcotl: FrontDoor, target: Target) -> None:
    shape = EXPORTS[target].shape.value
    answer = narcotl("export", target.value)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err == (
        f"narcotl: export {target.value} writes a {shape}, not a text\nName the {shape} with --output.\n"
    )


@pytest.mark.parametrize("target", NEEDY)
def test_a_missing_extra_is_named(narcotl: FrontDoor, monkeypatch: pytest.MonkeyPatch, target: Target) -> None:
    entry = EXPORTS[target]
    monkeypatch.setitem(sys.modules, entry.needs[-1], None)
    answer = narcotl("export", target.value, "-o", "never")
    assert answer.status == 2
    assert answer.err.startswith(f"narcotl: export {target.value} needs {entry.needs[-1]}, which cannot be imported")
    assert answer.err.endswith(f"pip install 'narcotl[{entry.extra}]'.\n")
    assert not Path("never").exists()


@pytest.mark.parametrize("target", Target)
def test_an_empty_choice_is_an_export(narcotl: FrontDoor, tmp_path: Path, target: Target) -> None:
    answer = narcotl("export", target.value, "--text", "xyzzy", "-o", str(tmp_path / "out"))
    assert (answer.status, answer.out, answer.err) == (0, "", "")
    assert (tmp_path / "out").exists()


def test_filters_choose_what_the_timeline_shows(narcotl: FrontDoor) -> None:
    filters = ("--region", "andes", "--where", "kind:law OR kind:policy", "--since", "1980")
    events = [
        row for row in narcotl("export", "jsonl", *filters).rows if isinstance(row, dict) and row["kind"] == "event"
    ]
    assert events == narcotl("timeline", *filters, "--json").json
    slides = json.loads(narcotl("export", "timelinejs", *filters).out)["events"]
    assert [slide["unique_id"] for slide in slides] == [event["id"] for event in events]


def test_a_part_of_a_store_brings_along_what_it_names(narcotl: FrontDoor, tmp_path: Path) -> None:
    part = tmp_path / "part.jsonl"
    exported = narcotl("export", "jsonl", "--region", "bolivia", "-o", str(part))
    problems = narcotl("check", "--limit", "10000", "--store", str(part)).out
    outside = len(re.findall(r": unknown [a-z]+ '", problems))
    assert exported.status == 0
    assert exported.err == (
        f"narcotl: {outside} references lead to records that were not chosen; `narcotl check` lists them\n"
    )
    answer = narcotl("timeline", "--store", str(part), "--region", "bolivia", "--json")
    whole = narcotl("timeline", "--region", "bolivia", "--json")
    assert isinstance(answer.json, list)
    assert isinstance(whole.json, list)
    assert [event["id"] for event in answer.json] == [event["id"] for event in whole.json]


def test_a_folder_with_something_else_in_it_is_left_alone(narcotl: FrontDoor, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    assert narcotl("export", "csv", "-o", str(folder)).status == 0
    assert narcotl("export", "csv", "--region", "peru", "-o", str(folder)).status == 0
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    before = content(folder)
    answer = narcotl("export", "csv", "-o", str(folder))
    assert answer.status == 2
    assert f"the folder '{folder}' holds something else: 'notes.txt'" in answer.err
    assert content(folder) == before
    assert [file.name for file in tmp_path.iterdir()] == ["folder"]


@pytest.mark.parametrize("target", OTHERS)
def test_what_is_no_regular_file_is_left_alone(narcotl: FrontDoor, tmp_path: Path, target: Target) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    answer = narcotl("export", target.value, "-o", str(pipe))
    what = "folder" if EXPORTS[target].shape is Shape.FOLDER else "regular file"
    assert (answer.status, answer.out) == (2, "")
    assert answer.err == f"narcotl: cannot write '{pipe}': it is no {what}\nName another one with --output.\n"
    assert pipe.is_fifo()


def test_a_file_stands_where_a_folder_is_wanted(narcotl: FrontDoor, tmp_path: Path) -> None:
    assert "it is no regular file" in narcotl("export", "sqlite", "-o", str(tmp_path)).err
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    assert "it is no folder" in narcotl("export", "csv", "-o", str(tmp_path / "file")).err
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"


def test_a_limit_counts_what_is_left_out(narcotl: FrontDoor) -> None:
    answer = narcotl("export", "geojson", "--limit", "2")
    assert "2 claims left out" in answer.err
    events = [found for found in json.loads(answer.out)["features"] if found["properties"]["kind"] == "event"]
    assert len(events) == 2


def test_a_failure_leaves_what_was_there(narcotl: FrontDoor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "old.db"
    path.write_bytes(b"old")
    sqlite = importlib.import_module("narcotl.exports.sqlite")
    monkeypatch.setattr(sqlite, "dictionary", lambda: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        narcotl("export", "sqlite", "-o", str(path))
    assert path.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["old.db"]


def test_a_reader_that_has_enough_ends_it_quietly(narcotl_head: Head) -> None:
    answer = narcotl_head("export", "jsonl", lines=1)
    assert (answer.status, answer.err) == (0, "")


def test_only_the_wanted_library_is_imported(tmp_path: Path) -> None:
    import subprocess

    code = (
        "import sys; from narcotl.cli.main import main; "
        f"main(['export', 'geojson', '-o', {str(tmp_path / 'out')!r}]); "
        "print(sorted({'pyarrow', 'duckdb', 'icalendar', 'networkx', 'rich'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
