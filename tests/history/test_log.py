"""How a record came to be what it is."""

import os
import subprocess
from pathlib import Path

import pytest

from narcotl.history.pieces import found, piece, records
from narcotl.store.layout import files
from tests.front_door import ROOT, Answer, FrontDoor
from tests.history.conftest import Committer, git

VERSION = "{date} {change} {id} {was} {subject}"
EVENT = """\
- id: meeting
  title: They meet
  date: "{date}"
  regions: []
  kinds: [meeting]
  status: reported
  sources: [book]
"""
OTHER = EVENT.format(date="1950").replace("meeting", "war", 1).replace("They meet", "A war begins")
SOURCES = "- {id: book, type: book, title: The book, issued: 1991, read: true}\n"


def event(date: str) -> str:
    """Write a file of two events."""
    return OTHER + EVENT.format(date=date)


def grow(commit: Committer) -> None:
    """Let a record come, change, move to another file, be renamed and change again."""
    commit("Begin", {"sources.yaml": SOURCES, "events.yaml": event("1960")}, "2020-01-01")
    commit("A day is known", {"events.yaml": event("1960-05-01")}, "2020-01-02")
    commit("Something else", {"events.yaml": "# A comment.\n" + event("1960-05-01")}, "2020-01-03")
    split = {"events.yaml": None, "events/a.yaml": OTHER, "events/b.yaml": EVENT.format(date="1960-05-01")}
    commit("A folder of events", split, "2020-01-04")
    renamed = EVENT.format(date="1960-05-01").replace("id: meeting", "id: they-meet")
    commit("A better id", {"events/b.yaml": renamed}, "2020-01-05")
    commit("A better title", {"events/b.yaml": renamed.replace("They meet", "They met")}, "2020-01-06")


def test_every_change_of_a_record(store: Path, commit: Committer, narcotl: FrontDoor) -> None:
    grow(commit)
    answer = narcotl("log", "they-meet", "--format", VERSION, "--store", str(store))
    assert answer == Answer(
        0,
        "2020-01-06T12:00:00+00:00 changed they-meet  A better title\n"
        "2020-01-05T12:00:00+00:00 renamed they-meet meeting A better id\n"
        "2020-01-02T12:00:00+00:00 changed meeting  A day is known\n"
        "2020-01-01T12:00:00+00:00 added meeting  Begin\n",
    )


def test_a_store_that_is_one_file_of_json_lines(store: Path, commit: Committer, narcotl: FrontDoor) -> None:
    line = '{"kind": "source", "id": "book", "type": "book", "title": "The book", "issued": 1991}\n'
    commit("Begin", {"all.jsonl": line}, "2020-01-01")
    commit("Better", {"all.jsonl": line.replace("The book", "A book")}, "2020-01-02")
    answer = narcotl("log", "book", "--format", "{change} {id} {subject}", "--store", str(store / "all.jsonl"))
    assert answer == Answer(0, "changed book Better\nadded book Begin\n")


def test_what_changed(store: Path, commit: Committer, narcotl: FrontDoor) -> None:
    grow(commit)
    newest, *_ = narcotl("log", "they-meet", "--format", "jsonl", "--limit", "1", "--store", str(store)).rows
    assert isinstance(newest, dict)
    assert newest["commit"] == git(store, "rev-parse", "HEAD")
    assert newest["author"] == "Ada"
    assert newest["changes"] == [{"part": "field", "field": "title", "before": "They meet", "after": "They met"}]


def test_a_record_that_is_gone(store: Path, commit: Committer, narcotl: FrontDoor) -> None:
    grow(commit)
    answer = narcotl("log", "meeting", "--format", "{change} {subject}", "--store", str(store))
    assert answer == Answer(0, "removed A better id\nchanged A day is known\nadded Begin\n")


def test_what_is_not_committed_yet(store: Path, commit: Committer, narcotl: FrontDoor) -> None:
    grow(commit)
    (store / "events" / "a.yaml").write_text(OTHER.replace("1950", "1951"), encoding="utf-8")
    (store / "events" / "c.yaml").write_text(OTHER.replace("id: war", "id: peace"), encoding="utf-8")
    first, *_ = narcotl("log", "war", "--format", "jsonl", "--store", str(store)).rows
    assert isinstance(first, dict)
    assert (first["commit"], first["author"], first["date"]) == (None, None, None)
    assert first["changes"] == [{"part": "field", "field": "date", "before": "1950", "after": "1951"}]
    table = narcotl("log", "peace", "--store", str(store))
    assert table.out.splitlines()[-1].split() == ["added", "not", "committed", "yet"]


