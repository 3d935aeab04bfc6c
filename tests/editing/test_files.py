"""Files are changed together or not at all."""

import os
import stat
from pathlib import Path

import pytest

from narcotl.editing.files import Change, contents, write
from narcotl.errors import ChangedMeanwhileError, UsageError


def change(path: Path, after: bytes | None) -> Change:
    """Change a file from what it holds now."""
    return Change(path=path, before=contents(path), after=after)


def names(folder: Path) -> list[str]:
    """List everything in a folder, drafts as well."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def test_files_are_changed_made_and_taken_away(tmp_path: Path) -> None:
    kept, gone, new = tmp_path / "kept", tmp_path / "gone", tmp_path / "deep" / "er" / "new"
    kept.write_bytes(b"old")
    kept.chmod(0o640)
    gone.write_bytes(b"x")
    same = Change(path=tmp_path / "same", before=b"1", after=b"1")
    assert write([change(kept, b"new"), change(gone, None), change(new, b"n"), same]) == [kept, gone, new]
    assert names(tmp_path) == ["deep", "deep/er", "deep/er/new", "kept"]
    assert (kept.read_bytes(), new.read_bytes()) == (b"new", b"n")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o640


def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_bytes(b"old")
    link.symlink_to("real")
    write([change(link, b"new")])
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def test_what_somebody_changed_meanwhile_is_not_lost(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_bytes(b"1")
    two.write_bytes(b"2")
    changes = [change(one, b"11"), change(two, b"22"), change(tmp_path / "three" / "new", b"3")]
    two.write_bytes(b"mine")
    with pytest.raises(ChangedMeanwhileError, match=r"two meanwhile"):
        write(changes)
    assert (one.read_bytes(), two.read_bytes(), names(tmp_path)) == (b"1", b"mine", ["one", "two"])


def test_a_file_that_appeared_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    new = tmp_path / "new"
    changes = [change(new, b"n")]
    new.write_bytes(b"mine")
    with pytest.raises(ChangedMeanwhileError):
        write(changes)
    assert new.read_bytes() == b"mine"


def test_a_failure_in_the_middle_undoes_all(tmp_path: Path) -> None:
    one, two, full = tmp_path / "one", tmp_path / "two", tmp_path / "full"
    one.write_bytes(b"1")
    two.write_bytes(b"2")
    full.mkdir()
    (full / "x").touch()
    # A folder cannot be replaced by a file: the third change fails after two were made.
    wanted = [change(one, b"11"), change(two, None), Change(path=tmp_path / "new", before=None, after=b"n")]
    with pytest.raises(UsageError, match="is no plain file"):
        write([*wanted, Change(path=full, before=None, after=b"n")])
    with pytest.raises(UsageError, match="cannot write"):
        write([*wanted, Change(path=tmp_path / ("x" * 300), before=None, after=b"n")])
    assert names(tmp_path) == ["full", "full/x", "one", "two"]
    assert (one.read_bytes(), two.read_bytes()) == (b"1", b"2")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(UsageError, match="Permission denied"):
            write([Change(path=tmp_path / "new", before=None, after=b"n")])
    finally:
        tmp_path.chmod(0o700)


def test_a_pipe_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UsageError, match="is no plain file"):
        contents(tmp_path / "pipe")
