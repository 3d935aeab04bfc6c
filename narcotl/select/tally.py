"""The SQL that counts what a selection asks for by one or two dimensions: plain SQL, like that of the selection."""

from enum import StrEnum
from typing import NamedTuple

from narcotl.select.kinds import ANY_KIND
from narcotl.select.sql import Expression


class By(StrEnum):
    """By what records are counted."""

    YEAR = "year"
    DECADE = "decade"
    REGION = "region"
    ACTOR = "actor"
    TOPIC = "topic"
    KIND = "kind"
    STATUS = "status"
    TAG = "tag"
    SOURCE = "source"
    """Every work in a chain; its first link is the `ORIGIN`, its last one, the work in hand, the `READING`."""
    ORIGIN = "origin"
    READING = "reading"
    EVENT = "event"
    """The event itself, or the event that a claim is about."""
    AREA = "area"
    """Every region that a record lies in, however large."""


STEPS = {By.YEAR: 1, By.DECADE: 10}
"""The dimensions of time, and how many years each of their parts has."""


class Years(NamedTuple):
    """The years that are counted, both included."""

    first: int
    last: int


CHOSEN = """
chosen AS (SELECT r.id, r.number, r.earliest, r.latest, r.spans FROM records r WHERE r.kind = ? AND {condition}),
dated AS (
    SELECT id, number, earliest, latest, earliest AS first, latest AS last, spans FROM chosen WHERE spans < 2
    UNION ALL
    SELECT c.id, c.number, s.earliest, s.latest, c.earliest, c.latest, c.spans
    FROM chosen c JOIN spans s ON s.record = c.id WHERE c.spans > 1)
"""
"""The records that are counted, and each of their dates with the hull of all."""
ENDS = """
WITH {chosen}
SELECT MIN(CASE WHEN earliest > {past} THEN earliest ELSE latest END),
    MAX(CASE WHEN latest < {future} THEN latest ELSE earliest END)
FROM dated WHERE earliest > {past} OR latest < {future}
"""
"""The first and the last day that any of them has, endless ends left aside."""
PARTS = "{name} (start) AS (SELECT ? UNION ALL SELECT start + {step} FROM {name} WHERE start + {step} <= ?)"
UNKNOWN = "(d.spans = 0 OR (d.spans = 1 AND d.earliest <= {past} AND d.latest >= {future}))"
TOUCHES = "{name}.start * 10000 <= d.latest AND ({name}.start + {step}) * 10000 > d.earliest AND NOT {unknown}"
INSIDE = "({unknown} OR (d.first >= {name}.start * 10000 AND d.last < ({name}.start + {step}) * 10000))"
TABLES = {
    By.REGION: "placings",
    By.ACTOR: "involvements",
    By.ORIGIN: (
        "(SELECT c.record, COALESCE(w.whole, c.origin) AS origin "
        "FROM citations c LEFT JOIN wholes w ON w.source = c.origin)"
    ),
    By.READING: "(SELECT c.record, c.last AS reading FROM citations c)",
    By.EVENT: (
        "(SELECT e.id AS record, e.id AS event FROM records e WHERE e.kind = 'event' UNION ALL "
        "SELECT n.id, p.value FROM postings p JOIN records n ON n.number = p.number "
        "JOIN records e ON e.id = p.value AND e.kind = 'event' WHERE p.facet = 'about')"
    ),
    By.AREA: (
        "(SELECT p.number, g.asked AS area FROM region_reach g CROSS JOIN postings p "
        f"WHERE g.certain = 1 AND p.facet = 'region' AND p.kind IN {ANY_KIND} AND p.value = g.region)"
    ),
    By.SOURCE: (
        "(SELECT n.id AS record, l.value AS source FROM labels l "
        "JOIN records n ON n.number = l.number WHERE l.facet = 'source')"
    ),
}
"""Where the values of a dimension stand, in a column of its name; the others are labels of that facet."""


