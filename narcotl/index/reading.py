"""What an index needs of whoever can read the files of a store."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

    from narcotl.errors import Place, Problem
    from narcotl.index.stamp import IndexedFile
    from narcotl.model.entry import Entry, Setting
    from narcotl.model.record import Record


class Read(Protocol):
    """Reads a file, and a record that the index wrote."""

    def __call__(self, file: "IndexedFile", /) -> "Iterable[Entry | Setting | Problem]":
        """Read a file."""

    def again(self, kind: str, place: "Place", text: str, /) -> "Record":
        """Make a record of the JSON that was written of it."""
