"""Draw the conclusions that need all records: what is inside what, what is inherited, what does not fit.

All of it is SQL over the tables, so that its cost in memory does not grow with the store.
"""

import sqlite3

from narcotl.dates import ENDLESS_FUTURE, ENDLESS_PAST
from narcotl.errors import Problem
from narcotl.index import distinct, rules, silences

REGION_REACH = """
WITH RECURSIVE inside (asked, region) AS (
    SELECT id, id FROM records WHERE kind = 'region'
    UNION
    SELECT inside.asked, parts.record FROM inside JOIN region_parts parts ON parts.parent = inside.region
),
overlaps (one, other) AS (
    SELECT record, other FROM region_overlaps UNION SELECT other, record FROM region_overlaps
)
INSERT INTO region_reach
SELECT asked, region, MAX(certain) FROM (
    SELECT asked, region, 1 AS certain FROM inside
    UNION ALL
    SELECT inside.asked, overlaps.other, 0 FROM inside JOIN overlaps ON overlaps.one = inside.region
    WHERE NOT EXISTS (SELECT 1 FROM inside up WHERE up.asked = overlaps.other AND up.region = inside.asked)
) GROUP BY asked, region
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
FROM mentions m JOIN records c ON c.id = m.record AND c.kind = 'claim'
JOIN placings p ON p.record = m.target
JOIN records t ON t.id = m.target AND t.kind IN ('event', 'figure')
WHERE m.field IN ('event', 'figure')
EXCEPT SELECT record, region FROM placings
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
    SELECT r.id, COALESCE(m.name, r.type) || COALESCE(' (' || json_extract(r.json, '$.scope') || ')', '')
        || ', ' || COALESCE(g.name, p.region) || ', ' || json_extract(r.json, '$.period.text') AS name
    FROM records r JOIN placings p ON p.record = r.id
    LEFT JOIN records m ON m.id = r.type LEFT JOIN records g ON g.id = p.region
    WHERE r.kind = 'figure'
) AS named WHERE records.id = named.id AND records.name <> named.name
"""
"""A figure has no name of its own: it is called by what it counts (and its scope), where and when."""

CORRECTION_PLACES = """
INSERT INTO placings
SELECT DISTINCT c.record, p.region FROM corrected c JOIN placings p ON p.record = c.target
"""
CORRECTION_ACTORS = """
INSERT INTO involvements
SELECT DISTINCT c.record, a.id, 'corrected' FROM corrected c JOIN records a ON a.id = c.target AND a.kind = 'actor'
"""
"""A correction has the places and the actors of the records that it touches."""

DERIVED = (REGION_REACH, ACTOR_REACH, CLAIM_PLACES, CORRECTION_PLACES, CORRECTION_ACTORS, WHOLES, FIGURE_NAMES)
"""What is computed anew, in this order: some of it rests on what comes before."""

CLEAR = (
    "DELETE FROM placings WHERE record IN (SELECT record FROM corrected)",
    "DELETE FROM involvements WHERE record IN (SELECT record FROM corrected)",
    "DELETE FROM wholes",
    "DELETE FROM region_reach",
    "DELETE FROM actor_reach",
    "DELETE FROM problems WHERE derived = 1",
    """
    DELETE FROM placings WHERE record IN (
        SELECT m.record FROM mentions m JOIN records c ON c.id = m.record AND c.kind = 'claim'
        WHERE m.field IN ('event', 'figure'))
    AND NOT EXISTS (
        SELECT 1 FROM mentions own
        WHERE own.record = placings.record AND own.target = placings.region AND own.field = 'region')
    """,
)


def derive(connection: sqlite3.Connection) -> None:
    """Compute everything anew that is derived from several records."""
    for statement in (*CLEAR, *DERIVED):
        connection.execute(statement)
    for problem in rules.problems(connection):
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
