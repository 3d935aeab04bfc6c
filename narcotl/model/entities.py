"""Regions and actors: the places and the doers that events, claims and figures refer to."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from narcotl.dates import FuzzyDate
from narcotl.model.citation import Citation
from narcotl.model.fields import ActorId, RegionId, SourceOrName
from narcotl.model.record import Record, Value
from narcotl.model.vocab.words import ActorKind, RecordKind, RegionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias(Value):
    """Another name, with the time and the work in which it is used."""

    SHORT: ClassVar[str] = "name"

    name: str
    when: FuzzyDate | None = None
    as_in: SourceOrName | None = None
    error: bool = False
    """A misspelling: it is found when asked for, and never shown as the right name."""
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionPart(Value):
    """The region that another one lies wholly inside of, and since when."""

    SHORT: ClassVar[str] = "id"

    id: RegionId
    when: FuzzyDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Region(Record):
    """A place, in a graph: wholly inside others (`part_of`), or sharing ground with them (`overlaps`)."""

    KIND: ClassVar[RecordKind] = RecordKind.REGION
    CORE: ClassVar[frozenset[str]] = frozenset({"part_of", "overlaps", "aliases"})

    name: str
    kind: RegionKind
    part_of: tuple[RegionPart, ...] = ()
    overlaps: tuple[RegionId, ...] = ()
    aliases: tuple[Alias, ...] = ()
    iso: str | None = None
    """ISO 3166-1 alpha-2 code of a country, 3166-2 code of a province."""
    lat: Decimal | None = None
    """Latitude of the centre, in degrees north."""
    lon: Decimal | None = None
    """Longitude of the centre, in degrees east."""
    note: str | None = None
    sources: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorPart(Value):
    """The body that an actor is a unit of, and when."""

    SHORT: ClassVar[str] = "id"

    id: ActorId
    when: FuzzyDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Office(Value):
    """An office that a person held: of which body, under which title, when."""

    of: ActorId
    title: str
    when: FuzzyDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor(Record):
    """Whoever acts or speaks: a person, an agency, an armed group, a newspaper, a people."""

    KIND: ClassVar[RecordKind] = RecordKind.ACTOR
    CORE: ClassVar[frozenset[str]] = frozenset({"part_of", "offices", "aliases"})

    name: str
    kind: ActorKind
    aliases: tuple[Alias, ...] = ()
    part_of: tuple[ActorPart, ...] = ()
    offices: tuple[Office, ...] = ()
    successor_of: tuple[ActorId, ...] = ()
    opposes: tuple[ActorId, ...] = ()
    allies: tuple[ActorId, ...] = ()
    interests: tuple[str, ...] = ()
    nationality: RegionId | None = None
    note: str | None = None
    sources: tuple[Citation, ...] = ()
