"""Corrections: what is wrong in a source or a record, what should stand there, and on what basis."""

from typing import ClassVar

from narcotl.dates import FuzzyDate
from narcotl.model.citation import Citation
from narcotl.model.fields import AnyId, SourceId
from narcotl.model.record import Record, Value
from narcotl.model.vocab.words import Certainty, CorrectionKind, RecordKind


class Target(Value):
    """What a correction is a correction of: a source's wording, or a field of a record."""

    source: SourceId | None = None
    text: str | None = None
    """The wording, as short as it can be found by."""
    locator: str | None = None
    """Where in the work it stands."""
    entity: AnyId | None = None
    """A record of the store, in place of a source."""
    field: str | None = None
    """The field of that record."""


class Correction(Record):
    """A mistake that travels with the fact: the wrong wording stays findable, the right one is shown."""

    KIND: ClassVar[RecordKind] = RecordKind.CORRECTION
    NAME: ClassVar[str] = "should_be"
    CORE: ClassVar[frozenset[str]] = frozenset({"applies_to"})

    target: Target
    kind: CorrectionKind
    says: str
    """What is said wrongly, in a few words."""
    should_be: str
    """What should stand there."""
    basis: tuple[Citation, ...]
    """The chains of citation that show it."""
    certainty: Certainty
    applies_to: tuple[AnyId, ...] = ()
    """The records on which the correction is shown."""
    reported: FuzzyDate | None = None
    """When the mistake was reported to its author."""
    note: str | None = None
