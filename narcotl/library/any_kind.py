"""A store that is asked about several kinds of record at once."""

from collections.abc import Iterable, Sequence

from narcotl.index.query import Index
from narcotl.library.opened import Library
from narcotl.model.vocab.base import RecordKind


class AnyKind(Library):
    """A store in which a word of a facet may be one of any of several kinds of record."""

    def __init__(self, index: Index, kinds: Sequence[RecordKind]) -> None:
        """Take the index of the store, and the kinds of record that the question is about."""
        super().__init__(index)
        self.kinds = kinds

    def words(self, kind: RecordKind, facet: str) -> Iterable[str]:  # noqa: ARG002 - any of the kinds will do
        """Give the words that records of any of the kinds may bear in a facet."""
        return {word for known in self.kinds for word in super(AnyKind, self).words(known, facet)}
