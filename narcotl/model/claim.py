"""Claims: one neutral proposition, and who took which position on it when."""

from dataclasses import dataclass, field
from typing import ClassVar

from narcotl.dates import FuzzyDate
from narcotl.model.citation import Citation
from narcotl.model.fields import ActorId, ClaimId, CorrectionId, EventId, FigureId, RegionId
from narcotl.model.record import Record, Value
from narcotl.model.vocab.words import ClaimRelation, Polarity, RecordKind, Scope, Stance

FLAT = {"flat": True}
"""Marks a field whose own fields stand beside it in the store: `source`, `via`, ... of a citation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About(Value):
    """What a claim is about."""

    event: tuple[EventId, ...] = ()
    actor: tuple[ActorId, ...] = ()
    figure: tuple[FigureId, ...] = ()
    region: tuple[RegionId, ...] = ()
    series: str | None = None
    """A series of figures, by its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Position(Value):
    """What one actor said about a proposition at one time; the source itself, if no actor is named."""

    CORE: ClassVar[frozenset[str]] = frozenset({"actor", "said", "gist"})
    DERIVED: ClassVar[tuple[str, ...]] = ("polarity",)

    actor: ActorId | None = None
    stance: Stance
    said: FuzzyDate | None = None
    gist: str | None = None
    citation: Citation = field(metadata=FLAT)
    interest: str | None = None
    """What the actor stands to gain or lose by it."""
    hedge: str | None = None
    """The words that weaken it, such as "not inconsistent with"."""
    scope: Scope | None = None
    reverses: ActorId | None = None
    """The actor whose earlier positions on this claim no longer count."""
    correction: CorrectionId | None = None

    @property
    def polarity(self) -> Polarity:
        """Whether the position is for the proposition, against it or between."""
        return self.stance.polarity


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLink(Value):
    """How a claim bears on another one."""

    claim: ClaimId
    rel: ClaimRelation
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Record):
    """A proposition that somebody asserts about somebody, in neutral words."""

    KIND: ClassVar[RecordKind] = RecordKind.CLAIM
    NAME: ClassVar[str] = "proposition"
    CORE: ClassVar[frozenset[str]] = frozenset({"about", "topics"})

    proposition: str
    about: About | None = None
    positions: tuple[Position, ...]
    relates: tuple[ClaimLink, ...] = ()
    does_not_claim: str | None = None
    """What the source expressly does not say."""
    topics: tuple[str, ...] = ()
    note: str | None = None
