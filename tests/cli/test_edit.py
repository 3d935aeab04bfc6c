"""A record in one's own editor: at its line, with the check afterwards, and never the store of the program."""

import sys
from pathlib import Path
from typing import Any

import pytest

from narcotl.cli.editor import command
from tests.front_door import Answer, FrontDoor

AS_IT_WAS = "narcotl: mine/events.yaml is as it was\n"


@pytest.fixture
def mine(narcotl: FrontDoor, tmp_path: Path) -> Path:
    """Give the folder of a store that has just been made."""
    assert narcotl("init", "mine", cwd=tmp_path).status == 0
    return tmp_path


def replacing(folder: Path, old: str, new: str) -> dict[str, str]:
    """Make an editor that replaces a text; its path has a space in it, and it is told apart by its name."""
    script = folder / "an editor.py"
    script.write_text(
        "import pathlib, sys\n"
        "file = pathlib.Path(sys.argv[-1])\n"
        f"file.write_text(file.read_text().replace({old!r}, {new!r}))\n"
        "pathlib.Path('called').write_text(' '.join(sys.argv[1:]))\n",
        encoding="utf-8",
    )
    return {"VISUAL": f"{sys.executable} '{script}' --own-option", "EDITOR": "false"}


def test_what_is_wrong_afterwards_is_told(mine: Path, narcotl: FrontDoor) -> None:
    env = replacing(mine, "date: 1921-05-03", "date: 3 May 1921")
    answer = narcotl("edit", "dock-strike-1921", "--store", "mine", env=env, cwd=mine)
    assert (answer.status, answer.err) == (1, "")
    assert answer.out == (
        "mine/events.yaml:5:9: '3 May 1921' is not a date: it is not EDTF [date]\n"
        "    5 |   date: 3 May 1921\n"
        "      |         ^^^^^^^^^^\n"
        "Stored dates are EDTF: write `1921-05-03`.\n"
    )
    assert (mine / "called").read_text(encoding="utf-8") == f"--own-option {mine / 'mine' / 'events.yaml'}"


def test_a_broken_record_is_found_by_its_id_and_mended(mine: Path, narcotl: FrontDoor) -> None:
    narcotl("edit", "new-quay", "--store", "mine", env=replacing(mine, "1924~", "1924?~"), cwd=mine)
    env = replacing(mine, "1924?~", "1924~")
    answer = narcotl("edit", "new-quay", "--store", "mine", env=env, cwd=mine)
    assert answer == Answer(0, "No problems.\n")


def test_what_came_up_elsewhere_is_told_as_well(mine: Path, narcotl: FrontDoor) -> None:
    env = replacing(mine, "id: dock-strike-1921", "id: strike")
    answer: Any = narcotl("edit", "dock-strike-1921", "--store", "mine", "--json", env=env, cwd=mine)
    assert answer.status == 1
    assert {(Path(row["file"]).name, row["message"]) for row in answer.json} == {
        ("claims.yaml", "unknown event 'dock-strike-1921'"),
        ("corrections.yaml", "unknown record 'dock-strike-1921'"),
    }


def test_what_was_wrong_elsewhere_before_is_not_told(mine: Path, narcotl: FrontDoor) -> None:
    (mine / "mine" / "regions.yaml").write_text("- {id: northport, name: Northport, kind: town}\n", encoding="utf-8")
    answer = narcotl("edit", "new-quay", "--store", "mine", env={"EDITOR": "true", "VISUAL": ""}, cwd=mine)
    assert answer == Answer(0, "No problems.\n", AS_IT_WAS)


def test_an_editor_that_fails_or_is_not_there(mine: Path, narcotl: FrontDoor) -> None:
    answer = narcotl("edit", "new-quay", "--store", "mine", env={"EDITOR": "false", "VISUAL": ""}, cwd=mine)
    assert answer.err == f"narcotl: the editor ended with the exit status 1\n{AS_IT_WAS}"
    answer = narcotl("edit", "new-quay", "--store", "mine", env={"EDITOR": "/no/editor -x", "VISUAL": ""}, cwd=mine)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith("narcotl: cannot start the editor /no/editor: No such file or directory\nSet $VISUAL")
    answer = narcotl("edit", "new-quay", "--store", "mine", env={"EDITOR": "vi '", "VISUAL": ""}, cwd=mine)
    assert answer.err.startswith("narcotl: $EDITOR is no command: vi '\n")
    answer = narcotl("edit", "new-quay", "--store", "mine", env={"EDITOR": "", "VISUAL": "", "PATH": ""}, cwd=mine)
    assert answer.err.startswith("narcotl: there is no editor\n")


def test_a_dry_run_opens_nothing(mine: Path, narcotl: FrontDoor) -> None:
    answer = narcotl("edit", "Ada Brandt", "--dry-run", "--store", "mine", env={"VISUAL": "hx"}, cwd=mine)
    file = mine / "mine" / "actors.yaml"
    assert answer == Answer(0, "No problems.\n", f"narcotl: nothing was opened (--dry-run): hx {file}:10\n")


def test_an_unknown_record(narcotl: FrontDoor) -> None:
    answer = narcotl("edit", "laos-secret-wart", "--dry-run")
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith("narcotl: no record is called 'laos-secret-wart'\nDid you mean laos-secret-war")


@pytest.mark.parametrize(
    ("editor", "words"),
    [
        ("vi", "vi +7 /a/b.yaml"),
        ("/usr/bin/nvim -u NONE", "/usr/bin/nvim -u NONE +7 /a/b.yaml"),
        ("nano", "nano +7 /a/b.yaml"),
        ("emacsclient -t", "emacsclient -t +7 /a/b.yaml"),
        ("code", "code --wait --goto /a/b.yaml:7"),
        ("code --wait", "code --wait --goto /a/b.yaml:7"),
        ("hx", "hx /a/b.yaml:7"),
        ("subl", "subl --wait /a/b.yaml:7"),
        ("subl -w", "subl -w /a/b.yaml:7"),
        ("gvim", "gvim --nofork +7 /a/b.yaml"),
        ("kate", "kate --block --line 7 /a/b.yaml"),
        ("ed", "ed /a/b.yaml"),
    ],
)
def test_each_editor_is_told_the_line_in_its_own_way(editor: str, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", editor)
    assert " ".join(command(Path("/a/b.yaml"), 7)) == words
