"""What is asked for: a tree of conditions, each of which a record meets certainly, possibly or not.

Dates are fuzzy and places overlap, so a condition has three outcomes. `Not` turns certain into no and leaves
possible as it is; `All` takes the weakest of its parts, `Any` the strongest.
"""

from collections.abc import Iterable
from typing import TypeAlias

from narcotl.frozen import Frozen


class InRegion(Frozen, kw_only=False):
    """Placed in a region or inside it (certain), or in one that shares ground with it (possible)."""

    region: str


class WithActor(Frozen, kw_only=False):
    """Involving an actor, one of its units or, during their office, its office holders."""

    actor: str
    units: bool = True


class Labelled(Frozen, kw_only=False):
    """Bearing a word of a facet: topic, kind, status, source, measure."""

    facet: str
    value: str


class Positioned(Frozen, kw_only=False):
    """A claim on which an actor, one of its units or its office holders took a position, of one stance or of any."""

    actor: str
    stance: str = ""
    units: bool = True


class About(Frozen, kw_only=False):
    """A claim about a record, or about what is inside it or a unit of it; or one that the record names."""

    target: str


class Published(Frozen, kw_only=False):
    """A figure published inside an interval of days (certain), or perhaps in it (possible)."""

    earliest: int
    latest: int


class Within(Frozen, kw_only=False):
    """Dated inside an interval of days (certain), or overlapping it (possible)."""

    earliest: int
    latest: int


class OnDay(Frozen, kw_only=False):
    """Dated exactly on a day of the year (certain), or only known to lie in a time of at most a month with that day."""

    month: int
    day: int


class Saying(Frozen, kw_only=False):
    """Containing words, as the full-text index understands its query."""

    match: str


class Not(Frozen, kw_only=False):
    """What does not meet a condition."""

    part: "Where"


class All(Frozen, kw_only=False):
    """What meets every condition; without any, everything."""

    parts: tuple["Where", ...] = ()


class Any(Frozen, kw_only=False):
    """What meets at least one condition."""

    parts: tuple["Where", ...]


Leaf: TypeAlias = InRegion | WithActor | Labelled | Positioned | About | Published | Within | OnDay | Saying
Where: TypeAlias = Leaf | Not | All | Any

EVERYTHING = All()


def conjunction(parts: Iterable[Where]) -> Where:
    """Ask for all of these, without conditions inside conditions or twice; a single one stands for itself."""
    flat: dict[Where, None] = {}
    for part in parts:
        flat.update(dict.fromkeys(part.parts if isinstance(part, All) else (part,)))
    return next(iter(flat)) if len(flat) == 1 else All(tuple(flat))


def disjunction(parts: Iterable[Where]) -> Where:
    """Ask for any of these (at least one must be given), simplified like `conjunction`."""
    flat: dict[Where, None] = {}
    for part in parts:
        flat.update(dict.fromkeys(part.parts if isinstance(part, Any) else (part,)))
    return next(iter(flat)) if len(flat) == 1 else Any(tuple(flat))
