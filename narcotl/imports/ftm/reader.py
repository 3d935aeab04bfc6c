"""Read entities, one a line or in an array, and make items of those that can be records."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from narcotl.errors import DateError, UsageError
from narcotl.imports.ftm.entity import Entity, entity
from narcotl.imports.ftm.links import LINKS, links
from narcotl.imports.ftm.records import ACTORS, EVENTS, SOURCES, actor, event, source, unused, word
from narcotl.imports.item import Contents, Item, RefusedError, Sort
from narcotl.imports.objects import loaded
from narcotl.imports.works import WAS_READ, identity
from narcotl.model.vocab.words import SourceType


def read(text: str, name: str) -> Contents:
    """Read the entities; a line that is none is refused, and the others are read."""
    entities: list[Entity] = []
    items: list[Item] = []
    for number, value in values(text, name):
        try:
            entities.append(entity(number, value() if callable(value) else value))
        except (RefusedError, ValueError, RecursionError) as error:
            why = error if isinstance(error, RefusedError) else RefusedError(f"the line is not JSON: {error}")
            items.append(Item(number, {}, Sort.ENTITY, why))
    if not entities and not items:
        raise UsageError(f"{name} holds no entities of FollowTheMoney")
    actors, documents, events = (of(entities, kinds) for kinds in (ACTORS, SOURCES, EVENTS))
    found = links((one for one in entities if one.schema in LINKS), actors, events)
    citable = {key: one for key, one in documents.items() if word(one, SourceType) is not None}
    found.read |= {key for key, one in citable.items() if WAS_READ in one.values("notes")}
    ids = {key: identified(one) for part in (actors, citable, events) for key, one in part.items()}
    making = {**dict.fromkeys(ACTORS, actor), **dict.fromkeys(SOURCES, source), **dict.fromkeys(EVENTS, event)}
    for one in entities:
        if one.schema in making:
            try:
                items.append(Item(one.number, making[one.schema](one, found, ids), Sort.ENTITY))
            except (RefusedError, DateError) as error:
                items.append(Item(one.number, {"title": one.line("name", "title")}, Sort.ENTITY, error))
        elif one.schema not in LINKS:
            found.untaken[one.schema] += 1
    remarks = [f"{count} {kind} not taken: no record has a place for it" for kind, count in found.untaken.items()]
    if left := unused(one for one in entities if one.schema in making):
        remarks.append(f"properties not taken: {', '.join(left)}")
    names = {ids[key]: one.line("name") for key, one in actors.items() if one.line("name")}
    return Contents(sorted(items, key=lambda item: item.number), remarks=tuple(remarks), names=names)


def values(text: str, name: str) -> Iterator[tuple[int, Any]]:
    """Give each object, of an array or of lines; a line is a function that reads it, and may fail."""
    if text.lstrip().startswith("["):
        found = loaded(text, name)
        yield from enumerate(found if isinstance(found, list) else [found], 1)
        return
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, lambda line=line: json.loads(line)


def of(entities: list[Entity], schemata: Mapping[str, object] | frozenset[str]) -> dict[str, Entity]:
    """Give the entities of these schemata by id."""
    return {one.id: one for one in entities if one.schema in schemata}


def identified(one: Entity) -> str:
    """Give the id of a record: that of the entity if it is written as ids are, else one of its name and that id."""
    title = one.line("name", "title", "fileName")
    return identity(one.id, title, {"id": one.id})
