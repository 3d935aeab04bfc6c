"""Figures: numbers as claims, with everything that they need to be compared."""

from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from narcotl.dates import FuzzyDate
from narcotl.model.citation import Citation
from narcotl.model.declared import field
from narcotl.model.fields import ActorId, ClaimId, FigureId, MeasureId, RegionId
from narcotl.model.record import Record, Value
from narcotl.model.vocab.words import Missing, Nature, ObsStatus, Operator, Rank, RecordKind


class Measure(Record):
    """What a figure counts: which things, in which unit, and what it leaves out."""

    KIND: ClassVar[RecordKind] = RecordKind.MEASURE

    name: str
    unit: str
    counts: str | None = None
    """What exactly is counted and what is not."""
    nature: Nature | None = None
    """Whether figures are levels, totals of their period or shares of one whole."""
    words: tuple[str, ...] = ()
    """Words by which people ask for it."""
    scopes: tuple[str, ...] = ()
    """The scopes that its figures have; those of different scope never conflict."""
    note: str | None = None
    sources: tuple[Citation, ...] = ()


class Written(Value):
    """The same quantity as a source writes it in another unit."""

    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    op: Operator = Operator.EQUAL
    unit: str


class Change(Value):
    """The change that a source states along with a figure, in percent."""

    pct: Decimal
    op: Operator = Operator.EQUAL
    from_: FuzzyDate | None = None
    """The period from which the change is counted."""


class Derivation(Value):
    """How a figure was computed from others."""

    from_: tuple[FigureId, ...]
    """The figures that it was computed from."""
    formula: str
    """Arithmetic on their ids, which `narcotl check` computes again."""


class Figure(Record):
    """A number that somebody states: value or range or missing, with agency, period, bound and vintage."""

    KIND: ClassVar[RecordKind] = RecordKind.FIGURE
    NAME: ClassVar[str] = "id"
    CORE: ClassVar[frozenset[str]] = frozenset({"value", "low", "high", "op", "agency", "vintage", "missing", "scope"})

    measure: MeasureId
    region: RegionId
    period: FuzzyDate
    """What time it is a figure of."""
    value: Decimal | None = None
    """The number, where one is stated."""
    low: Decimal | None = None
    """The lower end of a range."""
    high: Decimal | None = None
    """The upper end of a range."""
    op: Operator = Operator.EQUAL
    """The bound that goes with the number: about, over, up to."""
    unit: str
    missing: Missing | None = None
    """Why there is no number, where a text speaks of one and gives none."""
    best: Decimal | None = None
    """The best single value of a range, where the source names one."""
    agency: ActorId | None = None
    """Who counted or estimated; not always who is cited for it."""
    agency_basis: str | None = None
    """How the agency is known, where the text does not plainly say."""
    vintage: FuzzyDate | None = None
    """When the figure was published."""
    scope: str | None = None
    """What the figure is a figure of, where one measure has several: `licit-GDP`."""
    substance: str | None = None
    """The drug or crop, where a measure covers several."""
    method: str | None = None
    """How it was measured."""
    series: str | None = None
    """The series that it belongs to; figures of one series come from one way of counting."""
    obs_status: ObsStatus | None = None
    rank: Rank | None = None
    also_written: tuple[Written, ...] = ()
    """The same quantity in the other units that the source gives."""
    change: Change | None = None
    """The change from an earlier period that the source states with it."""
    previous: FigureId | None = None
    """The figure that the change is counted from."""
    derived: Derivation | None = None
    """How it was computed, where nobody states it."""
    comparable: str | None = None
    """With what it can be compared, and with what not."""
    note: str | None = None
    citation: Citation | None = field(default=None, flat=True)
    claims: tuple[ClaimId, ...] = ()
    """Claims that it bears on."""

    def flaws(self) -> Iterator[tuple[str, str]]:
        """Find a figure that says no number or several, a range that is upside down, and one that nobody states."""
        if sum((self.value is not None, (self.low, self.high) != (None, None), self.missing is not None)) != 1:
            yield (
                "a figure needs either `value`, or `low` and `high`, or `missing`",
                "Write `missing: not-given-in-material` where the text has no number.",
            )
        if self.low is not None and self.high is not None and self.low > self.high:
            yield f"the range ends below its beginning: {self.low} to {self.high}", "Exchange `low` and `high`."
        if self.citation is None and self.derived is None and self.missing is None:
            yield "a figure needs `source`, unless it is derived or missing", "Say who states it: `source: ...`."
