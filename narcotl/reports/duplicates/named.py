"""Actors and regions that are likely to be the same, by their names and aliases."""

from collections.abc import Iterator

from narcotl.reports.duplicates.likeness import Name, alike, name, neighbours
from narcotl.reports.duplicates.pairs import Pair, pair
from narcotl.reports.records import Records

NAMES = "SELECT record, folded, written FROM names WHERE kind = ? AND rank > 0 ORDER BY record, rank, folded"
TYPES = "SELECT id, type FROM records WHERE kind = ?"
OTHER_TYPE = 5
"""How many points it costs that two records are of different types: an office and an agency."""
PERSON = "person"


def named(records: Records, kind: str) -> Iterator[Pair]:
    """Find records of a kind by their names; what is a person is nothing else."""
    types = dict(records.table(TYPES, (kind,)))
    written: dict[Name, str] = {}
    for record, folded, text in records.table(NAMES, (kind,)):
        written.setdefault(name(record, folded), text)
    best: dict[tuple[str, str], Pair] = {}
    for one, other in neighbours(written):
        mine, yours = types.get(one.record), types.get(other.record)
        if mine != yours and PERSON in (mine, yours):
            continue
        score = alike(one, other)
        if score:
            told = f"both are called {written[one]}" if one.text == other.text else f"{written[one]} ~ {written[other]}"
            found = pair(score - OTHER_TYPE * (mine != yours), one.record, other.record, [told])
            key = found.one, found.other
            if key not in best or best[key].score < found.score:
                best[key] = found
    yield from best.values()
