"""Writing to a file: whole or not at all."""

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import pytest

from narcotl.errors import ExitStatus, UsageError
from narcotl.render import Format, Shown, show
from narcotl.reports.report import Row
from tests.render.stage import BURMA, Stage, said, timeline, written


def names(directory: Path) -> list[str]:
    return [file.name for file in directory.iterdir()]


@pytest.mark.parametrize("form", Format)
def test_a_file_gets_what_a_pipe_would(tmp_path: Path, form: Format) -> None:
    assert written(timeline(), tmp_path / "out", form) == said(timeline(), form)
    assert names(tmp_path) == ["out"]


def test_nothing_goes_to_standard_output(tmp_path: Path) -> None:
    stage = Stage(terminal=True)
    with mock.patch.object(sys, "stdout", stage):
        written(timeline(), tmp_path / "out")
    assert stage.text == ""


def test_a_terminal_and_its_encoding_do_not_matter(tmp_path: Path) -> None:
    with mock.patch.object(sys, "stdout", Stage(encoding="ascii", terminal=True)):
        assert written(timeline(), tmp_path / "out") == said(timeline())


def test_a_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    file = tmp_path / "out"
    file.write_text("something much longer than what comes" * 100, encoding="utf-8")
    file.chmod(0o640)
    assert written(timeline(), file, Format.JSON) == said(timeline(), Format.JSON)
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_a_new_file_has_the_mode_that_the_user_wants(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        written(timeline(), tmp_path / "out")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "elsewhere" / "file")
    written(timeline(), link)
    assert link.is_symlink()
    assert (tmp_path / "elsewhere" / "file").read_text(encoding="utf-8") == said(timeline())


@pytest.mark.parametrize("failure", [LookupError, KeyboardInterrupt])
def test_a_failure_leaves_the_old_file_and_no_debris(tmp_path: Path, failure: type[BaseException]) -> None:
    def rows() -> Iterator[Row]:
        yield BURMA
        raise failure

    file = tmp_path / "out"
    file.write_text("old", encoding="utf-8")
    with pytest.raises(failure):
        show(timeline(rows()), Shown(format=Format.JSONL, output=file))
    assert file.read_text(encoding="utf-8") == "old"
    assert names(tmp_path) == ["out"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("nowhere/out", "No such file or directory"),
        (".", "Is a directory"),
        ("file/out", "Not a directory"),
        ("x" * 300, "File name too long"),
    ],
)
def test_why_a_file_cannot_be_written_is_told(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UsageError) as caught:
        show(timeline(), Shown(output=tmp_path / name))
    assert caught.value.message == f"cannot write {str(tmp_path / name)!r}: {reason}"
    assert caught.value.hint == "Name another file with --output."
    assert caught.value.status is ExitStatus.USAGE
    assert names(tmp_path) == ["file"]


def test_a_full_device_is_told() -> None:
    with pytest.raises(UsageError) as caught:
        show(timeline(), Shown(output=Path("/dev/full")))
    assert caught.value.message == "cannot write '/dev/full': No space left on device"


def test_a_device_is_written_directly() -> None:
    show(timeline(), Shown(output=Path("/dev/null")))
    assert Path("/dev/null").is_char_device()


def test_a_closed_standard_output_is_told() -> None:
    with mock.patch.object(sys, "stdout", None), pytest.raises(UsageError) as caught:
        show(timeline(), Shown())
    assert caught.value.message == "standard output is closed"
