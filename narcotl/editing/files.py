"""Change files of a store: all of them or none, each complete beside its place first, so that nobody's work is lost."""

import fcntl
import os
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from narcotl.errors import ChangedMeanwhileError, UsageError

DRAFT: Final = ".narcotl-"
"""How the name of a draft begins."""
ABANDONED: Final = 3600
"""After how many seconds without a change a draft is nobody's any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a file held when it was read, and what it is to hold; None stands for a file that is not there."""

    path: Path
    before: bytes | None
    after: bytes | None


def contents(path: Path) -> bytes | None:
    """Read a file whole; None if it is not there, an error if it is no plain file or cannot be read."""
    try:
        if path.exists() and not path.is_file():
            raise UsageError(f"{path} is no plain file", "Only plain files are changed.")
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror or error}", "Nothing was changed.") from None


def write(changes: Iterable[Change]) -> list[Path]:
    """Make these changes, all or none, and give the files that are changed.

    A symbolic link stays one, and the file behind it keeps its mode. The files are put in their places one by one, in
    this order: who is killed in between leaves whole files, the first ones new and the others old. Fails, with
    everything as it was, if a file is no longer what it was when it was read, or if one cannot be written. Two narcotl
    at once wait for each other.
    """
    wanted = [change for change in changes if change.before != change.after]
    real = {Path(os.path.realpath(change.path)): change for change in wanted}
    if len(real) < len(wanted):
        raise AssertionError("a file is to be changed twice at once")
    made: list[Path] = []
    drafts: dict[Path, Path] = {}
    try:
        make_folders(real, made)
        folders = sorted({path.parent for path in real})
        with locked(folders):
            sweep(folders)
            for path, change in real.items():
                if change.after is not None:
                    with told(change.path):
                        drafts[path] = draft_of(path, change.after)
            check_unchanged(real)
            move(real, drafts)
    except BaseException:
        for left in drafts.values():
            left.unlink(missing_ok=True)
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
        raise
    return [change.path for change in wanted]


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Tell in one line why a file could not be written."""
    try:
        yield
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror or error}", "Nothing was changed.") from error


def make_folders(paths: Iterable[Path], made: list[Path]) -> None:
    """Make the folders that files need, and note them."""
    for path in paths:
        with told(path):
            for folder in reversed([folder for folder in path.parents if not folder.exists()]):
                folder.mkdir()
                made.append(folder)


@contextmanager
def locked(folders: Sequence[Path]) -> Iterator[None]:
    """Keep other narcotl from changing files in these folders; the system lets go if we are killed."""
    with ExitStack() as stack:
        for folder in folders:
            handle = os.open(folder, os.O_RDONLY)
            stack.callback(os.close, handle)
            # Some network file systems know no locks; then the comparison with what was read has to do.
            with suppress(OSError):
                fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def sweep(folders: Iterable[Path]) -> None:
    """Take away the drafts of those who were killed; what is younger may still be written."""
    for folder in folders:
        for draft in folder.glob(f"{DRAFT}{'[0-9a-f]' * 12}"):
            with suppress(OSError):  # somebody else sweeps as well
                if draft.lstat().st_mtime < time.time() - ABANDONED:
                    remove(draft)


def remove(draft: Path) -> None:
    """Take away a draft, which may be a folder."""
    if draft.is_dir() and not draft.is_symlink():
        import shutil

        shutil.rmtree(draft, ignore_errors=True)
    else:
        draft.unlink(missing_ok=True)


def is_empty(folder: Path) -> bool:
    """Tell whether there is nothing in a folder but drafts."""
    return all(entry.name.startswith(DRAFT) for entry in folder.iterdir())


def draft_name(path: Path) -> Path:
    """Give a path beside a file or folder for its draft."""
    return path.with_name(f"{DRAFT}{os.urandom(6).hex()}")


def draft_of(path: Path, data: bytes) -> Path:
    """Write what a file is to hold beside it, down to the disk, with the mode of the file."""
    draft = draft_name(path)
    try:
        with draft.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if path.exists():
            state = path.stat()
            with suppress(OSError):  # only root can give a file to somebody
                os.chown(draft, state.st_uid, state.st_gid)
            draft.chmod(state.st_mode & 0o7777)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    return draft


def check_unchanged(changes: Mapping[Path, Change]) -> None:
    """Fail if a file is not what it was when it was read."""
    for path, change in changes.items():
        if contents(path) != change.before:
            message = f"somebody changed {change.path} meanwhile"
            raise ChangedMeanwhileError(message, "Nothing was written. Run the command again.")


def move(changes: Mapping[Path, Change], drafts: Mapping[Path, Path]) -> None:
    """Put everything in its place; what was moved already goes back if something fails."""
    done: list[Change] = []
    try:
        for path, change in changes.items():
            done.append(Change(path=path, before=change.before, after=change.after))
            with told(change.path):
                if path in drafts:
                    drafts[path].replace(path)
                else:
                    path.unlink()
    except BaseException:
        for change in done:
            undo(change)
        raise


def undo(change: Change) -> None:
    """Give a file back what it held, or take it away."""
    if change.before is None:
        change.path.unlink(missing_ok=True)
    elif contents(change.path) != change.before:
        draft_of(change.path, change.before).replace(change.path)
