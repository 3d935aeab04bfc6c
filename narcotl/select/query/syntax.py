"""The tree of a query, as it was typed: terms, and how they are joined."""

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from narcotl.errors import Excerpt


class Term(NamedTuple):
    """One condition: a field with its value; bare words are of the field `text`."""

    field: str
    value: str
    quoted: bool
    place: Excerpt


class Negated(NamedTuple):
    """What does not meet a part."""

    part: "Tree"


class Every(NamedTuple):
    """What meets every part."""

    parts: tuple["Tree", ...]


class Either(NamedTuple):
    """What meets at least one part."""

    parts: tuple["Tree", ...]


Tree: TypeAlias = Term | Negated | Every | Either

FIELDS: dict[str, str] = {
    "region": "placed there; an id, a name or an alias",
    "actor": "involving it, its units or officers",
    "since": "from the first day of this date on",
    "until": "up to the last day of this date",
    "during": "overlapping this date or range",
    "date": "what was in force on this date",
    "on": "on this day of any year: 06-01, june-1, today",
    "topic": "on this topic",
    "kind": "of this kind",
    "status": "with this status",
    "tag": "with this tag of an annotation",
    "source": "resting on this source, anywhere in a chain",
    "about": "claims about this event, actor, region or figure",
    "by": "claims on which this actor took a position",
    "stance": "claims on which somebody took this stance; beside `by:`, that actor",
    "measure": "figures that count this",
    "agency": "figures of this agency",
    "vintage": "figures published on this date",
    "text": "holding this word, or these words side by side if they stand in quotes",
}
"""The fields that a query can name, each with what it keeps."""


def terms(tree: Tree) -> Iterator[Term]:
    """Give every term of a tree, in the order of the text."""
    match tree:
        case Term():
            yield tree
        case Negated(part):
            yield from terms(part)
        case Every(parts) | Either(parts):
            for part in parts:
                yield from terms(part)
