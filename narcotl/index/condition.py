"""The condition that a selection puts on records, begun with the shortest list of records that it allows."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from narcotl.frozen import Frozen
from narcotl.select.members import Members, Scope, members
from narcotl.select.selection import Selection
from narcotl.select.sql import Expression, compiled, conditions, joined
from narcotl.select.where import Any as AnyOf
from narcotl.select.where import Where, Within

MANY: Final = 10_000
"""Lists are counted up to here: whether one is longer still changes nothing."""
FEW: Final = 300
"""Records on so short a list are asked the other conditions one by one, sooner than that other lists are read."""
_NUMBER: Final = "SELECT COUNT(*) FROM (SELECT 1 FROM ({query}) found LIMIT {most}) counted"

Ask = Callable[[str, Sequence[Any]], Any]
"""Gives the only value of a query."""


Lists = list[tuple[Where, Members, int]]
"""Conditions, the list that each gives, and how long that is, up to many."""


class Condition(Frozen, kw_only=False):
    """What records `r` must meet, and the list that it begins with, if any is worth it."""

    expression: Expression
    listed: Expression | None = None
    """The list."""
    number: int = 0
    """How long it was before other lists were laid over it, up to many."""
    is_whole: bool = False
    """Whether it is all that is asked for: nothing is left to ask its records, not even their kind."""
    is_laid: bool = False
    """Whether other lists were laid over it, so that much less of it may be left."""

    @property
    def is_common(self) -> bool:
        """Say whether so many records meet the condition that asking one after the other soon finds the first."""
        return self.is_whole and not self.is_laid and self.number >= MANY


def condition(ask: Ask, kinds: tuple[str, ...], selection: Selection) -> Condition:
    """Write the condition of a selection on records of some kinds, which the query itself has to ask for."""
    parts = tuple(conditions(selection.where))
    time = window(parts)
    lists = counted(ask, parts, Scope(kinds, selection.certain, time))
    if not lists:
        return Condition(asked(parts, certain=selection.certain))
    first, *others = sorted(lists, key=lambda one: one[2])
    part, shortest, length = first
    over = [(other, found) for other, found, number in others if is_worth(found, number, length)]
    met = [one for one, found in ((part, shortest), *over) if found.is_exact]
    if shortest.is_plain and time is not None:
        met.append(time)
    rest = tuple(one for one in parts if one not in met)
    listed = laid(shortest.query, [found.query for _, found in over])
    inside = Expression(f"r.number IN ({listed.sql})", listed.parameters)
    whole = joined(" AND ", [inside, asked(rest, certain=selection.certain)] if rest else [inside])
    return Condition(whole, listed, length, is_whole=not rest and shortest.is_plain, is_laid=bool(over))


def counted(ask: Ask, parts: tuple[Where, ...], scope: Scope) -> Lists:
    """Give the lists that conditions give, and count them; one of a time only if there is no other."""
    lists = [(part, found) for part in parts if (found := members(part, scope))]
    telling = [one for one in lists if not is_time(one[0])] or lists
    return [(part, found, number(ask, found)) for part, found in telling]


def is_worth(other: Members, number: int, shortest: int) -> bool:
    """Say whether laying a list over one so long costs less than asking each record of that."""
    if not other.is_exact or shortest < FEW:
        return False
    return shortest >= MANY or number < MANY


def laid(query: Expression, others: list[Expression]) -> Expression:
    """Keep of a list what is on the others as well."""
    if not others:
        return query
    inside = joined(" AND ", [Expression(f"found.number IN ({one.sql})", one.parameters) for one in others])
    sql = f"SELECT found.number FROM ({query.sql}) found WHERE {inside.sql}"
    return Expression(sql, (*query.parameters, *inside.parameters))


def number(ask: Ask, found: Members) -> int:
    """Count a list, up to many."""
    return int(ask(_NUMBER.format(query=found.query.sql, most=MANY), found.query.parameters))


def window(parts: tuple[Where, ...]) -> Within | None:
    """Find the shortest time that every record has to overlap."""
    spans = [
        Within(min(one.earliest for one in times), max(one.latest for one in times))
        for part in parts
        if (times := [one for one in (part.parts if isinstance(part, AnyOf) else (part,)) if isinstance(one, Within)])
        and is_time(part)
    ]
    return min(spans, key=lambda span: span.latest - span.earliest, default=None)


def is_time(where: Where) -> bool:
    """Say whether a condition asks for a time only."""
    return isinstance(where, Within) or (
        isinstance(where, AnyOf) and all(isinstance(part, Within) for part in where.parts)
    )


def asked(parts: tuple[Where, ...], *, certain: bool) -> Expression:
    """Write conditions that are put to each record."""
    tests = [compiled(part) for part in parts]
    return joined(" AND ", [test.must if certain else test.may for test in tests])
