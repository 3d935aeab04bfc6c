"""FollowTheMoney: people, bodies, documents and events, one entity a line, for OpenAleph and its kin.

The schema is at https://followthemoney.tech. It is written without its library, which brings a compiler and ICU
along; the tests have that library validate every entity.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final, TypeAlias

from narcotl.exports.json_lines import line
from narcotl.exports.material import Material, Notes, skip_facts
from narcotl.exports.times import Span, coarse, described, span_of
from narcotl.exports.works import Work, remarks, works
from narcotl.model.vocab.base import RecordKind
from narcotl.reports import cells
from narcotl.reports.harmless import clean
from narcotl.reports.report import Row

Entity: TypeAlias = dict[str, Any]

PUBLIC: Final = ("government", "agency", "office", "legislature", "court", "military")
COMPANIES: Final = ("media", "company", "airline")
BODIES: Final = ("igo", "ngo", "academic-body", "armed-group", "trafficking-org")
ARTICLES: Final = (
    "article-newspaper",
    "article-magazine",
    "article-journal",
    "news-analysis",
    "op-ed",
    "wire",
    "post-weblog",
)
LONG: Final = ("description", "notes", "summary")
"""The properties that hold several lines."""
_YEARS: Final = (1000, 2999)
"""The first and the last year that dates of FollowTheMoney have."""
_LENGTHS: Final = (0, 4, 7, 10)


def text(material: Material, notes: Notes) -> Iterator[str]:
    """Give sources, actors and events, each with the links that begin at it."""
    skip_facts(material, notes, (RecordKind.EVENT,), "FollowTheMoney has no place for them")
    actors = {row["id"]: schema_of(row) for row in material.rows(RecordKind.ACTOR)}
    for work in works(material):
        yield from map(line, source(work, actors, notes))
    posts: set[str] = set()
    for row in material.rows(RecordKind.ACTOR):
        for made in actor(row, actors, material, notes):
            # A post that several people held is one.
            if made["schema"] != "Position" or made["id"] not in posts:
                yield line(made)
            if made["schema"] == "Position":
                posts.add(made["id"])
    countries = {row["id"]: row["iso"] for row in material.rows(RecordKind.REGION) if row.get("iso")}
    for row in material.rows(RecordKind.EVENT):
        yield from map(line, event(row, actors, countries, notes))


def entity(key: str, schema: str, /, **properties: Iterable[str | None] | str | None) -> Entity:
    """Make an entity; every property is a list, and empty ones are left out."""
    held = {
        name: [written(name, value) for value in ([values] if isinstance(values, str) else values) if value]
        for name, values in properties.items()
        if values
    }
    return {
        "id": key,
        "schema": schema,
        "properties": {name: list(dict.fromkeys(values)) for name, values in held.items() if values},
    }


def written(name: str, value: str) -> str:
    """Write a value: in one line, unless it is a longer text."""
    text = clean(value)
    return text if name in LONG else " ".join(text.split())


def schema_of(row: Row) -> str:
    """Find what an actor is in FollowTheMoney; a people is neither a person nor a body."""
    kind = row["type"]
    if kind == "person":
        return "Person"
    if kind in PUBLIC:
        return "PublicBody"
    if kind in COMPANIES:
        return "Company"
    return "Organization" if kind in BODIES else "LegalEntity"


def source(work: Work, actors: dict[str, str], notes: Notes) -> Iterator[Entity]:
    """Make the document of a source, and its links to the authors."""
    row = work.row
    is_article = row["type"] in ARTICLES
    yield entity(
        row["id"],
        "Article" if is_article else "Document",
        # A document must have the name of a file: the id, under which the store files it.
        fileName=None if is_article else row["id"],
        title=row["title"],
        author=[author.name for author in work.authors],
        publisher=row.get("publisher") or row.get("container"),
        publishedAt=day(span_of(row["issued"]), notes) or [],
        sourceUrl=address(row.get("url"), notes),
        keywords=[row["type"]],
        notes=remarks(row, dated=False),
    )
    for number, author in enumerate(row["author"], 1):
        if author.get("id") in actors:
            yield entity(
                f"{row['id']}.author.{number}", "Documentation", document=row["id"], entity=author["id"], role="author"
            )


def address(url: str | None, notes: Notes) -> str | None:
    """Give an address of the web; FollowTheMoney takes no other."""
    if url and not url.startswith(("http://", "https://")):
        notes.left_out("address", "", "FollowTheMoney takes only those of the web")
        return None
    return url


def actor(row: Row, actors: dict[str, str], material: Material, notes: Notes) -> Iterator[Entity]:
    """Make the entity of an actor, and its links to the bodies that it is a part of, allies and opponents."""
    nationality = row.get("nationality")
    country = material.get([nationality["id"]])[0].get("iso") if nationality and nationality.get("id") else None
    aliases = row["aliases"]
    yield entity(
        row["id"],
        actors[row["id"]],
        name=row["name"],
        alias=[alias["name"] for alias in aliases if not alias.get("error")],
        weakAlias=[alias["name"] for alias in aliases if alias.get("error")],
        keywords=[row["type"]],
        notes=[row.get("note"), *(row.get("interests") or ())],
        **({"nationality": country.lower()} if country and row["type"] == "person" else {}),
    )
    for number, part in enumerate(row["part_of"], 1):
        if known(part["id"], actors, notes):
            yield belonging(f"{row['id']}.part.{number}", row["id"], part, actors, notes)
    for number, office in enumerate(row["offices"], 1):
        if known(office["of"]["id"], actors, notes):
            yield from held(f"{row['id']}.office.{number}", row["id"], office, actors, notes)
    for role in ("allies", "opposes", "successor_of"):
        for other in row.get(role) or ():
            if known(other["id"], actors, notes):
                name = f"{row['id']}.{role}.{other['id']}"
                yield entity(name, "UnknownLink", subject=row["id"], object=other["id"], role=role.replace("_", " "))


def known(name: str, actors: dict[str, str], notes: Notes) -> bool:
    """Tell whether the other end of a link is exported as well."""
    if name not in actors:
        notes.left_out("link", "between actors", "the other one was not chosen")
    return name in actors


def belonging(name: str, member: str, part: Row, actors: dict[str, str], notes: Notes) -> Entity:
    """Link an actor to the body that it is a part of: a membership, if that is an organisation."""
    times = period(part.get("when"), notes)
    if actors[part["id"]] in ("LegalEntity", "Person"):
        return entity(name, "UnknownLink", subject=member, object=part["id"], role="part of", **times)
    return entity(name, "Membership", member=member, organization=part["id"], role="part of", **times)


def held(name: str, holder: str, office: Row, actors: dict[str, str], notes: Notes) -> Iterator[Entity]:
    """Make the post of an office, which several people may have held, and link its holder to it."""
    body, title, times = office["of"]["id"], office["title"], period(office.get("when"), notes)
    if actors[holder] != "Person" or actors[body] in ("LegalEntity", "Person"):
        yield entity(name, "UnknownLink", subject=holder, object=body, role=title, **times)
        return
    post = f"post.{body}.{re.sub(r'[^a-z0-9]+', '-', title.lower()).strip('-')}"
    yield entity(post, "Position", name=f"{title}, {cells.name(office['of'])}", organization=body)
    yield entity(name, "Occupancy", holder=holder, post=post, **times)


def event(row: Row, actors: dict[str, str], countries: dict[str, str], notes: Notes) -> Iterator[Entity]:
    """Make the entity of an event, and a link for each participant, with the role."""
    involved = [part["actor"]["id"] for part in row["participants"] if (part.get("actor") or {}).get("id") in actors]
    yield entity(
        row["id"],
        "Event",
        name=row["title"],
        summary=row.get("summary"),
        description="\n".join(described(row)),
        keywords=[row["status"], *row["kinds"], *row["topics"]],
        involved=involved,
        location=[cells.name(place) for place in row["regions"]],
        country=[countries[place["id"]][:2].lower() for place in row["regions"] if place["id"] in countries],
        proof=[citation["source"]["id"] for citation in row["sources"]],
        **period(row["date"], notes),
    )
    for number, part in enumerate(row["participants"], 1):
        if (part.get("actor") or {}).get("id") in actors:
            yield entity(
                f"{row['id']}.participant.{number}",
                "UnknownLink",
                subject=part["actor"]["id"],
                object=row["id"],
                role=part.get("role") or "participant",
            )
        else:
            notes.left_out("participant", "by name only", "they are no actors of the store; the description names them")


def period(date: Row | None, notes: Notes) -> dict[str, list[str]]:
    """Give the start and the end of a date, or the date itself if it is one year, month or day."""
    if date is None:
        return {}
    span = span_of(date)
    if span.date.undated:
        return {}
    if single := day(span, notes):
        return {"date": single}
    first, last = (prefix(bound, notes, first=bound is span.first) for bound in (span.first, span.last))
    return {name: found for name, found in (("startDate", first), ("endDate", last)) if found}


def day(span: Span, notes: Notes) -> list[str]:
    """Give the year, month or day that a date is; nothing if it is longer than that."""
    if span.date.precision.value not in ("year", "month", "day") or span.first is None:
        return []
    return prefix(span.first, notes, parts=span.parts)


def prefix(bound: tuple[int, int, int] | None, notes: Notes, *, first: bool = True, parts: int = 0) -> list[str]:
    """Write a bound as far as it is told: `1984`, `1984-11`, `1984-11-26`."""
    if bound is None:
        return []
    if not _YEARS[0] <= bound[0] <= _YEARS[1]:
        notes.left_out("date", "outside the years 1000 to 2999", "FollowTheMoney has no such dates")
        return []
    year, month, number = bound
    return [f"{year}-{month:02d}-{number:02d}"[: _LENGTHS[parts or coarse(bound, first=first)]]]
