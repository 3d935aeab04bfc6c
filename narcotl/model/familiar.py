"""The paths of fields that people name most often: known without importing the classes of records."""

from collections.abc import Iterator

from narcotl.model.vocab.base import RecordKind

DATE = ("edtf", "text", "earliest", "latest", "start", "end", "precision", "approximate", "uncertain")
"""What every date has."""
REFERENCE = ("id", "name")
"""What every reference to a record has."""
OF_EVERY = frozenset(("id", "kind", "match"))


def paths(names: str, below: tuple[str, ...] = ()) -> Iterator[str]:
    """Give fields by their names, and what lies below each."""
    for name in names.split():
        yield name
        yield from (f"{name}.{key}" for key in below)


SOURCES = (*paths("sources"), *paths("sources.source", REFERENCE))
NAMED = (*paths("name type note aliases aliases.name"), *SOURCES)
FAMILIAR: dict[RecordKind, frozenset[str]] = {
    RecordKind.EVENT: OF_EVERY.union(
        paths("title summary kinds topics status participants participants.role"),
        paths("date", DATE),
        paths("regions participants.actor", REFERENCE),
        SOURCES,
    ),
    RecordKind.CLAIM: OF_EVERY.union(
        paths("proposition about topics positions positions.stance positions.gist"),
        paths("positions.actor positions.source", REFERENCE),
        paths("positions.said", DATE),
    ),
    RecordKind.FIGURE: OF_EVERY.union(
        paths("value low high op unit missing scope note obs_status"),
        paths("measure region agency", REFERENCE),
        paths("period vintage", DATE),
    ),
    RecordKind.CORRECTION: OF_EVERY.union(paths("type says should_be certainty target note")),
    RecordKind.ACTOR: OF_EVERY.union(NAMED, paths("part_of", REFERENCE)),
    RecordKind.REGION: OF_EVERY.union(NAMED, paths("iso lat lon"), paths("part_of overlaps", REFERENCE)),
    RecordKind.SOURCE: OF_EVERY.union(
        paths("type title container publisher url read note"), paths("issued", DATE), paths("author", REFERENCE)
    ),
}
"""By kind of record."""


def is_familiar(path: str, kind: RecordKind) -> bool:
    """Tell whether records of a kind surely have a path; of others only `narcotl.model.paths` knows."""
    return path in FAMILIAR.get(kind, ())
