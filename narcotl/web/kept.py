"""The page as of now: made anew when the store has changed, else kept."""

from collections.abc import Callable
from threading import Lock
from typing import TypeAlias

from narcotl.library.opened import Library
from narcotl.web.document import Document

State: TypeAlias = tuple[tuple[str, str], ...]
"""The files of a store with their digests."""
FILES = "SELECT path, digest FROM files ORDER BY position"


class Kept:
    """Gives the page, and makes it again only if a file of the store is another one than before."""

    def __init__(self, open_store: Callable[[], Library], make: Callable[[Library], Document]) -> None:
        """Take what opens the store, in whatever thread asks, and what makes a page of it."""
        self._open_store = open_store
        self._make = make
        self._lock = Lock()
        self._state: State | None = None
        self._document: Document | None = None

    def current(self) -> Document:
        """Give the page as the store is now; fails as the store does, and may be called from any thread."""
        with self._lock:
            library = self._open_store()
            try:
                state = tuple(library.index.table(FILES))
                if self._document is None or state != self._state:
                    self._document, self._state = self._make(library), state
                return self._document
            finally:
                library.close()
