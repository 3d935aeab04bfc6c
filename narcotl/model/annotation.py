"""Annotations: what somebody adds to a record of another store, without copying it."""

from collections.abc import Iterator
from typing import ClassVar

from narcotl.dates import FuzzyDate
from narcotl.model.citation import Citation
from narcotl.model.claim import Position
from narcotl.model.fields import AnyId
from narcotl.model.record import Record
from narcotl.model.vocab.words import RecordKind


class Annotation(Record):
    """A note, tags, positions or sources that somebody adds to a record; the record itself stays as it is."""

    KIND: ClassVar[RecordKind] = RecordKind.ANNOTATION
    NAME: ClassVar[str] = "note"
    CORE: ClassVar[frozenset[str]] = frozenset({"tags"})

    of: AnyId
    """The record that is annotated."""
    note: str | None = None
    tags: tuple[str, ...] = ()
    positions: tuple[Position, ...] = ()
    """Positions that are added to a claim."""
    sources: tuple[Citation, ...] = ()
    """Sources that are added to a record that has a list of them."""
    by: str | None = None
    """Who says so."""
    made: FuzzyDate | None = None
    """When it was written."""

    @property
    def shown(self) -> str:
        """The note, else the tags, else the id."""
        return self.note or ", ".join(self.tags) or self.id

    def flaws(self) -> Iterator[tuple[str, str]]:
        """Say that it adds nothing, if it does not."""
        if not (self.note or self.tags or self.positions or self.sources):
            yield "the annotation adds nothing", "Give a `note`, `tags`, `positions` or `sources`."
