"""Events: what happened, when, where and with whom, in one neutral sentence."""

from dataclasses import dataclass
from typing import ClassVar

from narcotl.dates import FuzzyDate
from narcotl.model.citation import Citation
from narcotl.model.fields import (
    ActorId,
    ClaimId,
    CorrectionId,
    EventId,
    FigureId,
    RegionId,
    SourceOrName,
)
from narcotl.model.record import Record, Value
from narcotl.model.vocab.words import (
    DateBasisKind,
    DateOf,
    EventKind,
    EventRelation,
    GeoPrecision,
    Rank,
    RecordKind,
    Role,
    Status,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateBasis(Value):
    """How the date of an event was come by."""

    SHORT: ClassVar[str] = "kind"

    kind: DateBasisKind
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AlternativeDate(Value):
    """Another date for the same event, and who gives it."""

    date: FuzzyDate
    by: SourceOrName | None = None
    rank: Rank | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing(Value):
    """Where an event happened, and how exactly that is known."""

    SHORT: ClassVar[str] = "id"

    id: RegionId
    geo_precision: GeoPrecision | None = None
    as_written: str | None = None
    by: SourceOrName | None = None
    rank: Rank | None = None
    correction: CorrectionId | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant(Value):
    """Who took part, as what."""

    SHORT: ClassVar[str] = "actor"

    actor: ActorId | None = None
    name: str | None = None
    """A name that has no record of its own."""
    role: Role | None = None
    as_written: str | None = None
    contested: bool = False
    by: SourceOrName | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation(Value):
    """How an event bears on another one."""

    event: EventId
    rel: EventRelation
    note: str | None = None
    source: SourceOrName | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Record):
    """Something that happened; what somebody contests about it is a claim."""

    KIND: ClassVar[RecordKind] = RecordKind.EVENT
    NAME: ClassVar[str] = "title"
    CORE: ClassVar[frozenset[str]] = frozenset({"summary", "participants", "topics"})

    title: str
    """One neutral sentence of at most about 90 characters."""
    summary: str | None = None
    date: FuzzyDate
    date_as_written: str | None = None
    date_basis: DateBasis | None = None
    date_alt: tuple[AlternativeDate, ...] = ()
    date_of: DateOf | None = None
    regions: tuple[Placing, ...]
    participants: tuple[Participant, ...] = ()
    kinds: tuple[EventKind, ...]
    topics: tuple[str, ...] = ()
    status: Status
    awaiting: str | None = None
    """What a planned event still needed."""
    figures: tuple[FigureId, ...] = ()
    claims: tuple[ClaimId, ...] = ()
    related: tuple[Relation, ...] = ()
    note: str | None = None
    sources: tuple[Citation, ...]
