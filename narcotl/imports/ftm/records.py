"""The records of entities: an actor, a source or an event, with its links; other actors by the ids that they get."""

from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeVar

from narcotl.imports.categories import sorted_words
from narcotl.imports.described import described
from narcotl.imports.ftm.entity import Entity, date, period
from narcotl.imports.ftm.links import Links
from narcotl.imports.item import RefusedError
from narcotl.imports.settling import THE_FILE
from narcotl.imports.works import remarks_read
from narcotl.model.vocab.base import Word
from narcotl.model.vocab.words import ActorKind, Role, SourceType, Status

T = TypeVar("T", bound=Word)

ACTORS: Final = {
    "Person": ActorKind.PERSON,
    "Company": ActorKind.COMPANY,
    "PublicBody": ActorKind.UNKNOWN,
    "Organization": ActorKind.UNKNOWN,
    "LegalEntity": ActorKind.UNKNOWN,
}
"""What an actor is, unless a keyword says more: a public body may be a court or an army."""
SOURCES: Final = frozenset(
    {"Document", "Article", "Pages", "PlainText", "HyperText", "Email", "Audio", "Video", "Image", "Table", "Workbook"}
)
EVENTS: Final = frozenset({"Event", "Meeting"})
_LIFE: Final = {
    "birthDate": "Born",
    "deathDate": "Died",
    "incorporationDate": "Founded",
    "dissolutionDate": "Dissolved",
}
_TAKEN: Final = frozenset(
    {"name", "alias", "weakAlias", "keywords", "notes", "description", "summary", "title", "fileName", "author"}
    | {"publisher", "publishedAt", "sourceUrl", "date", "startDate", "endDate", "involved", "location", "proof", *_LIFE}
)


def unused(entities: Iterator[Entity]) -> list[str]:
    """Name the properties that no record has a place for."""
    return list(dict.fromkeys(name for one in entities for name in one.properties if name not in _TAKEN))


def word(found: Entity, words: type[T]) -> T | None:
    """Give the keyword that is one of these words; None if none is."""
    return next((words(text) for text in found.values("keywords") if text in list(words)), None)


def actor(found: Entity, links: Links, ids: Mapping[str, str]) -> dict[str, Any]:
    """Make the record of an actor; when somebody was born or died stands in the note."""
    if not found.line("name"):
        raise RefusedError("it has no name")
    names = [alias for part in ("name", "alias", "weakAlias") for alias in found.values(part)]
    life = [f"{word} {date(found, name)}." for name, word in _LIFE.items() if found.values(name)]
    record: dict[str, Any] = {
        "kind": "actor",
        "id": ids[found.id],
        "name": found.line("name"),
        "type": (word(found, ActorKind) or ACTORS[found.schema]).value,
        "aliases": [name for name in dict.fromkeys(map(one_line, names)) if name != found.line("name")],
        "note": " ".join(filter(None, (*life, found.text("notes", "summary", "description")))),
    }
    for part, values in links.actors.get(found.id, {}).items():
        record[part] = [with_ids(value, ids) for value in values]
    return {key: value for key, value in record.items() if value}


def one_line(text: str) -> str:
    """Write a text in one line."""
    return " ".join(text.split())


def with_ids(value: Any, ids: Mapping[str, str]) -> Any:
    """Give a part of an actor with the ids that its others get."""
    if isinstance(value, dict):
        return {key: ids[part] if key in ("id", "of") else part for key, part in value.items()}
    return ids[value]


def source(found: Entity, links: Links, ids: Mapping[str, str]) -> dict[str, Any]:
    """Make the record of a document; fails if nothing says what sort of work it is."""
    title, kind = found.line("title", "name", "fileName"), word(found, SourceType)
    if not title:
        raise RefusedError("it has no title")
    if kind is None:
        hint = "Put one into its keywords: `narcotl vocab source-type` explains them."
        raise RefusedError(f"'{found.schema}' is not one of the words of source-type", hint)
    said = remarks_read(" ".join(found.text("notes", "description").split()))
    issued = said.pop("issued", "") or date(found, "publishedAt", "date")
    known = [ids[name] for name in links.authors.get(found.id, ())]
    record = {
        "kind": "source",
        "id": ids[found.id],
        "type": kind.value,
        "title": title,
        "issued": issued or "XXXX",
        "author": known or [one_line(name) for name in found.values("author")],
        "publisher": found.line("publisher"),
        "url": found.line("sourceUrl"),
        "flags": [] if issued else ["undated"],
        **said,
    }
    return {key: value for key, value in record.items() if value}


def event(found: Entity, links: Links, ids: Mapping[str, str]) -> dict[str, Any]:
    """Make the record of an event; where narcotl wrote the description, it says the date in full."""
    if not found.line("name"):
        raise RefusedError("it has no name")
    told = described(found.text("description"))
    status = word(found, Status)
    kinds, topics = sorted_words(text for text in found.values("keywords") if text != status)
    written = period(found)
    record = {
        "kind": "event",
        "id": ids[found.id],
        "title": found.line("name"),
        "summary": found.text("summary") or told.summary,
        "date": told.agreed(written) if written else told.unknown,
        "date_as_written": told.as_written,
        "regions": list(map(one_line, found.values("location"))),
        "participants": list(participants(found, links, ids)),
        "kinds": kinds,
        "topics": topics,
        "status": (status or Status.REPORTED).value,
        "note": found.text("notes"),
        "sources": [cited(name, links, ids) for name in found.values("proof") if name in ids],
    }
    if not record["date"]:
        raise RefusedError("it has no date")
    return {key: value for key, value in record.items() if value or key in ("regions", "kinds", "sources")}


def cited(name: str, links: Links, ids: Mapping[str, str]) -> dict[str, Any]:
    """Cite a document: as the file cites it, unless the file says that it was read."""
    return {"source": ids[name], **({} if name in links.read else {"via": [THE_FILE]})}


def participants(found: Entity, links: Links, ids: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Give who took part, once for each role; a role of another vocabulary is a note."""
    linked = [who for event, who in links.roles if event == found.id]
    for who in dict.fromkeys((*found.values("involved"), *linked)):
        if who not in ids:
            continue
        for role in links.roles.get((found.id, who), [""]):
            if role in list(Role):
                yield {"actor": ids[who], "role": role}
            else:
                yield {"actor": ids[who], **({"note": role} if role not in ("", "participant") else {})}
