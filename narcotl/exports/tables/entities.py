"""The tables of regions, actors, sources and measures."""

from collections.abc import Iterator

from narcotl.exports.tables.table import (
    IDENTITY,
    Table,
    Values,
    date_values,
    dated,
    id_of,
    integer,
    named,
    number,
    reference,
    same,
    several,
    text,
    truth,
)
from narcotl.model.vocab.base import RecordKind
from narcotl.reports.report import Row

TITLE = "its name"
NOTE = text("note", "what else there is to say", searched=True)


def region(row: Row) -> Iterator[Values]:
    """Make the row of a region."""
    yield same(row, "id", "name", "type", "iso", "lat", "lon", "note")


def region_parts(row: Row) -> Iterator[Values]:
    """Make a row for each region that one lies in."""
    for part in row["part_of"]:
        yield {"region": row["id"], "parent": part["id"], **date_values("since", part.get("when"))}


def region_overlaps(row: Row) -> Iterator[Values]:
    """Make a row for each region that one shares ground with."""
    for other in row["overlaps"]:
        yield {"region": row["id"], "other": other["id"]}


def actor(row: Row) -> Iterator[Values]:
    """Make the row of an actor."""
    yield {
        **same(row, "id", "name", "type", "note"),
        "nationality": id_of(row.get("nationality")),
        "interests": list(row.get("interests") or ()),
    }


def actor_parts(row: Row) -> Iterator[Values]:
    """Make a row for each body that an actor is a unit of."""
    for part in row["part_of"]:
        yield {"actor": row["id"], "parent": part["id"], **date_values("held", part.get("when"))}


def offices(row: Row) -> Iterator[Values]:
    """Make a row for each office that a person held."""
    for office in row["offices"]:
        held = date_values("held", office.get("when"))
        yield {"actor": row["id"], "body": id_of(office["of"]), "title": office["title"], **held}


def actor_relations(row: Row) -> Iterator[Values]:
    """Make a row for each ally, opponent and predecessor."""
    for relation in ("allies", "opposes", "successor_of"):
        for other in row.get(relation) or ():
            yield {"actor": row["id"], "relation": relation, "other": other["id"]}


def aliases(row: Row) -> Iterator[Values]:
    """Make a row for each other name of a region or an actor."""
    for alias in row.get("aliases") or ():
        yield {
            "record": row["id"],
            "name": alias["name"],
            "error": bool(alias.get("error")),
            "as_in": named(alias.get("as_in")),
            **date_values("used", alias.get("when")),
        }


def source(row: Row) -> Iterator[Values]:
    """Make the row of a source."""
    yield {
        **same(row, "id", "title", "type", "container", "publisher", "volume", "issue", "page", "url", "archive_url"),
        **same(row, "isbn", "read", "outside", "reliability", "note"),
        "authors": [named(author) for author in row["author"]],
        "outside": bool(row.get("outside")),
        "part_of": id_of(row.get("part_of")),
        "flags": list(row["flags"]),
        "interests": list(row.get("interests") or ()),
        **date_values("issued", row["issued"]),
        **date_values("accessed", row.get("accessed")),
    }


def source_authors(row: Row) -> Iterator[Values]:
    """Make a row for each author of a source."""
    for position, author in enumerate(row["author"], 1):
        yield {"source": row["id"], "position": position, "actor": id_of(author), "name": named(author)}


def source_cites(row: Row) -> Iterator[Values]:
    """Make a row for each work that a source cites."""
    for cited in row.get("cites") or ():
        yield {"source": row["id"], "cited": cited["id"]}


def measure(row: Row) -> Iterator[Values]:
    """Make the row of a measure."""
    yield {
        **same(row, "id", "name", "unit", "counts", "nature", "note"),
        "words": list(row.get("words") or ()),
        "scopes": list(row.get("scopes") or ()),
    }


REGION, ACTOR, SOURCE = ((kind,) for kind in (RecordKind.REGION, RecordKind.ACTOR, RecordKind.SOURCE))

