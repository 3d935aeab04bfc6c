"""Every error has a folder in tests/errors/: what was asked, and exactly what narcotl says to it."""

import shlex
import shutil
from pathlib import Path

import pytest

from tests.front_door import ROOT, Answer, FrontDoor

GALLERY = ROOT / "tests" / "errors"
NOT_INPUT = ("cmd", "expected", "answer", "stdin")
CASES = sorted(file.parent for file in GALLERY.glob("*/cmd"))


def test_every_folder_is_a_case() -> None:
    folders = {entry for entry in GALLERY.iterdir() if entry.is_dir() and entry.name != "__pycache__"}
    assert folders == set(CASES), "each folder of tests/errors/ holds a file named cmd"


def test_there_are_cases() -> None:
    assert CASES


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_error(case: Path, tmp_path: Path, narcotl: FrontDoor, request: pytest.FixtureRequest) -> None:
    shutil.copytree(case, tmp_path, dirs_exist_ok=True, ignore=shutil.ignore_patterns(*NOT_INPUT))
    arguments = shlex.split((case / "cmd").read_text(encoding="utf-8"))
    answer = narcotl(*arguments, stdin=_content(case / "stdin"), cwd=tmp_path)
    if request.config.getoption("--update-errors"):
        _write(case, answer)
    first, _, err = _content(case / "expected").partition("\n")
    assert (f"exit {answer.status}", answer.err) == (first, err)
    assert answer.out == _content(case / "answer")
    assert answer.status != 0, "an error ends with a status other than 0"


def _content(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.exists() else ""


def _write(case: Path, answer: Answer) -> None:
    (case / "expected").write_text(f"exit {answer.status}\n{answer.err}", encoding="utf-8")
    if answer.out:
        (case / "answer").write_text(answer.out, encoding="utf-8")
    else:
        (case / "answer").unlink(missing_ok=True)
