"""What may be said of new regions, actors, sources and measures."""

from dataclasses import replace

from narcotl.library.authoring.field import ID, NOTE, SOURCES, Field, Sort, named, words
from narcotl.model.vocab.base import RecordKind
from narcotl.model.vocab.words import ActorKind, Nature, RegionKind, SourceFlag, SourceType

NAME = Field(name="name", about="The name.", required=True)
ALIASES = Field(name="alias", key="aliases", about="Another name.", several=True, usual=True)
INTERESTS = Field(name="interest", key="interests", about="What it stands to gain or lose.", several=True)

REGION = (
    NAME,
    words("kind", "What sort of place it is.", RegionKind, required=True),
    named("part-of", "The place that it lies wholly inside of.", RecordKind.REGION, usual=True),
    named("overlaps", "A place that it shares ground with.", RecordKind.REGION),
    ALIASES,
    Field(name="iso", about="Its ISO 3166 code."),
    Field(name="lat", about="Latitude of the centre, in degrees north."),
    Field(name="lon", about="Longitude of the centre, in degrees east."),
    SOURCES,
    NOTE,
    ID,
)
ACTOR = (
    NAME,
    words("kind", "What sort of actor it is.", ActorKind, required=True),
    ALIASES,
    named("part-of", "The body that it is a unit of.", RecordKind.ACTOR, usual=True),
    Field(name="nationality", about="Its country.", sort=Sort.NAME, of=(RecordKind.REGION,)),
    INTERESTS,
    replace(named("ally", "An ally.", RecordKind.ACTOR), key="allies"),
    named("opposes", "An opponent.", RecordKind.ACTOR),
    SOURCES,
    NOTE,
    ID,
)
SOURCE = (
    Field(name="title", about="The title.", required=True),
    words("type", "What sort of work it is.", SourceType, required=True),
    Field(name="issued", about="When it came out.", sort=Sort.DATE, required=True),
    Field(name="author", about="Who wrote it.", sort=Sort.AUTHOR, several=True, usual=True),
    Field(name="read", about="Whether you had it in hand.", sort=Sort.TRUTH, usual=True),
    Field(name="container", about="The journal, newspaper, book or site that it appeared in.", usual=True),
    Field(name="publisher", about="Who published it."),
    Field(name="volume", about="The volume."),
    Field(name="issue", about="The issue."),
    Field(name="page", about="The pages."),
    Field(name="url", about="Its address on the web.", usual=True),
    Field(name="isbn", about="Its ISBN."),
    Field(name="accessed", about="When the address was looked at.", sort=Sort.DATE),
    Field(name="part-of", about="The work that it is a part of.", sort=Sort.NAME, of=(RecordKind.SOURCE,)),
    named("cites", "A work that it cites.", RecordKind.SOURCE),
    words("flag", "What a reader should know before trusting it.", SourceFlag, several=True),
    INTERESTS,
    NOTE,
    ID,
)
MEASURE = (
    NAME,
    Field(name="unit", about="The unit of its figures.", sort=Sort.UNIT, required=True),
    Field(name="counts", about="What exactly is counted, and what is not.", usual=True),
    words("nature", "Whether figures are levels, totals of a period or shares of a whole.", Nature),
    Field(name="word", key="words", about="A word by which people ask for it.", several=True, usual=True),
    NOTE,
    ID,
)
