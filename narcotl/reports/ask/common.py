"""Names that very many records have to do with: they find candidates only together with all else that is asked for."""

from collections.abc import Iterator
from typing import Final

from narcotl.reports.ask.understood import Named, Understood
from narcotl.reports.records import Records
from narcotl.select.batches import marks
from narcotl.select.selection import Selection
from narcotl.select.where import InRegion, Labelled, Where, WithActor, Within, conjunction, disjunction

FREQUENT: Final = 3000
"""A word that more records have finds no candidates, if there is a rarer one."""
COMMON: Final = 300
"""A place or an actor that more records have to do with finds candidates only together with all else."""
MOST: Final = 150
"""As many candidates are found that meet all that is asked for, of each group of kinds."""
_REACHED: Final = {"region": ("region_reach", "region"), "actor": ("actor_reach", "actor")}
_NUMBER: Final = """
SELECT COUNT(*) FROM (
    SELECT 1 FROM {reach} g CROSS JOIN postings p WHERE g.asked = ? AND p.facet = ? AND p.value = g.{column}
    AND p.kind IN ('claim', 'correction', 'event', 'figure') LIMIT ?
) counted
"""
_FIRST: Final = "SELECT r.number FROM records r WHERE r.kind IN ({kinds}) AND {condition} ORDER BY r.sort, r.id LIMIT ?"
_DATED: Final = ("event", "figure")
_SAID: Final = ("claim", "correction")
"""What has to lie in a time that is asked for, and what may tell of it later."""


def is_common(records: Records, name: Named) -> bool:
    """Say whether very many records have to do with a place or an actor."""
    if name.kind not in _REACHED:
        return False
    reach, column = _REACHED[name.kind]
    sql = _NUMBER.format(reach=reach, column=column)
    return any(
        number > COMMON for record in name.ids for (number,) in records.table(sql, (record, name.kind, COMMON + 1))
    )


def meeting(records: Records, asked: Understood) -> list[int]:
    """Find the records that have to do with everybody and every place that is named, and lie in the times asked for."""
    named = tuple(groups(asked.named))
    spans = [Within(*span) for date in asked.dates for span in date.spans]
    times = (disjunction(spans),) if spans else ()
    found = [*first(records, _DATED, conjunction((*named, *times))), *first(records, _SAID, conjunction(named))]
    return sorted(found)


def groups(named: tuple[Named, ...]) -> Iterator[Where]:
    """Give a condition for each name; of several records that are called alike any may be meant."""
    texts: dict[str, list[Where]] = {}
    for name in named:
        for record in name.ids:
            match name.kind:
                case "region":
                    texts.setdefault(name.text, []).append(InRegion(record))
                case "actor":
                    texts.setdefault(name.text, []).append(WithActor(record))
                case "source":
                    texts.setdefault(name.text, []).append(Labelled("source", record))
    for conditions in texts.values():
        yield disjunction(conditions)


def first(records: Records, kinds: tuple[str, ...], where: Where) -> list[int]:
    """Find the earliest records of some kinds that meet a condition."""
    condition = records.condition(kinds, Selection(where=where))
    sql = _FIRST.format(kinds=marks(kinds), condition=condition.sql)
    return [number for (number,) in records.table(sql, (*kinds, *condition.parameters, MOST))]
