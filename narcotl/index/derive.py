"""Draw the conclusions that need all records: what is inside what, what is inherited, what does not fit.

All of it is SQL over the tables, so that its cost in memory does not grow with the store.
"""

import sqlite3

from narcotl.dates import ENDLESS_FUTURE, ENDLESS_PAST
from narcotl.errors import Problem
from narcotl.index import distinct, rules, silences
from narcotl.index.touched import PEOPLE, PLACES, WORKS, Touched

INSIDE_REGIONS = """
WITH RECURSIVE inside (asked, region) AS (
    SELECT id, id FROM records WHERE kind = 'region'
    UNION
    SELECT inside.asked, parts.record FROM inside JOIN region_parts parts ON parts.parent = inside.region
)
INSERT INTO region_reach SELECT asked, region, 1 FROM inside
"""
OVERLAPPING_REGIONS = """
INSERT OR IGNORE INTO region_reach
SELECT inside.asked, overlaps.other, 0
FROM (SELECT record AS one, other FROM region_overlaps UNION SELECT other, record FROM region_overlaps) overlaps
JOIN region_reach inside ON inside.region = overlaps.one AND inside.certain = 1
WHERE NOT EXISTS (
    SELECT 1 FROM region_reach up WHERE up.asked = overlaps.other AND up.region = inside.asked AND up.certain = 1)
"""
"""Everything inside a region is certain, what merely shares ground with that is possible; a container is neither."""

ACTOR_REACH = f"""
WITH RECURSIVE within (asked, actor, certain, earliest, latest, depth) AS (
    SELECT id, id, 1, {ENDLESS_PAST}, {ENDLESS_FUTURE}, 0 FROM records WHERE kind = 'actor'
    UNION
    SELECT within.asked, parts.record,
        CASE WHEN parts.title IS NULL OR parts.dated = 1 THEN within.certain ELSE 0 END,
        MAX(within.earliest, parts.earliest), MIN(within.latest, parts.latest), within.depth + 1
    FROM within JOIN actor_parts parts ON parts.parent = within.actor
    WHERE MAX(within.earliest, parts.earliest) <= MIN(within.latest, parts.latest) AND within.depth < 20
)
INSERT INTO actor_reach
SELECT asked, actor, MAX(certain), earliest, latest FROM within GROUP BY asked, actor, earliest, latest
"""
"""An actor, its units while they belong to it, its office holders during their office (an undated office: possibly)."""

CLAIM_PLACES = """
INSERT INTO placings
SELECT DISTINCT m.record, p.region
FROM records c CROSS JOIN mentions m ON m.record = c.id AND m.field IN ('event', 'figure')
CROSS JOIN records t ON t.id = m.target AND t.kind IN ('event', 'figure')
CROSS JOIN placings p ON p.record = t.id
WHERE c.kind = 'claim' AND {touched}
AND NOT EXISTS (SELECT 1 FROM placings own WHERE own.record = c.id AND own.region = p.region)
"""
"""A claim about an event or a figure is placed where that is placed."""

WHOLES = """
WITH RECURSIVE parts (whole, source) AS (
    SELECT id, id FROM records WHERE kind = 'source' AND id NOT IN (SELECT record FROM source_parts)
    UNION
    SELECT parts.whole, below.record FROM parts JOIN source_parts below ON below.parent = parts.source
)
INSERT INTO wholes SELECT source, MIN(whole) FROM parts GROUP BY source
"""
"""Chapters and parts of one work are one origin: the work that is no part of another."""

FIGURE_NAMES = """
UPDATE records SET name = named.name FROM (
    SELECT r.number, COALESCE(m.name, r.type) || COALESCE(' (' || json_extract(r.json, '$.scope') || ')', '')
        || ', ' || COALESCE(g.name, p.region) || ', ' || json_extract(r.json, '$.period.text') AS name
    FROM records r JOIN placings p ON p.record = r.id
    LEFT JOIN records m ON m.id = r.type LEFT JOIN records g ON g.id = p.region
    WHERE r.kind = 'figure' AND {touched}
) AS named WHERE records.number = named.number AND records.name <> named.name
"""
"""A figure has no name of its own: it is called by what it counts (and its scope), where and when."""

CORRECTION_PLACES = """
INSERT INTO placings
SELECT DISTINCT c.record, p.region FROM corrected c JOIN placings p ON p.record = c.target WHERE {touched}
"""
CORRECTION_ACTORS = """
INSERT INTO involvements
SELECT DISTINCT c.record, a.id, 'corrected'
FROM corrected c JOIN records a ON a.id = c.target AND a.kind = 'actor' WHERE {touched}
"""
"""A correction has the places and the actors of the records that it touches."""

CLEAR = (
    "DELETE FROM placings WHERE record IN (SELECT record FROM corrected WHERE record IN temp.touched)",
    "DELETE FROM involvements WHERE record IN (SELECT record FROM corrected WHERE record IN temp.touched)",
    """
    DELETE FROM placings WHERE record IN (
        SELECT c.id FROM temp.touched t CROSS JOIN records c ON c.id = t.id AND c.kind = 'claim'
        CROSS JOIN mentions m ON m.record = c.id AND m.field IN ('event', 'figure'))
    AND NOT EXISTS (
        SELECT 1 FROM mentions own
        WHERE own.record = placings.record AND own.target = placings.region AND own.field = 'region')
    """,
)
"""What touched records had from others, in an index that is mended."""
INHERITED = (("c.id", CLAIM_PLACES), ("c.record", CORRECTION_PLACES), ("c.record", CORRECTION_ACTORS))
"""What records have from others, with the column of their ids, in this order."""
GRAPHS = (
    (PLACES, "region_reach", (INSIDE_REGIONS, OVERLAPPING_REGIONS)),
    (PEOPLE, "actor_reach", (ACTOR_REACH,)),
    (WORKS, "wholes", (WHOLES,)),
)
"""What lies in what, of the kinds of record on which it rests: a table, and how it is filled."""


def reach(connection: sqlite3.Connection, touched: Touched) -> None:
    """Compute what places, actors and works reach, if any of them changed."""
    for kinds, table, statements in GRAPHS:
        if touched.has(kinds):
            for statement in (f"DELETE FROM {table}", *statements):
                connection.execute(statement)


def inherit(connection: sqlite3.Connection, touched: Touched) -> None:
    """Compute what records have from others: places, actors and names."""
    for statement in () if touched.is_all else CLEAR:
        connection.execute(statement)
    for column, statement in (*INHERITED, ("r.id", FIGURE_NAMES)):
        connection.execute(statement.format(touched=touched.among(column)))


def judge(connection: sqlite3.Connection, touched: Touched) -> None:
    """Find the problems between records, when everything else is concluded."""
    rules.forget(connection, touched)
    for problem in rules.problems(connection, touched):
        write(connection, problem)
    for problem in (*silences.apply(connection), *distinct.unknown(connection)):
        write(connection, problem)


def write(connection: sqlite3.Connection, problem: Problem) -> None:
    """Write down a problem between records."""
    place = problem.place
    where = place.file, place.line, place.column, problem.length
    what = problem.level.value, str(problem.rule), problem.message, problem.hint
    connection.execute(
        "INSERT INTO problems VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, '')", (*where, *what, problem.record)
    )
