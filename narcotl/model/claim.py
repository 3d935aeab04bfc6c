"""Claims: one neutral proposition, and who took which position on it when."""

from typing import ClassVar

from narcotl.dates import FuzzyDate
from narcotl.model.citation import Citation
from narcotl.model.declared import field
from narcotl.model.fields import ActorId, ClaimId, CorrectionId, EventId, FigureId, RegionId
from narcotl.model.record import Record, Value
from narcotl.model.vocab.words import ClaimRelation, Polarity, RecordKind, Scope, Stance


class About(Value):
    """What a claim is about."""

    event: tuple[EventId, ...] = ()
    actor: tuple[ActorId, ...] = ()
    figure: tuple[FigureId, ...] = ()
    region: tuple[RegionId, ...] = ()
    series: str | None = None
    """A series of figures, by its name."""
    occurrence: bool = False
    """Whether the proposition is that the events happened at all, and not how, why or by whom."""


class Position(Value):
    """What one actor said about a proposition at one time; the source itself, if no actor is named."""

    CORE: ClassVar[frozenset[str]] = frozenset({"actor", "said", "gist"})
    DERIVED: ClassVar[tuple[str, ...]] = ("polarity",)

    actor: ActorId | None = None
    """Who speaks; unsaid: the source itself."""
    stance: Stance
    said: FuzzyDate | None = None
    """When it was said."""
    gist: str | None = None
    """What was said, in a few words of one's own."""
    citation: Citation = field(flat=True)
    interest: str | None = None
    """What the actor stands to gain or lose by it."""
    hedge: str | None = None
    """The words that weaken it, such as "not inconsistent with"."""
    scope: Scope | None = None
    """Whether it goes for the whole proposition."""
    reverses: ActorId | None = None
    """The actor whose earlier positions on this claim no longer count."""
    correction: CorrectionId | None = None
    """A correction of what the source says here."""

    @property
    def polarity(self) -> Polarity:
        """Whether the position is for the proposition, against it or between."""
        return self.stance.polarity


class ClaimLink(Value):
    """How a claim bears on another one."""

    claim: ClaimId
    rel: ClaimRelation
    note: str | None = None


class Claim(Record):
    """A proposition that somebody asserts about somebody, in neutral words."""

    KIND: ClassVar[RecordKind] = RecordKind.CLAIM
    NAME: ClassVar[str] = "proposition"
    CORE: ClassVar[frozenset[str]] = frozenset({"about", "topics"})

    proposition: str
    """One neutral sentence that can be true or false."""
    about: About | None = None
    """What it is about: it is found and shown there."""
    positions: tuple[Position, ...]
    """Who says what on it, each at a time and in a work."""
    relates: tuple[ClaimLink, ...] = ()
    """Claims that it supports, undercuts or cannot be true beside."""
    does_not_claim: str | None = None
    """What the source expressly does not say."""
    topics: tuple[str, ...] = ()
    note: str | None = None

    def standing(self) -> frozenset[int]:
        """Give the places in `positions` of those that nobody took back later; what is undated comes last."""
        if not any(position.reverses for position in self.positions):
            return frozenset(range(len(self.positions)))
        stands: dict[int, Position] = {}
        for place, position in sorted(enumerate(self.positions), key=lambda item: order_of(item[1])):
            if position.reverses is not None:
                stands = {other: taken for other, taken in stands.items() if taken.actor != position.reverses}
            stands[place] = position
        return frozenset(stands)

    @property
    def contested(self) -> bool:
        """Whether, after whoever took something back, somebody is for it and somebody against it."""
        polarities = {self.positions[place].polarity for place in self.standing()}
        return {Polarity.FOR, Polarity.AGAINST} <= polarities


def order_of(position: Position) -> str:
    """Give the place of a position in the order of time."""
    return position.said.order_text if position.said is not None else "~"
