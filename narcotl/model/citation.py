"""Citations: which source says so, and through whose hands it came to us."""

from typing import ClassVar

from narcotl.model.fields import SourceId
from narcotl.model.record import Value
from narcotl.model.vocab.words import Confidence, Link, Rank


class Citation(Value):
    """One chain of sources: the origin, then whoever cites it, ending in something that was read."""

    SHORT: ClassVar[str] = "source"

    source: SourceId
    """Where it comes from in the end: the first link, by which origins are counted."""
    via: tuple[SourceId, ...] = ()
    """Who cites whom, outwards; the last one is the work in hand."""
    locator: str | None = None
    """Where in the work in hand."""
    link: Link | None = None
    """How the work in hand takes it over."""
    confidence: Confidence | None = None
    """How far this citation can be trusted, apart from the status of what it is cited for."""
    rank: Rank | None = None
    note: str | None = None

    @property
    def chain(self) -> tuple[str, ...]:
        """The ids from the origin to the work in hand."""
        return (self.source, *self.via)
