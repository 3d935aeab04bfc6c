"""What formats of bibliographies ask of a source: who wrote it, when it is from, and what does not fit a field."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from narcotl.exports.material import Material
from narcotl.exports.times import Span, span_of
from narcotl.model.vocab.base import RecordKind
from narcotl.reports import cells
from narcotl.reports.report import Row
from narcotl.select.batches import batches


class Author(NamedTuple):
    """An author by name, and whether it is known to be a person: a body has no first name."""

    name: str
    is_person: bool
    aliases: tuple[str, ...] = ()
    """Other names, of which one may be the family's alone."""


class Work(NamedTuple):
    """A source with what has to be looked up for it."""

    row: Row
    authors: tuple[Author, ...]
    whole: Row | None
    """The work that it is a part of."""


def works(material: Material) -> Iterator[Work]:
    """Give the sources with their authors, by id."""
    for batch in batches(material.rows(RecordKind.SOURCE)):
        yield from completed(batch, material.get)


def completed(sources: Sequence[Row], get: Callable[[Iterable[str]], Sequence[Row]]) -> Iterator[Work]:
    """Look up what some sources name: their authors, and what they are parts of."""
    named = dict.fromkeys(name for row in sources for name in ids_of((*row["author"], row.get("part_of"))))
    known = {row["id"]: row for row in get(named)}
    for row in sources:
        whole = known.get((row.get("part_of") or {}).get("id", ""))
        yield Work(row, tuple(author(reference, known) for reference in row["author"]), whole)


def ids_of(references: Iterable[Row | None]) -> Iterator[str]:
    """Give the ids of those references that have one."""
    return (reference["id"] for reference in references if reference and reference.get("id"))


def author(reference: Row, known: dict[str, Row]) -> Author:
    """Name an author; one that is no record of the store may be a person or a body, and nobody knows."""
    record = known.get(reference.get("id", ""), {})
    aliases = tuple(alias["name"] for alias in record.get("aliases") or () if not alias.get("error"))
    return Author(cells.name(reference), record.get("type") == "person", aliases)


def is_plain(span: Span) -> bool:
    """Tell whether a date is one known year, month or day, as bibliographies have them."""
    known = span.first is not None and span.last is not None and span.first[0] == span.last[0]
    return known and span.date.precision.value in ("year", "month", "day") and not span.date.members


def issued(row: Row) -> Span:
    """Give the days on which a source may have been published."""
    return span_of(row["issued"])


def remarks(row: Row, *, dated: bool) -> list[str]:
    """Say what no field holds: a date that does not fit one, how far to trust it, what to know about it."""
    said = [] if dated else [f"Issued: {row['issued']['text']}"]
    said += [f"Flags: {', '.join(row['flags'])}"] if row["flags"] else []
    said += ["Read for this store"] if row["read"] else []
    said += [str(row["note"])] if row.get("note") else []
    said += [f"Archived at {row['archive_url']}"] if row.get("archive_url") else []
    return [f"{text.rstrip('.')}." for text in said]
