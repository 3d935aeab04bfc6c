"""The links between entities: who belongs to whom, who held which post, who took part in what."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from narcotl.imports.ftm.entity import Entity, period
from narcotl.imports.item import RefusedError

BELONGING: Final = {
    "Membership": ("member", "organization"),
    "Directorship": ("director", "organization"),
    "Employment": ("employee", "employer"),
}
"""The properties that name the two ends of a link between somebody and a body."""
RELATIONS: Final = {"allies": "allies", "opposes": "opposes", "successor of": "successor_of"}
"""The fields of an actor for the words that narcotl writes."""
LINKS: Final = frozenset({*BELONGING, "Occupancy", "Position", "UnknownLink", "Documentation"})
"""The schemata of links that become parts of records."""


@dataclass(slots=True)
class Links:
    """What links add to records, by the id of the entity whose record it is."""

    actors: dict[str, dict[str, list[Any]]] = field(default_factory=dict)
    roles: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    """What somebody was in an event."""
    authors: dict[str, list[str]] = field(default_factory=dict)
    read: set[str] = field(default_factory=set)
    """The documents of which narcotl wrote that they were read."""
    untaken: Counter[str] = field(default_factory=Counter)
    """The links that no record has a place for, by what they are."""

    def add(self, actor: str, part: str, value: Any) -> None:
        """Add to a field of an actor."""
        self.actors.setdefault(actor, {}).setdefault(part, []).append(value)


def links(entities: Iterable[Entity], actors: Mapping[str, Entity], events: Mapping[str, Entity]) -> Links:
    """Sort the links among these actors and events."""
    found = Links()
    held = list(entities)
    posts = {one.id: one for one in held if one.schema == "Position"}
    for one in held:
        try:
            if not taken(one, found, actors, events, posts):
                found.untaken[one.schema] += 1
        except RefusedError:
            found.untaken[f"{one.schema} whose date cannot be read"] += 1
    return found


def taken(
    one: Entity,
    found: Links,
    actors: Mapping[str, Entity],
    events: Mapping[str, Entity],
    posts: Mapping[str, Entity],
) -> bool:
    """Add one link where it belongs; tell whether there is a place for it."""
    if one.schema in BELONGING:
        who, body = (one.line(name) for name in BELONGING[one.schema])
        return belonging(one, found, actors, (who, body, one.line("role")))
    if one.schema == "Occupancy":
        post = posts.get(one.line("post"))
        if post is None:
            return False
        body = post.line("organization")
        title = post.line("name").removesuffix(f", {actors[body].line('name')}") if body in actors else ""
        return belonging(one, found, actors, (one.line("holder"), body, title))
    if one.schema == "Documentation":
        if one.line("role") != "author" or one.line("entity") not in actors:
            return False
        found.authors.setdefault(one.line("document"), []).append(one.line("entity"))
        return True
    return one.schema == "Position" or related(one, found, actors, events)


def belonging(one: Entity, found: Links, actors: Mapping[str, Entity], ends: tuple[str, str, str]) -> bool:
    """Add a body to which somebody belongs: as an office, if a person has a title there."""
    who, body, title = ends
    if who not in actors or body not in actors:
        return False
    when = {"when": times} if (times := period(one)) else {}
    if title and title != "part of" and actors[who].schema == "Person":
        found.add(who, "offices", {"of": body, "title": title, **when})
    else:
        found.add(who, "part_of", {"id": body, **when})
    return True


def related(one: Entity, found: Links, actors: Mapping[str, Entity], events: Mapping[str, Entity]) -> bool:
    """Add a link without a schema of its own: a role in an event, or a relation between actors."""
    subject, other, role = one.line("subject"), one.line("object"), one.line("role")
    if subject in events:
        subject, other = other, subject
    if subject not in actors:
        return False
    if other in events:
        found.roles.setdefault((other, subject), []).append(role)
        return True
    if other not in actors:
        return False
    if role in RELATIONS:
        found.add(subject, RELATIONS[role], other)
        return True
    return bool(role) and belonging(one, found, actors, (subject, other, role))
