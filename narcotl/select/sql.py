"""Compile conditions into SQL over the tables of the index: plain, portable SQL, full text apart.

Each condition becomes two expressions over a record `r`: one that is true if the record may meet it,
and one that is true if it certainly does. They ask one record after the other; `narcotl.select.members` finds those
that are worth asking. A cross join names the tables in the order in which SQLite should read them.
"""

from collections.abc import Iterator
from typing import NamedTuple, assert_never

from narcotl.frozen import Frozen
from narcotl.select.where import (
    About,
    All,
    Any,
    InRegion,
    Labelled,
    Leaf,
    Not,
    OnDay,
    Positioned,
    Published,
    Saying,
    Where,
    WithActor,
    Within,
)


class Expression(NamedTuple):
    """A SQL expression with its parameters, in order."""

    sql: str
    parameters: tuple[str | int, ...] = ()


class Test(Frozen, kw_only=False):
    """When a record may meet a condition, and when it certainly does."""

    may: Expression
    must: Expression


TRUE = Expression("1 = 1")

PLACED = (
    "EXISTS (SELECT 1 FROM placings p CROSS JOIN region_reach g "
    "WHERE p.record = r.id AND g.asked = ? AND g.region = p.region{certain})"
)
INVOLVED = (
    "EXISTS (SELECT 1 FROM involvements i CROSS JOIN actor_reach a WHERE i.record = r.id AND a.asked = ? "
    "AND a.actor = i.actor AND a.earliest <= COALESCE(r.latest, a.earliest) "
    "AND a.latest >= COALESCE(r.earliest, a.latest){certain})"
)
DURING = (
    " AND a.certain = 1 AND a.earliest <= COALESCE(r.earliest, a.earliest) AND a.latest >= COALESCE(r.latest, a.latest)"
)
LABELLED = "EXISTS (SELECT 1 FROM labels l WHERE l.number = r.number AND l.value = ? AND l.facet = ?)"
CITING = (
    "EXISTS (SELECT 1 FROM labels l WHERE l.number = r.number AND l.facet = 'source' "
    "AND l.value IN (SELECT ? UNION SELECT source FROM wholes WHERE whole = ?))"
)
"""A work with its chapters and parts."""
POSITIONED = (
    "EXISTS (SELECT 1 FROM positions q CROSS JOIN actor_reach a WHERE q.record = r.id "
    "AND a.asked = ? AND a.actor = q.actor AND a.earliest <= q.latest AND a.latest >= q.earliest{certain})"
)
SPEAKING = " AND a.certain = 1 AND a.earliest <= q.earliest AND a.latest >= q.latest"
ABOUT = (
    "(EXISTS (SELECT 1 FROM labels l WHERE l.number = r.number AND l.facet = 'about' AND l.value IN ("
    "SELECT ? UNION SELECT actor FROM actor_reach WHERE asked = ? "
    "UNION SELECT region FROM region_reach WHERE asked = ? AND certain = 1)) "
    "OR EXISTS (SELECT 1 FROM mentions m WHERE m.record = ? AND m.field = 'claims' AND m.target = r.id))"
)
PUBLISHED = "EXISTS (SELECT 1 FROM vintages v WHERE v.record = r.id AND {bounds})"
HULL = "r.earliest <= ? AND r.latest >= ?"
OVERLAPPING = (
    f"({HULL} AND (r.spans = 1 OR EXISTS "
    "(SELECT 1 FROM spans s WHERE s.record = r.id AND s.earliest <= ? AND s.latest >= ?)))"
)
INSIDE = "(r.spans > 0 AND r.earliest >= ? AND r.latest <= ?)"
ON_DAY = "EXISTS (SELECT 1 FROM yearly y WHERE y.record = r.id AND y.month = ? AND y.first <= ? AND y.last >= ?{exact})"
SAYING = "r.number IN (SELECT rowid FROM words WHERE words MATCH ?)"


def compiled(where: Where) -> Test:
    """Compile a condition."""
    match where:
        case Not(part):
            inner = compiled(part)
            return Test(may=negated(inner.must), must=negated(inner.may))
        case All(parts):
            tests = [compiled(part) for part in parts]
            return Test(joined(" AND ", [t.may for t in tests]), joined(" AND ", [t.must for t in tests]))
        case Any(parts):
            tests = [compiled(part) for part in parts]
            return Test(joined(" OR ", [t.may for t in tests]), joined(" OR ", [t.must for t in tests]))
        case _:
            return leaf(where)


def leaf(where: Leaf) -> Test:
    """Compile a condition that holds no others."""
    match where:
        case InRegion(region):
            return Test(
                Expression(PLACED.format(certain=""), (region,)),
                Expression(PLACED.format(certain=" AND g.certain = 1"), (region,)),
            )
        case WithActor(actor, units):
            only = "" if units else " AND a.actor = a.asked"
            return Test(
                Expression(INVOLVED.format(certain=only), (actor,)),
                Expression(INVOLVED.format(certain=only + DURING), (actor,)),
            )
        case Labelled(facet, value):
            return certainly(labelled(facet, value))
        case Positioned():
            return positioned(where)
        case About(target):
            return certainly(Expression(ABOUT, (target,) * 4))
        case Published(earliest, latest):
            return Test(
                Expression(PUBLISHED.format(bounds="v.earliest <= ? AND v.latest >= ?"), (latest, earliest)),
                Expression(PUBLISHED.format(bounds="v.earliest >= ? AND v.latest <= ?"), (earliest, latest)),
            )
        case Within(earliest, latest):
            return Test(
                Expression(OVERLAPPING, (latest, earliest) * 2),
                Expression(INSIDE, (earliest, latest)),
            )
        case OnDay(month, day):
            return Test(
                Expression(ON_DAY.format(exact=""), (month, day, day)),
                Expression(ON_DAY.format(exact=" AND y.exact = 1"), (month, day, day)),
            )
        case Saying(match):
            return certainly(Expression(SAYING, (match,)))
        case _:
            assert_never(where)


def labelled(facet: str, value: str) -> Expression:
    """Compile the condition that a record bears a label; a work stands for its parts as well."""
    return Expression(CITING, (value, value)) if facet == "source" else Expression(LABELLED, (value, facet))


def positioned(where: Positioned) -> Test:
    """Compile the condition that an actor took a position: by itself, or by a unit or officer at that time."""
    only = ("" if where.units else " AND a.actor = a.asked") + (" AND q.stance = ?" if where.stance else "")
    parameters = (where.actor, where.stance) if where.stance else (where.actor,)
    return Test(
        Expression(POSITIONED.format(certain=only), parameters),
        Expression(POSITIONED.format(certain=only + SPEAKING), parameters),
    )


def conditions(where: Where) -> Iterator[Where]:
    """Take apart what must be met together."""
    if isinstance(where, All):
        for part in where.parts:
            yield from conditions(part)
    else:
        yield where


def certainly(expression: Expression) -> Test:
    """Make the test of a condition that is met certainly or not at all."""
    return Test(expression, expression)


def negated(expression: Expression) -> Expression:
    """Negate; none of the expressions is ever NULL for a record that has dates."""
    return Expression(f"NOT COALESCE({expression.sql}, 1 = 0)", expression.parameters)


def joined(word: str, expressions: list[Expression]) -> Expression:
    """Join expressions with AND or OR; none at all is true."""
    if not expressions:
        return TRUE
    sql = word.join(expression.sql for expression in expressions)
    return Expression(
        f"({sql})" if len(expressions) > 1 else sql,
        tuple(parameter for expression in expressions for parameter in expression.parameters),
    )