def test_a_merge_tells_only_what_it_made_itself(store: Path, commit: Committer, narcotl: FrontDoor) -> None:
    commit("Begin", {"sources.yaml": SOURCES, "events.yaml": event("1960")})
    git(store, "checkout", "--quiet", "-b", "side")
    commit("On the side", {"events.yaml": event("1961")}, "2020-01-02")
    git(store, "checkout", "--quiet", "main")
    commit("Meanwhile", {"actors.yaml": "- {id: cia, name: CIA, kind: agency}\n"}, "2020-01-03")
    git(store, "merge", "--quiet", "--no-edit", "side", day="2020-01-04")
    answer = narcotl("log", "meeting", "--format", "{change} {subject}", "--store", str(store))
    assert answer == Answer(0, "changed On the side\nadded Begin\n")


def test_a_version_that_was_broken(store: Path, commit: Committer, narcotl: FrontDoor) -> None:
    commit("Begin", {"sources.yaml": SOURCES, "events.yaml": event("1960")})
    commit("Break it", {"events.yaml": event("196x")})
    commit("Mend it", {"events.yaml": event("1961")})
    answer = narcotl("log", "meeting", "--format", "{change} {subject}", "--store", str(store))
    assert answer == Answer(0, "changed Mend it\nunreadable Break it\nadded Begin\n")


def test_a_shallow_clone_says_so(store: Path, commit: Committer, narcotl: FrontDoor, tmp_path: Path) -> None:
    grow(commit)
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--depth", "1", store.parent.as_uri(), str(clone))
    answer = narcotl("log", "they-meet", "--format", "{change}", "--store", str(clone / "store"))
    assert (answer.status, answer.out) == (0, "added\n")
    assert "the clone is shallow" in answer.err


def test_a_record_that_nobody_knows(store: Path, commit: Committer, narcotl: FrontDoor) -> None:
    grow(commit)
    answer = narcotl("log", "nobody", "--store", str(store))
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith(f"narcotl: no commit of {os.path.realpath(store.parent)} knows a record 'nobody'\n")


def test_no_git(store: Path, commit: Committer, narcotl: FrontDoor, tmp_path: Path) -> None:
    grow(commit)
    answer = narcotl("log", "war", "--store", str(store), env={"PATH": str(tmp_path)})
    assert (answer.status, answer.out) == (2, "")
    assert answer.err == "narcotl: git is not installed\nInstall git; narcotl asks it for earlier states of a store.\n"


@pytest.mark.parametrize("file", list(files(ROOT / "data")), ids=lambda file: file.path.name)
def test_a_piece_of_a_file_says_what_the_file_says(file: object) -> None:
    """A record that is cut out of its file is read as it is in the whole of it."""
    from narcotl.store.layout import StoreFile

    assert isinstance(file, StoreFile)
    data = file.path.read_bytes()
    for name, record in list(records(data, file).items())[::7]:
        assert piece(data, name, file) is not None
        assert found(data, name, file) == record


def test_a_hostile_repository_starts_no_program(
    store: Path, commit: Committer, narcotl: FrontDoor, tmp_path: Path
) -> None:
    grow(commit)
    trap = tmp_path / "trapped"
    script = tmp_path / "trap"
    script.write_text(f"#!/bin/sh\ntouch {trap}\n", encoding="utf-8")
    script.chmod(0o755)
    commit("Set a trap", {".gitattributes": "* diff=trap filter=trap\n"})
    for key in ("core.fsmonitor", "core.pager", "diff.external", "core.sshCommand"):
        subprocess.run(["git", "config", key, str(script)], cwd=store, check=True)
    subprocess.run(["git", "config", "filter.trap.smudge", str(script)], cwd=store, check=True)
    subprocess.run(["git", "config", "diff.trap.textconv", str(script)], cwd=store, check=True)
    assert narcotl("log", "war", "--store", str(store)).status == 0
    assert narcotl("diff", "HEAD~2", "--store", str(store)).status == 1
    assert not trap.exists()
