"""Events: what happened, when, where and with whom, in one neutral sentence."""

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


class DateBasis(Value):
    """How the date of an event was come by."""

    SHORT: ClassVar[str] = "kind"

    kind: DateBasisKind
    note: str | None = None


class AlternativeDate(Value):
    """Another date for the same event, and who gives it."""

    date: FuzzyDate
    by: SourceOrName | None = None
    """Who gives it: a work, an actor, or a name."""
    rank: Rank | None = None
    note: str | None = None


class Placing(Value):
    """Where an event happened, and how exactly that is known."""

    SHORT: ClassVar[str] = "id"

    id: RegionId
    geo_precision: GeoPrecision | None = None
    """How exactly the place is known, apart from how large it is."""
    as_written: str | None = None
    """The place in the words of the source."""
    by: SourceOrName | None = None
    """Who places it there, where others do not."""
    rank: Rank | None = None
    correction: CorrectionId | None = None
    note: str | None = None


class Participant(Value):
    """Who took part, as what."""

    SHORT: ClassVar[str] = "actor"

    actor: ActorId | None = None
    name: str | None = None
    """A name that has no record of its own."""
    role: Role | None = None
    as_written: str | None = None
    """The name in the words of the source."""
    contested: bool = False
    """Whether somebody denies that it took part so."""
    by: SourceOrName | None = None
    """Who says that it took part."""
    note: str | None = None


class Relation(Value):
    """How an event bears on another one."""

    event: EventId
    rel: EventRelation
    note: str | None = None
    source: SourceOrName | None = None


class Event(Record):
    """Something that happened; what somebody contests about it is a claim."""

    KIND: ClassVar[RecordKind] = RecordKind.EVENT
    NAME: ClassVar[str] = "title"
    CORE: ClassVar[frozenset[str]] = frozenset({"summary", "participants", "topics"})

    title: str
    """One neutral sentence of at most about 90 characters."""
    summary: str | None = None
    """A few sentences in one's own words, for what the title leaves out."""
    date: FuzzyDate
    """When it happened, as exactly as is known and no more."""
    date_as_written: str | None = None
    """The date in the words of the source."""
    date_basis: DateBasis | None = None
    """How the date was come by, where the source does not plainly state it."""
    date_alt: tuple[AlternativeDate, ...] = ()
    """Other dates for the same thing."""
    date_of: DateOf | None = None
    """What the date is the date of; unsaid: the thing itself."""
    regions: tuple[Placing, ...]
    """Every place that it happened in or between."""
    participants: tuple[Participant, ...] = ()
    """Who took part, each in a role."""
    kinds: tuple[EventKind, ...]
    topics: tuple[str, ...] = ()
    """Words of the store's own choosing."""
    status: Status
    """How sure it is that it happened at all."""
    awaiting: str | None = None
    """What a planned event still needed."""
    figures: tuple[FigureId, ...] = ()
    """Figures that belong to it."""
    claims: tuple[ClaimId, ...] = ()
    """Claims that it is told with."""
    related: tuple[Relation, ...] = ()
    """Events that it is a part of, answers, or brings about as somebody claims."""
    note: str | None = None
    sources: tuple[Citation, ...]
    """The chains of citation that it rests on."""
