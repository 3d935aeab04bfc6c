"""The records that filters choose, with everything that these name, so that what leaves the store is whole."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from narcotl.index.query import Index, Row
from narcotl.library.any_kind import AnyKind
from narcotl.model.vocab.base import RecordKind
from narcotl.select.asked import Asked
from narcotl.select.batches import batches, marks
from narcotl.select.selection import Selection, Sort

if TYPE_CHECKING:
    from narcotl.dates import Day

FACTS = (RecordKind.EVENT, RecordKind.CLAIM, RecordKind.FIGURE)
ENTITIES = (RecordKind.REGION, RecordKind.ACTOR, RecordKind.SOURCE, RecordKind.MEASURE)
FOLLOWED = ("source", "via", "part_of", "id", "of", "author", "as_in", "by", "nationality")
"""The fields by which an entity needs another one: what it is a part of, and who says so; not whom it opposes."""
BY_ID = Selection(sort=Sort.ID)

NAMED = """
SELECT DISTINCT m.target FROM mentions m JOIN records r ON r.id = m.target
WHERE m.record IN ({records}) AND r.kind IN ('region', 'actor', 'source', 'measure'){fields}
"""
CORRECTING = """
SELECT DISTINCT c.record FROM corrected c JOIN records r ON r.id = c.target
WHERE c.target IN ({records}) AND r.kind <> 'source'{fields}
"""
"""A source is full of mistakes that have nothing to do with what was chosen."""
LATEST = """
SELECT MAX(latest) FROM records WHERE kind = 'source' AND latest BETWEEN 10000 AND 99991231
"""


class Chosen:
    """What a store holds, or what of it the filters leave."""

    def __init__(self, index: Index, asked: Asked, today: "Day", as_of: "Day | None" = None) -> None:
        """Understand the filters; fails on names, words and dates that mean nothing."""
        self.index = index
        self.as_of = as_of
        self.is_whole = asked.but(sort=Sort.DATE, reverse=False, certain=False, units=True) == Asked()
        self.selection = AnyKind(index, FACTS).selection(asked, RecordKind.EVENT, today)

    @cached_property
    def stamp(self) -> "Day":
        """The day as of which the material stands: as asked, else the latest day of a source."""
        if self.as_of is not None:
            return self.as_of
        number = next(self.index.table(LATEST))[0] or 19700101
        return number // 10_000, number // 100 % 100, number % 100

    def all(self) -> Iterator[Row]:
        """Give every record: the whole store in its own order, or else kind after kind."""
        if self.is_whole:
            yield from self.index.all()
        else:
            for kind in RecordKind:
                yield from self.rows(kind)

    def rows(self, kind: RecordKind) -> Iterator[Row]:
        """Give the records of a kind: events, claims and figures as selected, the others by id."""
        if kind in FACTS:
            found = self.index.select(kind.value, self.selection)
            return map(plain, found) if self.is_whole else found
        if self.is_whole:
            return map(plain, self.index.select(kind.value, BY_ID))
        return self.named_of(kind)

    def count(self, kind: RecordKind) -> int:
        """Count the events, claims or figures, without reading them."""
        found = self.index.count(kind.value, self.selection)
        limit = self.selection.limit
        return found if limit is None else min(limit, found)

    def get(self, ids: Iterable[str]) -> Sequence[Row]:
        """Give records of the store by id, chosen or not."""
        return self.index.get(ids)

    def has(self, name: str) -> bool:
        """Tell whether the record with this id is among those to export."""
        return name in self.ids

    def named_of(self, kind: RecordKind) -> Iterator[Row]:
        """Give the records of a kind that come along."""
        for batch in batches(sorted(self.ids)):
            yield from (row for row in self.index.get(batch) if row["kind"] == kind.value)

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of all that is exported: what was chosen, what it names, and what is corrected on these."""
        if self.is_whole:
            return frozenset(name for (name,) in self.index.table("SELECT id FROM records"))
        facts = {row["id"] for kind in FACTS for row in self.index.select(kind.value, self.selection)}
        named = self.asked_for(NAMED, facts)
        corrections = self.asked_for(CORRECTING, facts | named)
        found = facts | self.closure(named)
        return frozenset(found | corrections | self.closure(self.asked_for(NAMED, corrections, ("source", "via"))))

    def closure(self, entities: set[str]) -> set[str]:
        """Add what entities need, and what that needs."""
        found, fresh = set(entities), entities
        while fresh:
            fresh = self.asked_for(NAMED, fresh, FOLLOWED) - found
            found |= fresh
        return found

    def asked_for(self, sql: str, records: set[str], fields: tuple[str, ...] = ()) -> set[str]:
        """Ask for what belongs to these records, batch by batch."""
        only = f" AND m.field IN ({marks(fields)})" if fields else ""
        found: set[str] = set()
        for batch in batches(sorted(records)):
            found.update(
                name for (name,) in self.index.table(sql.format(records=marks(batch), fields=only), (*batch, *fields))
            )
        return found


def plain(row: Row) -> Row:
    """Take away how a record matches, where nothing was asked."""
    row.pop("match", None)
    return row
