"""What is asked for: a tree of conditions, each of which a record meets certainly, possibly or not.

Dates are fuzzy and places overlap, so a condition has three outcomes. `Not` turns certain into no and leaves
possible as it is; `All` takes the weakest of its parts, `Any` the strongest.

The conditions are named tuples: they are made at every start, and dataclasses take eight times as long to make.
"""

from collections.abc import Iterable
from typing import NamedTuple, TypeAlias, TypeVar

Kind = TypeVar("Kind", bound=tuple[object, ...])


def distinct(kind: type[Kind]) -> type[Kind]:
    """Let the values of a named tuple equal none of another: when something was is not when it was published."""

    def equal(one: Kind, other: object) -> bool:
        return type(one) is type(other) and tuple.__eq__(one, other)

    def differ(one: Kind, other: object) -> bool:
        return not equal(one, other)

    kind.__eq__, kind.__ne__ = equal, differ  # type: ignore[assignment]  # as class bodies do; the hash stays right
    return kind


@distinct
class InRegion(NamedTuple):
    """Placed in a region or inside it (certain), or in one that shares ground with it (possible)."""

    region: str


@distinct
class WithActor(NamedTuple):
    """Involving an actor, one of its units or, during their office, its office holders."""

    actor: str
    units: bool = True


@distinct
class Labelled(NamedTuple):
    """Bearing a word of a facet: topic, kind, status, source, measure."""

    facet: str
    value: str


@distinct
class Positioned(NamedTuple):
    """A claim on which an actor, one of its units or its office holders took a position, of one stance or of any."""

    actor: str
    stance: str = ""
    units: bool = True


@distinct
class About(NamedTuple):
    """A claim about a record, or about what is inside it or a unit of it; or one that the record names."""

    target: str


@distinct
class Published(NamedTuple):
    """A figure published inside an interval of days (certain), or perhaps in it (possible)."""

    earliest: int
    latest: int


@distinct
class Within(NamedTuple):
    """Dated inside an interval of days (certain), or overlapping it (possible)."""

    earliest: int
    latest: int


@distinct
class OnDay(NamedTuple):
    """Dated exactly on a day of the year (certain), or only known to lie in a time of at most a month with that day."""

    month: int
    day: int


@distinct
class Saying(NamedTuple):
    """Containing words, as the full-text index understands its query."""

    match: str


@distinct
class Not(NamedTuple):
    """What does not meet a condition."""

    part: "Where"


@distinct
class All(NamedTuple):
    """What meets every condition; without any, everything."""

    parts: tuple["Where", ...] = ()


@distinct
class Any(NamedTuple):
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
