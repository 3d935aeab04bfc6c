"""The records that meet a condition, as a list of their numbers: plain SQL that reads the postings and little else.

The expressions of `narcotl.select.sql` ask of one record whether it meets a condition; a list begins at the other end.
Whoever asks takes the shortest list that one of the conditions gives, and asks the rest of the records on it.
"""

from collections.abc import Iterator
from typing import Final

from narcotl.frozen import Frozen
from narcotl.select.sql import Expression
from narcotl.select.where import (
    About,
    All,
    Any,
    InRegion,
    Labelled,
    OnDay,
    Positioned,
    Saying,
    Where,
    WithActor,
    Within,
)

LENGTHS: Final = {0: 0, 1: 99, 2: 9_999, 3: 99_999}
"""How long dates are: by size, the most that the number of the last day is above that of the first."""
SEVERAL: Final = 5
"""The size of what has several dates, whose hull may overlap a time in which none of them lies."""
UNDATED: Final = 9
"""The size of what has no date at all."""
_SIZES: Final = (*LENGTHS, max(LENGTHS) + 1)
_FIRST: Final = -(2**63)
"""No day is earlier."""

_SLICES: Final = f"(SELECT 0 AS size, ? AS begins {''.join(f'UNION ALL SELECT {size}, ? ' for size in _SIZES[1:])}) s"
_SLICED: Final = "p.size = s.size AND p.earliest >= s.begins AND p.earliest <= ? AND p.latest >= ?"
_INSIDE: Final = "p.earliest >= ? AND p.latest <= ?"
_ONE_OF_SEVERAL: Final = (
    f"p.size = {SEVERAL} AND n.number = p.number "
    "AND EXISTS (SELECT 1 FROM spans x WHERE x.record = n.id AND x.earliest <= ? AND x.latest >= ?)"
)
_REACHED: Final = "a.earliest <= p.latest AND a.latest >= p.earliest"
_DURING: Final = f" AND a.certain = 1 AND (p.size = {UNDATED} OR (a.earliest <= p.earliest AND a.latest >= p.latest))"
_POSITIONED: Final = (
    "SELECT n.number FROM actor_reach a CROSS JOIN positions q CROSS JOIN records n WHERE a.asked = ? "
    "AND q.actor = a.actor AND a.earliest <= q.latest AND a.latest >= q.earliest{certain} AND n.id = q.record"
)
_SPEAKING: Final = " AND a.certain = 1 AND a.earliest <= q.earliest AND a.latest >= q.latest"
_ABOUT: Final = (
    "(SELECT ? AS value UNION SELECT actor FROM actor_reach WHERE asked = ? "
    "UNION SELECT region FROM region_reach WHERE asked = ? AND certain = 1) v"
)
_NAMED: Final = (
    " UNION ALL SELECT n.number FROM mentions m CROSS JOIN records n "
    "WHERE m.record = ? AND m.field = 'claims' AND n.id = m.target"
)
_CITING: Final = "(SELECT ? AS value UNION SELECT source FROM wholes WHERE whole = ?) v"
_ON_DAY: Final = (
    "SELECT n.number FROM yearly y CROSS JOIN records n "
    "WHERE y.month = ? AND y.first <= ? AND y.last >= ?{exact} AND n.id = y.record"
)


class Scope(Frozen, kw_only=False):
    """Which records a list is of: their kinds, whether they must meet it certainly, and a time that they overlap."""

    kinds: tuple[str, ...]
    certain: bool = False
    window: Within | None = None


class Members(Frozen, kw_only=False):
    """A query that gives the numbers of records, one of them perhaps several times."""

    query: Expression
    is_exact: bool = True
    """Whether it gives nothing that does not meet the condition."""
    is_plain: bool = False
    """Whether it gives only records of the kinds asked for that meet the time as well."""


def members(where: Where, scope: Scope) -> Members | None:
    """List the records that meet a condition; None if only asking all of them would tell."""
    match where:
        case Within():
            return Members(posted("any", Expression("p.value = ''"), scope.but(window=where)), is_plain=True)
        case Any(parts):
            return either([members(part, scope) for part in parts])
        case All(parts):
            found = next((found for part in parts if (found := members(part, scope))), None)
            return found.but(is_exact=False, is_plain=False) if found else None
        case Saying(match):
            return Members(Expression("SELECT rowid AS number FROM words WHERE words MATCH ?", (match,)))
        case InRegion() | WithActor() | Labelled() | About():
            return Members(bearing(where, scope), is_plain=not isinstance(where, About))
        case Positioned() | OnDay():
            return Members(dated(where, certain=scope.certain))
        case _:
            return None


