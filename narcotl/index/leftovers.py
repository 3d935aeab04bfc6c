"""The rules about what is there once too often, out of reach, or for nothing."""

import sqlite3
from collections.abc import Iterator

from narcotl.errors import Place, Problem
from narcotl.index.distinct import apart
from narcotl.index.touched import PLACES, SETTINGS, Touched
from narcotl.model.checks import Apart
from narcotl.model.vocab.rule import Rule

OF_DAYS = """
(SELECT DISTINCT day FROM temp.changed WHERE day IS NOT NULL) d CROSS JOIN postings p
    ON p.facet = 'any' AND p.kind = 'event' AND p.value = '' AND p.size = 0 AND p.earliest = d.day
"""
"""The events of the days that are touched; size 0 is what has one day."""
ON_DAYS = f"record IN (SELECT r.id FROM {OF_DAYS} CROSS JOIN records r ON r.number = p.number)"
TOUCHED_DAYS = f"SELECT p.earliest AS day, p.number FROM {OF_DAYS}"
IN_ONE_PLACE = "p.facet = 'region' AND p.kind = 'event' AND p.size = 0"
ALL_DAYS = f"""
SELECT DISTINCT p.earliest AS day, p.number FROM (
    SELECT p.value, p.earliest FROM postings p WHERE {IN_ONE_PLACE}
    GROUP BY p.value, p.earliest HAVING COUNT(*) > 1
) d CROSS JOIN postings p ON {IN_ONE_PLACE} AND p.value = d.value AND p.earliest = d.earliest
"""
"""The events that have a day and a place in common with others: few, and found on the postings alone."""
SAME_DAY = """
SELECT d.day,
    (SELECT GROUP_CONCAT(region, ' ') FROM (SELECT DISTINCT region FROM placings WHERE record = r.id ORDER BY 1)),
    (SELECT GROUP_CONCAT(actor, ' ') FROM (SELECT DISTINCT actor FROM involvements WHERE record = r.id ORDER BY 1)),
    r.id, r.path, r.line, r.col
FROM ({days}) d CROSS JOIN records r ON r.number = d.number ORDER BY d.day, r.path, r.line, r.col
"""
"""Day by day, so that no more than the events of one day are held in memory."""
RELATED = """
SELECT 1 FROM mentions m
WHERE m.record IN (:one, :other) AND m.target IN (:one, :other) AND m.record <> m.target AND m.field = 'event' LIMIT 1
"""
"""Column by column, since SQLite looks through the whole table for a pair that is IN others."""
UNREACHABLE = """
SELECT r.id, r.type, r.path, r.line, r.col FROM records r
WHERE r.kind = 'region' AND r.type IN ('province', 'valley', 'area', 'city')
AND r.id NOT IN (
    SELECT record FROM region_parts UNION SELECT record FROM region_overlaps UNION SELECT other FROM region_overlaps)
ORDER BY r.path, r.line
"""
"""Countries and what is larger may stand for themselves; what is smaller lies somewhere."""
UNUSED = """
SELECT r.id, r.kind, r.path, r.line, r.col FROM records r
WHERE r.kind IN ('region', 'actor', 'source', 'measure')
AND NOT EXISTS (SELECT 1 FROM mentions m WHERE m.target = r.id AND m.record <> r.id)
AND NOT EXISTS (SELECT 1 FROM unkept_mentions m WHERE m.target = r.id AND m.record <> r.id)
AND EXISTS (SELECT 1 FROM records f WHERE f.kind IN ('event', 'claim', 'figure')) AND {touched}
ORDER BY r.path, r.line
"""
"""Where nothing has been told yet, nothing is left over."""


def problem(rule: Rule, record: str, place: tuple[str, int, int], message: str, hint: str) -> Problem:
    """Write a problem of one of these rules."""
    path, line, column = place
    where = Place(file=path, line=line, column=column)
    return Problem(place=where, message=message, hint=hint, rule=rule, level=rule.level, record=record)


def is_all(touched: Touched) -> bool:
    """Tell whether all days have to be looked at: the store itself may say which events are two."""
    return touched.is_all or touched.has(SETTINGS)


def same_day(touched: Touched) -> str:
    """Write which problems with duplicate events are looked for anew."""
    return "1 = 1" if is_all(touched) else ON_DAYS


def duplicate_events(connection: sqlite3.Connection, touched: Touched) -> Iterator[Problem]:
    """Report events of the same day, with the same places and the same actors, that do not speak of each other."""
    stated = apart(connection)
    today, before = None, dict[tuple[str, str], list[str]]()
    sql = SAME_DAY.format(days=ALL_DAYS if is_all(touched) else TOUCHED_DAYS)
    for day, regions, actors, record, *place in connection.execute(sql):
        if regions is None or actors is None:
            continue
        if day != today:
            today, before = day, {}
        twins = before.setdefault((regions, actors), [])
        other = next((twin for twin in twins if not are_two(connection, stated, record, twin)), None)
        twins.append(record)
        if other is None:
            continue
        message = f"'{record}' has the day, the places and the actors of '{other}'"
        hint = (
            "Merge the two, say under `related` how one bears on the other, or that they are two: `narcotl distinct`."
        )
        yield problem(Rule.DUPLICATE_EVENT, record, (place[0], place[1], place[2]), message, hint)


def are_two(connection: sqlite3.Connection, stated: Apart, one: str, other: str) -> bool:
    """Tell whether the store knows that two events are not the same."""
    if stated.reason(one, other) is not None:
        return True
    return connection.execute(RELATED, {"one": one, "other": other}).fetchone() is not None


def unreachable_regions(connection: sqlite3.Connection, touched: Touched) -> Iterator[Problem]:
    """Report smaller places that lie in nothing: nobody who asks for a larger place finds what happened there."""
    for record, kind, *place in connection.execute(UNREACHABLE) if touched.has(PLACES) else ():
        message = f"the {kind} '{record}' lies in no other region, so that no question about a larger one finds it"
        hint = "Say where it lies: `part_of: [...]`, or `overlaps: [...]`."
        yield problem(Rule.UNREACHABLE_REGION, record, (place[0], place[1], place[2]), message, hint)


def unused_records(connection: sqlite3.Connection, touched: Touched) -> Iterator[Problem]:
    """Report actors, regions, sources and measures that nothing names."""
    for record, kind, *place in connection.execute(UNUSED.format(touched=touched.among("r.id"))):
        message = f"nothing names the {kind} '{record}'"
        hint = "Take it out, or name it where it belongs."
        yield problem(Rule.UNUSED_RECORD, record, (place[0], place[1], place[2]), message, hint)


RULES = (duplicate_events, unreachable_regions, unused_records)
"""The rules in the order in which they are applied."""
