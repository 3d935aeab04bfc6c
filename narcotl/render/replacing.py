"""Write files whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

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
        draft = target.with_name(f".narcotl-{os.urandom(6).hex()}")
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
def _told(path: Path) -> Iterator[None]:
    """Tell in one line why a file could not be written."""
    try:
        yield
    except OSError as error:
        raise UsageError(
            f"cannot write {str(path)!r}: {error.strerror or error}", "Name another file with --output."
        ) from error