def either(lists: list[Members | None]) -> Members | None:
    """Put lists together; without one of them there is none."""
    found = [one for one in lists if one is not None]
    if len(found) < len(lists):
        return None
    return Members(
        Expression(
            " UNION ALL ".join(one.query.sql for one in found),
            tuple(parameter for one in found for parameter in one.query.parameters),
        ),
        is_exact=all(one.is_exact for one in found),
        is_plain=all(one.is_plain for one in found),
    )


def bearing(where: InRegion | WithActor | Labelled | About, scope: Scope) -> Expression:
    """List what is posted under a place, an actor or a word."""
    match where:
        case InRegion(region):
            certain = " AND g.certain = 1" if scope.certain else ""
            reached = Expression(f"g.asked = ? AND p.value = g.region{certain}", (region,))
            return posted("region", reached, scope, Expression("region_reach g"))
        case WithActor(actor, units):
            certain = (_DURING if scope.certain else "") + ("" if units else " AND a.actor = a.asked")
            reached = Expression(f"a.asked = ? AND p.value = a.actor AND {_REACHED}{certain}", (actor,))
            return posted("actor", reached, scope, Expression("actor_reach a"))
        case About(target):
            listed = posted("about", Expression("p.value = v.value"), scope, Expression(_ABOUT, (target,) * 3))
            return Expression(listed.sql + _NAMED, (*listed.parameters, target))
        case Labelled("source", value):
            return posted("source", Expression("p.value = v.value"), scope, Expression(_CITING, (value, value)))
        case Labelled(facet, value):
            return posted(facet, Expression("p.value = ?", (value,)), scope)


def posted(facet: str, condition: Expression, scope: Scope, first: Expression | None = None) -> Expression:
    """List postings of a facet that meet a condition, perhaps one on a table that is read first, and lie in a time."""
    tables = [first] if first else []
    postings = Expression("postings p")
    conditions = [Expression("p.facet = ?", (facet,)), kinds(scope), condition]
    window = scope.window
    if not window:
        return chosen([*tables, postings], conditions)
    days = window.earliest, window.latest
    inside = [Expression(_INSIDE, days)] if scope.certain else []
    sliced = Expression(_SLICED, days[::-1])
    sized = chosen([*tables, Expression(_SLICES, tuple(slices(window))), postings], [*conditions, sliced, *inside])
    several = (
        chosen([*tables, postings], [*conditions, Expression(f"p.size = {SEVERAL}"), *inside])
        if scope.certain
        else chosen(
            [*tables, postings, Expression("records n")], [*conditions, Expression(_ONE_OF_SEVERAL, days[::-1])]
        )
    )
    return Expression(f"{sized.sql} UNION ALL {several.sql}", (*sized.parameters, *several.parameters))


def chosen(tables: list[Expression], conditions: list[Expression]) -> Expression:
    """Write a query of the numbers of postings."""
    sql = (
        f"SELECT p.number FROM {' CROSS JOIN '.join(table.sql for table in tables)} "
        f"WHERE {' AND '.join(one.sql for one in conditions)}"
    )
    return Expression(sql, tuple(value for one in (*tables, *conditions) for value in one.parameters))


def kinds(scope: Scope) -> Expression:
    """Ask for the kinds of record."""
    return Expression(f"p.kind IN ({', '.join('?' * len(scope.kinds))})", scope.kinds)


def slices(window: Within) -> Iterator[int]:
    """Give, for each size, the first day on which a date that reaches into a time may begin."""
    for size in _SIZES:
        yield max(_FIRST, window.earliest - LENGTHS[size]) if size in LENGTHS else _FIRST


def dated(where: Positioned | OnDay, *, certain: bool) -> Expression:
    """List claims by who spoke, and records by the day of the year."""
    match where:
        case OnDay(month, day):
            return Expression(_ON_DAY.format(exact=" AND y.exact = 1" if certain else ""), (month, day, day))
        case Positioned(actor, stance, units):
            only = ("" if units else " AND a.actor = a.asked") + (" AND q.stance = ?" if stance else "")
            sql = _POSITIONED.format(certain=only + (_SPEAKING if certain else ""))
            return Expression(sql, (actor, stance) if stance else (actor,))
