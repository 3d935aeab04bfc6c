"""Write files whole or not at all."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from narcotl.editing.files import draft_name, sweep
from narcotl.errors import UsageError


@contextmanager
def replacing(path: Path) -> Iterator[TextIO]:
    """Open a file that takes the place of `path` once it is complete, and leaves no trace if it is not.

    What is no regular file, such as /dev/null or a named pipe, is written directly.
    """
    with _told(path):
        if path.exists() and not path.is_file():
            with path.open("w", encoding="utf-8", newline="") as stream:
                yield stream
            return
        target = Path(os.path.realpath(path))
        sweep([target.parent])
        draft = draft_name(target)
        try:
            with draft.open("x", encoding="utf-8", newline="") as stream:
                yield stream
            if target.exists():
                draft.chmod(target.stat().st_mode & 0o7777)
            draft.replace(target)
        finally:
            with suppress(FileNotFoundError):
                draft.unlink()


@contextmanager
def placing(path: Path, *, folder: bool) -> Iterator[Path]:
    """Give a path to write a file or to fill a folder at; it takes the place of `path` once it is complete.

    A folder that is there already is replaced only if nothing in it would be lost.
    """
    with _told(path):
        target = Path(os.path.realpath(path))
        if target.exists() and not (target.is_dir() if folder else target.is_file()):
            raise UsageError(
                f"cannot write {str(path)!r}: it is no {'folder' if folder else 'regular file'}",
                "Name another one with --output.",
            )
        sweep([target.parent])
        draft = draft_name(target)
        try:
            if folder:
                draft.mkdir()
            yield draft
            _put(draft, target, path)
        finally:
            if folder:
                shutil.rmtree(draft, ignore_errors=True)
            else:
                draft.unlink(missing_ok=True)


def _put(draft: Path, target: Path, path: Path) -> None:
    """Move what is complete to its place."""
    if not target.is_dir():
        if target.exists():
            draft.chmod(target.stat().st_mode & 0o7777)
        draft.replace(target)
        return
    others = sorted({file.name for file in target.iterdir()} - {file.name for file in draft.iterdir()})
    if others:
        raise UsageError(f"the folder {str(path)!r} holds something else: {others[0]!r}", "Name a new folder.")
    old = target.with_name(f"{draft.name}-old")
    target.rename(old)
    draft.rename(target)
    shutil.rmtree(old)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Tell in one line why a file could not be written."""
    try:
        yield
    except OSError as error:
        raise UsageError(
            f"cannot write {str(path)!r}: {error.strerror or error}", "Name another file with --output."
        ) from error
