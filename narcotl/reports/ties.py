"""What ties two actors: an event or a claim in which both appear, an office, or one being a part of the other."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from narcotl.frozen import Frozen
from narcotl.reports.records import Records
from narcotl.reports.report import Row
from narcotl.select.batches import batches, marks
from narcotl.select.selection import Selection
from narcotl.select.sql import Expression, compiled, conditions
from narcotl.select.where import Within

MET = """
FROM involvements own
JOIN records r ON r.id = own.record AND r.kind IN ('event', 'claim')
JOIN involvements other ON other.record = own.record AND other.actor <> own.actor
"""
NEIGHBOURS = "SELECT DISTINCT own.actor, other.actor" + MET + "WHERE own.actor IN ({marks}) AND {condition}"
BELONGING = """
SELECT o.record, o.parent FROM actor_parts o WHERE o.record IN ({marks}) AND {dated}
UNION SELECT o.parent, o.record FROM actor_parts o WHERE o.parent IN ({marks}) AND {dated}
"""
SHARED = (
    "SELECT r.id, r.kind, own.role, other.role, CASE WHEN {must} THEN 1 ELSE 0 END"
    + MET
    + "WHERE own.actor = ? AND other.actor = ? AND {condition} "
    "ORDER BY 5 DESC, CASE r.kind WHEN 'event' THEN 0 ELSE 1 END, r.sort, r.id, own.role, other.role"
)
OFFICES = "SELECT o.record, o.title, o.dated FROM actor_parts o WHERE o.record = ? AND o.parent = ? AND {dated}"


class Tie(NamedTuple):
    """One thing that ties two actors."""

    by: str
    """`office` (or being a part), `event` or `claim`."""
    record: str
    """The event or claim, or the actor who holds the office."""
    roles: tuple[tuple[str, ...], tuple[str, ...]]
    """As what each of the two appears."""
    is_certain: bool


class Net(Frozen):
    """The actors of a store and what ties them, as far as a selection goes.

    The selection chooses events and claims. Of its conditions offices and memberships meet only those on time.
    """

    records: Records
    selection: Selection
    avoided: frozenset[str] = frozenset()
    """Actors that no chain goes through."""

    @property
    def condition(self) -> Expression:
        """The condition on events and claims."""
        test = compiled(self.selection.where)
        return test.must if self.selection.certain else test.may

    @property
    def dated(self) -> Expression:
        """The condition on offices: in force at some time that is asked for; an undated one may have been."""
        periods = [part for part in conditions(self.selection.where) if isinstance(part, Within)]
        sql = ["o.earliest <= ? AND o.latest >= ?"] * len(periods) + ["o.dated = 1"] * self.selection.certain
        bounds = tuple(day for period in periods for day in (period.latest, period.earliest))
        return Expression(" AND ".join(sql) or "1 = 1", bounds)

    def neighbours(self, actors: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Give each pair of one of these actors and an actor that something ties to it."""
        condition, dated = self.condition, self.dated
        for batch in batches(actors):
            met = NEIGHBOURS.format(marks=marks(batch), condition=condition.sql)
            yield from self.kept(met, (*batch, *condition.parameters))
            belonging = BELONGING.format(marks=marks(batch), dated=dated.sql)
            yield from self.kept(belonging, (*batch, *dated.parameters) * 2)

    def kept(self, sql: str, parameters: tuple[str | int, ...]) -> Iterator[tuple[str, str]]:
        """Give the pairs without those that are avoided."""
        for one, other in self.records.table(sql, parameters):
            if other not in self.avoided:
                yield one, other

    def ties(self, one: str, other: str) -> list[Tie]:
        """Give all that ties two actors: offices first, then what is certain, events before claims."""
        dated = self.dated
        found: list[Tie] = []
        for holder, of in ((one, other), (other, one)):
            for record, title, is_dated in self.records.table(
                OFFICES.format(dated=dated.sql), (holder, of, *dated.parameters)
            ):
                role = ((title or "part of",), ())
                is_certain = bool(is_dated) or not dated.parameters
                found.append(Tie("office", record, role if holder == one else role[::-1], is_certain))
        return found + list(self.shared(one, other))

    def shared(self, one: str, other: str) -> Iterator[Tie]:
        """Give the events and claims that two actors share, each once with all roles."""
        test = compiled(self.selection.where)
        condition = self.condition
        sql = SHARED.format(must=test.must.sql, condition=condition.sql)
        roles: dict[str, tuple[str, bool, dict[str, None], dict[str, None]]] = {}
        parameters = (*test.must.parameters, one, other, *condition.parameters)
        for record, kind, own, theirs, certain in self.records.table(sql, parameters):
            _, _, mine, others = roles.setdefault(record, (kind, bool(certain), {}, {}))
            mine[own] = others[theirs] = None
        for record, (kind, is_certain, mine, others) in roles.items():
            yield Tie(kind, record, (tuple(mine), tuple(others)), is_certain)


def office(holder: Row, of: str) -> tuple[Row | None, str]:
    """Give the date of an office or a membership, as the record of its holder has it, and the name of the tie."""
    for held in holder.get("offices", ()):
        if held["of"]["id"] == of:
            return held.get("when"), f"{held['title']} of {held['of']['name']}"
    for part in holder.get("part_of", ()):
        if part["id"] == of:
            return part.get("when"), f"part of {part['name']}"
    return None, "part"
