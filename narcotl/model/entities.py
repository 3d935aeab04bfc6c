"""Regions and actors: the places and the doers that events, claims and figures refer to."""

from decimal import Decimal
from typing import ClassVar

from narcotl.dates import FuzzyDate
from narcotl.model.citation import Citation
from narcotl.model.fields import ActorId, RegionId, SourceOrName
from narcotl.model.record import Record, Value
from narcotl.model.vocab.words import ActorKind, RecordKind, RegionKind


class Alias(Value):
    """Another name, with the time and the work in which it is used."""

    SHORT: ClassVar[str] = "name"

    name: str
    when: FuzzyDate | None = None
    """When it was in use, where that is known."""
    as_in: SourceOrName | None = None
    """The work that writes it so."""
    error: bool = False
    """A misspelling: it is found when asked for, and never shown as the right name."""
    note: str | None = None


class RegionPart(Value):
    """The region that another one lies wholly inside of, and since when."""

    SHORT: ClassVar[str] = "id"

    id: RegionId
    when: FuzzyDate | None = None
    """Since when or for how long; unsaid: always."""


class Region(Record):
    """A place, in a graph: wholly inside others (`part_of`), or sharing ground with them (`overlaps`)."""

    KIND: ClassVar[RecordKind] = RecordKind.REGION
    CORE: ClassVar[frozenset[str]] = frozenset({"part_of", "overlaps", "aliases"})

    name: str
    kind: RegionKind
    part_of: tuple[RegionPart, ...] = ()
    """Regions that it lies wholly inside, whatever is asked of them."""
    overlaps: tuple[RegionId, ...] = ()
    """Regions that it shares ground with; said on either side, and no further."""
    aliases: tuple[Alias, ...] = ()
    """Other names, older ones and wrong ones among them."""
    iso: str | None = None
    """ISO 3166-1 alpha-2 code of a country, 3166-2 code of a province."""
    lat: Decimal | None = None
    """Latitude of the centre, in degrees north."""
    lon: Decimal | None = None
    """Longitude of the centre, in degrees east."""
    note: str | None = None
    sources: tuple[Citation, ...] = ()


class ActorPart(Value):
    """The body that an actor is a unit of, and when."""

    SHORT: ClassVar[str] = "id"

    id: ActorId
    when: FuzzyDate | None = None
    """Since when or for how long; unsaid: always."""


class Office(Value):
    """An office that a person held: of which body, under which title, when."""

    of: ActorId
    title: str
    when: FuzzyDate | None = None
    """While the person held it; only then do they speak for it."""


class Actor(Record):
    """Whoever acts or speaks: a person, an agency, an armed group, a newspaper, a people."""

    KIND: ClassVar[RecordKind] = RecordKind.ACTOR
    CORE: ClassVar[frozenset[str]] = frozenset({"part_of", "offices", "aliases"})

    name: str
    kind: ActorKind
    aliases: tuple[Alias, ...] = ()
    """Other names, older ones and misspellings among them."""
    part_of: tuple[ActorPart, ...] = ()
    """Bodies that it is a unit of; who asks for them finds it as well."""
    offices: tuple[Office, ...] = ()
    """Offices that a person held, each with its time."""
    successor_of: tuple[ActorId, ...] = ()
    """Bodies that it came after."""
    opposes: tuple[ActorId, ...] = ()
    """Actors that it works or fights against."""
    allies: tuple[ActorId, ...] = ()
    """Actors that it works or fights beside."""
    interests: tuple[str, ...] = ()
    """What it stands to gain or lose, for whoever weighs its words."""
    nationality: RegionId | None = None
    """The country that a person or body belongs to."""
    note: str | None = None
    sources: tuple[Citation, ...] = ()
