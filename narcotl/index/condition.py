"""The condition that a selection puts on records, begun with the shortest list of records that it allows."""

from collections.abc import Callable, Sequence
from typing import Any, Final, NamedTuple

from narcotl.select.members import Members, Scope, members
from narcotl.select.selection import Selection
from narcotl.select.sql import Expression, compiled, conditions, joined
from narcotl.select.where import Any as AnyOf
from narcotl.select.where import Where, Within

MANY: Final = 10_000
"""Lists are counted up to here: whether one is longer still changes nothing."""
_NUMBER: Final = "SELECT COUNT(*) FROM (SELECT 1 FROM ({query}) found LIMIT {most}) counted"

Ask = Callable[[str, Sequence[Any]], Any]
"""Gives the only value of a query."""


class List(NamedTuple):
    """The list that a condition begins with."""

    members: Members
    number: int
    rest: tuple[Where, ...]
    """What its records are still to be asked."""


class Condition(NamedTuple):
    """What records `r` must meet, and the list that it begins with, if any is worth it."""

    expression: Expression
    listed: List | None = None

    @property
    def is_common(self) -> bool:
        """Say whether so many records meet the condition that asking one after the other soon finds some."""
        return self.listed is not None and not self.listed.rest and self.listed.number >= MANY


def condition(ask: Ask, kinds: tuple[str, ...], selection: Selection) -> Condition:
    """Write the condition of a selection on records of some kinds, which the query itself has to ask for."""
    parts = tuple(conditions(selection.where))
    listed = shortest(ask, parts, Scope(kinds, selection.certain, window(parts)))
    if listed is None:
        return Condition(asked(parts, certain=selection.certain))
    query = listed.members.query
    rest = asked(listed.rest, certain=selection.certain) if listed.rest else None
    first = Expression(f"r.number IN ({query.sql})", query.parameters)
    return Condition(joined(" AND ", [first, rest] if rest else [first]), listed)


def shortest(ask: Ask, parts: tuple[Where, ...], scope: Scope) -> List | None:
    """Find the shortest list of records that one of the conditions gives; one of a time only if there is no other."""
    lists = [(part, found) for part in parts if (found := members(part, scope))]
    telling = [one for one in lists if not is_time(one[0])] or lists
    if not telling:
        return None
    numbers = [number(ask, found) for _, found in telling]
    place = min(range(len(telling)), key=numbers.__getitem__)
    part, found = telling[place]
    if is_time(part) and numbers[place] >= MANY:
        return None
    return List(found, numbers[place], tuple(other for other in parts if not (other is part and found.is_exact)))


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