TABLES = (
    Table(
        name="regions",
        about="places, each with the centre that it is drawn at",
        kinds=REGION,
        columns=(
            IDENTITY,
            text("name", TITLE, required=True, searched=True),
            text("type", "what sort of place it is: country, valley, route, ..."),
            text("iso", "its code in ISO 3166"),
            number("lat", "the latitude of its centre, in degrees north"),
            number("lon", "the longitude of its centre, in degrees east"),
            NOTE,
        ),
        rows=region,
        key=("id",),
    ),
    Table(
        name="region_parts",
        about="which region lies wholly inside which",
        kinds=REGION,
        columns=(
            reference("region", "regions", "the region", required=True),
            reference("parent", "regions", "the region that it lies in", required=True),
            *dated("since", "when it did"),
        ),
        rows=region_parts,
    ),
    Table(
        name="region_overlaps",
        about="which regions share ground",
        kinds=REGION,
        columns=(
            reference("region", "regions", "the region", required=True),
            reference("other", "regions", "the region that it shares ground with", required=True),
        ),
        rows=region_overlaps,
    ),
    Table(
        name="actors",
        about="people, agencies, groups, companies: whoever acts or speaks",
        kinds=ACTOR,
        columns=(
            IDENTITY,
            text("name", TITLE, required=True, searched=True),
            text("type", "what sort of actor it is: person, agency, armed-group, ..."),
            reference("nationality", "regions", "whose citizen a person is"),
            several("interests", "what it stands to gain or lose"),
            NOTE,
        ),
        rows=actor,
        key=("id",),
    ),
    Table(
        name="actor_parts",
        about="which actor is a unit of which",
        kinds=ACTOR,
        columns=(
            reference("actor", "actors", "the unit", required=True),
            reference("parent", "actors", "the body that it is a unit of", required=True),
            *dated("held", "when it was"),
        ),
        rows=actor_parts,
    ),
    Table(
        name="offices",
        about="which person held which office when",
        kinds=ACTOR,
        columns=(
            reference("actor", "actors", "the person", required=True),
            reference("body", "actors", "where the office was", required=True),
            text("title", "what the office is called"),
            *dated("held", "when it was held"),
        ),
        rows=offices,
    ),
    Table(
        name="actor_relations",
        about="allies, opponents and predecessors",
        kinds=ACTOR,
        columns=(
            reference("actor", "actors", "the actor", required=True),
            text("relation", "allies, opposes or successor_of"),
            reference("other", "actors", "the other one", required=True),
        ),
        rows=actor_relations,
    ),
    Table(
        name="aliases",
        about="other names of regions and actors, misspellings among them",
        kinds=(*REGION, *ACTOR),
        columns=(
            reference("record", "records", "the region or actor", required=True),
            text("name", "the other name", required=True, searched=True),
            truth("error", "whether it is a misspelling"),
            text("as_in", "where it is written so"),
            *dated("used", "when it was in use"),
        ),
        rows=aliases,
    ),
    Table(
        name="sources",
        about="works that say something, read or cited by others",
        kinds=SOURCE,
        columns=(
            IDENTITY,
            text("title", "its title", required=True, searched=True),
            text("type", "what sort of work it is: book, report, article-newspaper, ..."),
            several("authors", "who wrote it, by name"),
            *dated("issued", "when it was published"),
            text("container", "the journal, newspaper, book or site that it appeared in", searched=True),
            text("publisher", "who published it"),
            text("volume", "the volume"),
            text("issue", "the issue"),
            text("page", "the page"),
            text("url", "its address on the web"),
            text("archive_url", "the address of a copy in an archive"),
            text("isbn", "its ISBN"),
            *dated("accessed", "when it was looked at"),
            truth("read", "whether the authors of the store had it in hand"),
            truth("outside", "whether it was looked up to check the material"),
            text("reliability", "A to F; F is unknown, not worst"),
            several("flags", "what to know before trusting it"),
            several("interests", "what its authors stand to gain or lose"),
            reference("part_of", "sources", "the work that it is a part of"),
            NOTE,
        ),
        rows=source,
        key=("id",),
    ),
    Table(
        name="source_authors",
        about="who wrote which source",
        kinds=SOURCE,
        columns=(
            reference("source", "sources", "the source", required=True),
            integer("position", "the place among its authors"),
            reference("actor", "actors", "the author, if it is an actor of the store"),
            text("name", "the author's name"),
        ),
        rows=source_authors,
    ),
    Table(
        name="source_cites",
        about="which source cites which",
        kinds=SOURCE,
        columns=(
            reference("source", "sources", "the source", required=True),
            reference("cited", "sources", "the work that it cites", required=True),
        ),
        rows=source_cites,
    ),
    Table(
        name="measures",
        about="what figures count",
        kinds=(RecordKind.MEASURE,),
        columns=(
            IDENTITY,
            text("name", TITLE, required=True, searched=True),
            text("unit", "the unit in which it is given"),
            text("counts", "what exactly is counted", searched=True),
            text("nature", "level, total or share"),
            several("words", "words by which people ask for it"),
            several("scopes", "the scopes that its figures have"),
            NOTE,
        ),
        rows=measure,
        key=("id",),
    ),
)
"""The tables of entities."""
