"""What an index needs of whoever can read the files of a store."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from narcotl.errors import Place, Problem
    from narcotl.index.stamp import IndexedFile
    from narcotl.model.entry import Entry, Made, Setting
    from narcotl.model.record import Record


class Stretch(Protocol):
    """Some records of a file in a row, or another part of it; it can be sent to another process."""

    @property
    def most(self) -> int:
        """How many records there may be at most."""


class Read(Protocol):
    """Reads a file, and a record that the index wrote."""

    def __call__(self, file: "IndexedFile", /) -> "Iterable[Entry | Setting | Problem]":
        """Read a file."""

    def ahead(
        self,
        file: "IndexedFile",
        ahead: "Callable[[Iterator[Stretch]], Iterator[tuple[Stretch, Made | None]]]",
        /,
    ) -> "Iterable[Entry | Setting | Problem | Made]":
        """Read a file, given who has stretches of it read ahead: of each, what was made of it, or None."""

    def stretches(self, file: "IndexedFile", /) -> "Iterator[Stretch]":
        """Cut a file into the stretches that it is read by, as far as that can be done."""

    def stretch(self, file: "IndexedFile", stretch: Stretch, /) -> "Iterable[Entry | Setting | Problem]":
        """Read a stretch of a file by itself; fails if that cannot be done."""

    def again(self, kind: str, place: "Place", text: str, /) -> "Record":
        """Make a record of the JSON that was written of it."""
