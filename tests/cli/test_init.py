"""A store of one's own: it runs at once, checks clean, and nothing that is there is touched."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from narcotl.model.vocab.base import RecordKind
from tests.front_door import Answer, FrontDoor
from tests.schema.test_store import Editor

TRY = "narcotl: try: narcotl timeline --store mine\n"


@pytest.fixture
def begun(narcotl: FrontDoor, tmp_path: Path) -> Path:
    answer = narcotl("init", "mine", "--title", 'Said: "yes" #1', cwd=tmp_path)
    assert (answer.status, answer.err) == (0, TRY)
    return tmp_path / "mine"


def test_it_runs_at_once_and_has_every_kind_of_record(begun: Path, narcotl: FrontDoor) -> None:
    assert narcotl("check", "--store", str(begun)) == Answer(0, "No problems.\n")
    kinds = [row["kind"] for row in narcotl("export", "jsonl", "--store", str(begun)).rows]  # type: ignore[index]  # objects
    # Annotations are for the stores of others.
    assert {*kinds} == {*RecordKind} - {RecordKind.ANNOTATION}
    assert narcotl("timeline", "--store", str(begun), "--format", "{id}").out == "dock-strike-1921\nnew-quay\n"


def test_the_first_line_of_each_file_names_a_schema_that_takes_it(begun: Path) -> None:
    files = sorted(begun.glob("*.yaml"))
    assert len(files) == 9
    for file in files:
        text = file.read_text(encoding="utf-8")
        name = text.partition("\n")[0].removeprefix("# yaml-language-server: $schema=")
        schema = json.loads((begun / name).read_text(encoding="utf-8"))
        content: Any = yaml.load(text, Editor)  # noqa: S506 - a safe loader
        assert list(jsonschema.Draft202012Validator(schema).iter_errors(content)) == []


def test_the_title_is_kept_as_it_was_given(begun: Path) -> None:
    assert yaml.safe_load((begun / "store.yaml").read_text(encoding="utf-8"))["title"] == 'Said: "yes" #1'


def test_a_folder_with_anything_in_it_is_left_alone(narcotl: FrontDoor, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine", encoding="utf-8")
    answer = narcotl("init", "mine", cwd=tmp_path)
    hint = "Name a new folder; `narcotl new` adds records to a store.\n"
    assert answer == Answer(2, "", f"narcotl: mine is not empty\n{hint}")
    assert [file.name for file in (tmp_path / "mine").iterdir()] == ["notes.txt"]


def test_a_file_or_a_title_of_two_lines_is_refused(narcotl: FrontDoor, tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("", encoding="utf-8")
    assert narcotl("init", "mine", cwd=tmp_path).err == "narcotl: mine is no folder\nName a new folder.\n"
    assert narcotl("init", "other", "--title", "a\nb", cwd=tmp_path).status == 2
    assert not (tmp_path / "other").exists()


def test_a_dry_run_writes_nothing(narcotl: FrontDoor, tmp_path: Path) -> None:
    answer = narcotl("init", "mine", "--dry-run", "--json", cwd=tmp_path)
    rows: Any = answer.json
    assert (answer.status, answer.err) == (0, "narcotl: nothing was written (--dry-run)\n")
    assert rows[0] == {
        "file": "mine/actors.yaml",
        "about": "Whoever acts or speaks: persons, agencies, groups, companies, newspapers",
    }
    assert list(tmp_path.iterdir()) == []


def test_an_empty_folder_is_taken(narcotl: FrontDoor, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    assert narcotl("init", "mine", cwd=tmp_path).status == 0


def test_a_new_store_is_laid_out_as_fmt_does(narcotl: FrontDoor, tmp_path: Path) -> None:
    assert narcotl("init", str(tmp_path / "store")).status == 0
    assert narcotl("fmt", "--check", str(tmp_path / "store")).status == 0
