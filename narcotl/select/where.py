"""What is asked for: a tree of conditions, each of which a record meets certainly, possibly or not.

Dates are fuzzy and places overlap, so a condition has three outcomes. `Not` turns certain into no and leaves
possible as it is; `All` takes the weakest of its parts, `Any` the strongest.
"""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class InRegion:
    """Placed in a region or inside it (certain), or in one that shares ground with it (possible)."""

    region: str


@dataclass(frozen=True, slots=True)
class WithActor:
    """Involving an actor, one of its units or, during their office, its office holders."""

    actor: str
    units: bool = True


@dataclass(frozen=True, slots=True)
class Labelled:
    """Bearing a word of a facet: topic, kind, status, source, measure."""

    facet: str
    value: str


@dataclass(frozen=True, slots=True)
class Within:
    """Dated inside an interval of days (certain), or overlapping it (possible)."""

    earliest: int
    latest: int


@dataclass(frozen=True, slots=True)
class Saying:
    """Containing words, as the full-text index understands its query."""

    match: str


@dataclass(frozen=True, slots=True)
class Not:
    """What does not meet a condition."""

    part: "Where"


@dataclass(frozen=True, slots=True)
class All:
    """What meets every condition; without any, everything."""

    parts: tuple["Where", ...] = ()


@dataclass(frozen=True, slots=True)
class Any:
    """What meets at least one condition."""

    parts: tuple["Where", ...]


Where: TypeAlias = InRegion | WithActor | Labelled | Within | Saying | Not | All | Any

EVERYTHING = All()