class Part(NamedTuple):
    """What one dimension adds to the query."""

    value: str
    join: str
    kept: str = ""
    """The condition that a record is counted at all."""
    certain: str = "1 = 1"
    """When it certainly has that value."""


def ends(kind: str, condition: Expression, past: int, future: int) -> Expression:
    """Ask for the first and the last day of all dates."""
    sql = ENDS.format(chosen=CHOSEN.format(condition=condition.sql), past=past, future=future)
    return Expression(sql, (kind, *condition.parameters))


def counts(kind: str, condition: Expression, by: tuple[By, ...], years: Years, endless: tuple[int, int]) -> Expression:
    """Ask for the values of each dimension, how many records have them, and how many of these certainly."""
    unknown = UNKNOWN.format(past=endless[0], future=endless[1])
    parts = [part(dimension, f"p{place}", unknown) for place, dimension in enumerate(by)]
    steps = [(f"p{place}", STEPS[dimension]) for place, dimension in enumerate(by) if dimension in STEPS]
    tables = [CHOSEN.format(condition=condition.sql), *(PARTS.format(name=name, step=step) for name, step in steps)]
    values = ", ".join(part.value for part in parts)
    kept = " AND ".join(part.kept for part in parts if part.kept)
    names = ", ".join(f"v{place}" for place in range(len(by)))
    # Of several dates in one decade, or several roles of one actor, each record counts once.
    once = (
        f"SELECT {', '.join(f'{part.value} AS v{place}' for place, part in enumerate(parts))}, "
        f"MAX(CASE WHEN {' AND '.join(part.certain for part in parts)} THEN 1 ELSE 0 END) AS certain "
        f"FROM dated d {' '.join(part.join for part in parts)} WHERE {kept or '1 = 1'} GROUP BY d.id, {values}"
    )
    sql = f"WITH RECURSIVE {', '.join(tables)} SELECT {names}, COUNT(*), SUM(certain) FROM ({once}) GROUP BY {names}"
    bounds = [day for _, step in steps for day in (years.first // step * step, years.last)]
    return Expression(sql, (kind, *condition.parameters, *bounds))


def part(by: By, name: str, unknown: str) -> Part:
    """Say how a dimension is joined: parts of time by overlap, words by record; what has none is counted under null."""
    if step := STEPS.get(by):
        return Part(
            value=f"{name}.start",
            join=f"LEFT JOIN {name} ON {TOUCHES.format(name=name, step=step, unknown=unknown)}",
            kept=f"({name}.start IS NOT NULL OR {unknown})",
            certain=INSIDE.format(name=name, step=step, unknown=unknown),
        )
    if by is By.AREA:
        return Part(value=f"{name}.{by}", join=f"LEFT JOIN {TABLES[by]} {name} ON {name}.number = d.number")
    if by in TABLES:
        return Part(value=f"{name}.{by}", join=f"LEFT JOIN {TABLES[by]} {name} ON {name}.record = d.id")
    # Put so that the few headings of a record are looked for in the list, and not all of the list with the record.
    label = (
        f"LEFT JOIN labelled l{name} ON l{name}.number = d.number "
        f"AND l{name}.heading + 0 IN (SELECT heading FROM headings WHERE facet = '{by}')"
    )
    return Part(value=f"{name}.value", join=f"{label} LEFT JOIN headings {name} ON {name}.heading = l{name}.heading")


def alone(kinds: tuple[str, ...], condition: Expression, by: By) -> Expression:
    """Ask for the values of a dimension that some records have as their only one, and how many these are."""
    chosen = f"SELECT r.id FROM records r WHERE r.kind IN ({', '.join('?' * len(kinds))}) AND {condition.sql}"
    only = (
        f"SELECT MIN(t.{by}) AS value FROM {TABLES[by]} t WHERE t.record IN ({chosen}) "
        f"GROUP BY t.record HAVING COUNT(DISTINCT t.{by}) = 1"
    )
    return Expression(f"SELECT value, COUNT(*) FROM ({only}) o GROUP BY value", (*kinds, *condition.parameters))
