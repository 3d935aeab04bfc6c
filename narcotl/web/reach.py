"""Which records each region and each actor finds, certainly or possibly: the page filters as the commands do."""

from collections.abc import Sequence
from typing import Final, TypeAlias

from narcotl.index.query import Index
from narcotl.select.batches import batches, marks

PLACED: Final = """
SELECT g.asked, p.record, MAX(g.certain)
FROM placings p JOIN region_reach g ON g.region = p.region
WHERE p.record IN ({records}) GROUP BY g.asked, p.record
"""
INVOLVED: Final = """
SELECT a.asked, i.record, MAX(a.certain = 1
    AND a.earliest <= COALESCE(r.earliest, a.earliest) AND a.latest >= COALESCE(r.latest, a.latest))
FROM involvements i JOIN actor_reach a ON a.actor = i.actor JOIN records r ON r.id = i.record
WHERE i.record IN ({records})
    AND a.earliest <= COALESCE(r.latest, a.earliest) AND a.latest >= COALESCE(r.earliest, a.latest)
GROUP BY a.asked, i.record
"""
"""An actor stands for its units while they belong to it, and for its officers during their office."""

Hits: TypeAlias = dict[str, tuple[list[int], list[int]]]
"""By the id of what is asked for: the numbers of the records that it finds certainly, and of those that it may find."""


def reach(index: Index, records: Sequence[str]) -> dict[str, Hits]:
    """Give for each region and each actor which of these records it finds, by their numbers (from 0)."""
    return {"region": hits(index, PLACED, records), "actor": hits(index, INVOLVED, records)}


def hits(index: Index, sql: str, records: Sequence[str]) -> Hits:
    """Ask batch by batch, and sort what comes by what was asked for."""
    numbers = {name: number for number, name in enumerate(records)}
    found: dict[str, tuple[set[int], set[int]]] = {}
    for batch in batches(records):
        for asked, record, certain in index.table(sql.format(records=marks(batch)), batch):
            found.setdefault(asked, (set(), set()))[0 if certain else 1].add(numbers[record])
    return {asked: (sorted(sure), sorted(perhaps)) for asked, (sure, perhaps) in sorted(found.items())}
