"""Sources: the works that say something, read by us or cited by what we read."""

from typing import ClassVar

from narcotl.dates import FuzzyDate
from narcotl.model.citation import Citation
from narcotl.model.fields import ActorOrName, SourceId
from narcotl.model.record import Record
from narcotl.model.vocab.words import RecordKind, SourceFlag, SourceType


class Source(Record):
    """A work, with what is needed to find it and to judge it."""

    KIND: ClassVar[RecordKind] = RecordKind.SOURCE
    NAME: ClassVar[str] = "title"
    CORE: ClassVar[frozenset[str]] = frozenset({"author", "read", "flags"})

    type: SourceType
    title: str
    issued: FuzzyDate
    """When it came out; a work without a date is dated by what it tells."""
    author: tuple[ActorOrName, ...] = ()
    """Who wrote it: actors of the store, or names."""
    part_of: SourceId | None = None
    """The work that this one is a chapter or part of: the two are one origin."""
    container: str | None = None
    """The journal, newspaper, book or site that it appeared in."""
    publisher: str | None = None
    volume: str | None = None
    issue: str | None = None
    page: str | None = None
    url: str | None = None
    archive_url: str | None = None
    """Where a copy is kept."""
    isbn: str | None = None
    accessed: FuzzyDate | None = None
    """When the address was looked up."""
    read: bool = False
    """Whether the authors of the store had it in hand."""
    cites: tuple[SourceId, ...] = ()
    """Works that it cites, whether or not anything rests on them."""
    reliability: str | None = None
    """A to F as librarians and analysts grade sources; F is unknown, not worst."""
    interests: tuple[str, ...] = ()
    """What its authors stand to gain or lose."""
    flags: tuple[SourceFlag, ...] = ()
    """What to bear in mind while reading it."""
    outside: bool = False
    """Whether it is not part of the material, but was looked up to check it."""
    note: str | None = None
    sources: tuple[Citation, ...] = ()
