"""Complete the names and words of a store in the shell; whatever goes wrong, there is just nothing to complete."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from narcotl.errors import NarcotlError
from narcotl.index.query import Index
from narcotl.library.opened import open_library
from narcotl.model.vocab.base import RecordKind

if TYPE_CHECKING:
    from narcotl.library.authoring.field import Field

NAMES = """
SELECT n.written, r.name FROM names n JOIN records r ON r.id = n.record
WHERE n.kind = ? AND n.folded >= ? AND n.folded < ? AND n.rank = 0 ORDER BY n.folded
"""
OTHER_NAMES = """
SELECT n.written, r.id FROM names n JOIN records r ON r.id = n.record
WHERE n.kind = ? AND n.folded >= ? AND n.folded < ? AND n.rank IN (1, 2) ORDER BY n.folded
"""
ANY_ID = "SELECT id, name FROM records WHERE id >= ? AND id < ? ORDER BY id"
LAST = "\U0010ffff"
"""What sorts behind every letter."""


def opened(ctx: Any) -> Index | None:
    """Open the store that the command line names."""
    try:
        return open_library([Path(store) for store in ctx.params.get("store") or ()]).index
    except NarcotlError:
        return None


def names(ctx: Any, kind: str, incomplete: str) -> Iterator[tuple[str, str]]:
    """Complete an id, or, where no id begins like this, a name or alias; `not:` may stand before it."""
    from narcotl.select.fold import fold

    index = opened(ctx)
    if index is None:
        return
    prefix = "not:" if incomplete.startswith("not:") else ""
    begun = fold(incomplete.removeprefix(prefix))
    parameters = kind, begun, begun + LAST
    for name, about in list(index.table(NAMES, parameters)) or index.table(OTHER_NAMES, parameters):
        yield prefix + name, about


def words(ctx: Any, facet: str, incomplete: str) -> list[tuple[str, str]]:
    """Complete a word of a facet, whatever kind of record bears it."""
    index = opened(ctx)
    if index is None:
        return []
    found = {word for kind in RecordKind for word in index.bearing(facet, kind, incomplete)}
    return [(word, "") for word in sorted(found)]


def records(ctx: Any, incomplete: str) -> list[tuple[str, str]]:
    """Complete the id of any record."""
    index = opened(ctx)
    return [] if index is None else list(index.table(ANY_ID, (incomplete, incomplete + LAST)))


def regions(ctx: Any, incomplete: str) -> list[tuple[str, str]]:
    """Complete a region."""
    return list(names(ctx, "region", incomplete))


def actors(ctx: Any, incomplete: str) -> list[tuple[str, str]]:
    """Complete an actor."""
    return list(names(ctx, "actor", incomplete))


def sources(ctx: Any, incomplete: str) -> list[tuple[str, str]]:
    """Complete a source."""
    return list(names(ctx, "source", incomplete))


def events(ctx: Any, incomplete: str) -> list[tuple[str, str]]:
    """Complete an event."""
    return list(names(ctx, "event", incomplete))


def topics(ctx: Any, incomplete: str) -> list[tuple[str, str]]:
    """Complete a topic."""
    return words(ctx, "topic", incomplete)


def tags(ctx: Any, incomplete: str) -> list[tuple[str, str]]:
    """Complete a tag."""
    return words(ctx, "tag", incomplete)


def kinds(ctx: Any, incomplete: str) -> list[tuple[str, str]]:
    """Complete a kind."""
    return words(ctx, "kind", incomplete)


def statuses(ctx: Any, incomplete: str) -> list[tuple[str, str]]:
    """Complete a status."""
    return words(ctx, "status", incomplete)


def claims(ctx: Any, incomplete: str) -> list[tuple[str, str]]:
    """Complete a claim."""
    return list(names(ctx, "claim", incomplete))


def figures(ctx: Any, incomplete: str) -> list[tuple[str, str]]:
    """Complete a figure."""
    return list(names(ctx, "figure", incomplete))


def measures(ctx: Any, incomplete: str) -> list[tuple[str, str]]:
    """Complete a measure."""
    return list(names(ctx, "measure", incomplete))


def corrections(ctx: Any, incomplete: str) -> list[tuple[str, str]]:
    """Complete a correction."""
    return list(names(ctx, "correction", incomplete))


def citable(ctx: Any, incomplete: str) -> list[tuple[str, str]]:
    """Complete whatever rests on works, or is a work."""
    kinds = ("event", "claim", "figure", "correction", "source")
    return [found for kind in kinds for found in names(ctx, kind, incomplete)]


def stances(incomplete: str) -> list[tuple[str, str]]:
    """Complete a stance."""
    from narcotl.model.vocab.claim import Stance

    return [(stance.value, stance.meaning) for stance in Stance if stance.value.startswith(incomplete)]


def formats(incomplete: str) -> list[tuple[str, str]]:
    """Complete a format; a template is the user's own."""
    from narcotl.render import Format

    return [(name.value, "") for name in Format if name.value.startswith(incomplete)]


def dimensions(incomplete: str) -> list[tuple[str, str]]:
    """Complete what records are counted by, the second one behind a comma."""
    from narcotl.select.tally import By

    first, comma, begun = incomplete.rpartition(",")
    return [(f"{first}{comma}{by}", "") for by in By if by.startswith(begun) and by != first]


def units(incomplete: str) -> list[str]:
    """Complete a unit."""
    from narcotl.model.units import UNITS

    return [unit for unit in sorted(UNITS) if unit.startswith(incomplete)]


def sides(ctx: Any, incomplete: str) -> list[tuple[str, str]]:
    """Complete a region or an actor."""
    return [*names(ctx, "region", incomplete), *names(ctx, "actor", incomplete)]


def of_field(field: "Field") -> Callable[..., Any] | None:
    """Give what completes the option of a field of a new record; None if it is a text of one's own."""
    from narcotl.library.authoring.field import Sort

    if field.sort is Sort.WORD:
        return lambda incomplete: [word.value for word in field.of if str(word).startswith(incomplete)]
    if field.sort is Sort.UNIT:
        return units
    if field.sort is Sort.TOPIC:
        return topics
    kinds = {
        Sort.NAME: field.of,
        Sort.AUTHOR: ("actor",),
        Sort.PARTICIPANT: ("actor",),
        Sort.CITATION: ("source",),
        Sort.SUBJECT: ("event", "actor", "figure", "region"),
    }.get(field.sort, ())

    def complete(ctx: Any, incomplete: str) -> list[tuple[str, str]]:
        return [found for kind in kinds for found in names(ctx, str(kind), incomplete)]

    return complete if kinds else None
