"""Follow the making of an index, which takes a while if a store is large."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

STEPS: Final = 200_000
"""After so many instructions of SQLite (some milliseconds) it is asked whether somebody wants to stop."""


class Watch:
    """Is told how far it is; this one looks at nothing."""

    def begin(self, size: int) -> None:
        """Learn that files of so many bytes in all are going to be read."""

    def read(self, size: int) -> None:
        """Learn that so many more bytes were read."""

    def conclude(self) -> None:
        """Learn that all is read, and that conclusions are being drawn; told again and again."""


UNWATCHED: Final = Watch()


@contextmanager
def watched(connection: sqlite3.Connection, watch: Watch) -> Iterator[None]:
    """Tell somebody that conclusions are being drawn, and let an interrupt reach SQLite, which may take seconds."""

    def told() -> int:
        watch.conclude()
        return 0

    connection.set_progress_handler(told, STEPS)
    try:
        yield
    except sqlite3.OperationalError as error:
        # An exception in a callback, and an interrupt is none other, makes SQLite stop and say that it was interrupted.
        if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
            raise KeyboardInterrupt from None
        raise
    finally:
        connection.set_progress_handler(None, 0)
