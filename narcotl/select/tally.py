"""The SQL that counts what a selection asks for by one or two dimensions: plain SQL, like that of the selection."""

from enum import StrEnum
from typing import NamedTuple

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
    SOURCE = "source"


STEPS = {By.YEAR: 1, By.DECADE: 10}
"""The dimensions of time, and how many years each of their parts has."""


class Years(NamedTuple):
    """The years that are counted, both included."""

    first: int
    last: int


CHOSEN = "chosen AS (SELECT r.id, r.earliest, r.latest, r.spans FROM records r WHERE r.kind = ? AND {condition})"
DATED = """
dated AS (
    SELECT id AS record, earliest, latest FROM chosen WHERE spans = 1
    UNION ALL
    SELECT s.record, s.earliest, s.latest FROM spans s JOIN chosen c ON c.id = s.record WHERE c.spans > 1)
"""
ENDS = """
WITH {chosen}, {dated}
SELECT MIN(CASE WHEN earliest > {past} THEN earliest ELSE latest END),
    MAX(CASE WHEN latest < {future} THEN latest ELSE earliest END)
FROM dated WHERE earliest > {past} OR latest < {future}
"""
"""The first and the last day that any of them has, endless ends left aside."""
PARTS = "{name} (start) AS (SELECT ? UNION ALL SELECT start + {step} FROM {name} WHERE start + {step} <= ?)"
IN_TIME = """
SELECT d.record, p.start AS value,
    MAX(CASE WHEN c.earliest >= p.start * 10000 AND c.latest < (p.start + {step}) * 10000 THEN 1 ELSE 0 END) AS certain
FROM dated d JOIN chosen c ON c.id = d.record
JOIN {name} p ON d.earliest < (p.start + {step}) * 10000 AND d.latest >= p.start * 10000
WHERE d.earliest > {past} OR d.latest < {future}
GROUP BY d.record, p.start
UNION ALL
SELECT id, NULL, 1 FROM chosen
WHERE spans = 0 OR (spans = 1 AND earliest <= {past} AND latest >= {future})
"""
"""Each part of time that a record touches: certain if all of its dates lie inside. Without a date it is in none."""
OF_A_WORD = {
    By.REGION: "SELECT DISTINCT record, region AS value, 1 AS certain FROM placings",
    By.ACTOR: "SELECT DISTINCT record, actor AS value, 1 AS certain FROM involvements",
} | {
    by: f"SELECT DISTINCT record, value, 1 AS certain FROM labels WHERE facet = '{by}'"
    for by in (By.TOPIC, By.KIND, By.STATUS, By.SOURCE)
}


def ends(kind: str, condition: Expression, past: int, future: int) -> Expression:
    """Ask for the first and the last day of all dates."""
    sql = ENDS.format(chosen=CHOSEN.format(condition=condition.sql), dated=DATED, past=past, future=future)
    return Expression(sql, (kind, *condition.parameters))


def counts(kind: str, condition: Expression, by: tuple[By, ...], years: Years, endless: tuple[int, int]) -> Expression:
    """Ask for the values of each dimension, how many records have them, and how many of these certainly."""
    tables: list[str] = []
    parameters: list[str | int] = []
    joins: list[str] = []
    for place, dimension in enumerate(by):
        name = f"part{place}"
        if step := STEPS.get(dimension):
            tables.append(PARTS.format(name=name, step=step))
            parameters += [years.first // step * step, years.last]
            rows = IN_TIME.format(name=name, step=step, past=endless[0], future=endless[1])
        else:
            rows = OF_A_WORD[dimension]
        joins.append(f"{'' if step else 'LEFT '}JOIN ({rows}) d{place} ON d{place}.record = c.id")
    values = ", ".join(f"d{place}.value" for place in range(len(by)))
    certain = " * ".join(f"COALESCE(d{place}.certain, 1)" for place in range(len(by)))
    sql = (
        f"WITH RECURSIVE {', '.join([CHOSEN.format(condition=condition.sql), DATED, *tables])} "
        f"SELECT {values}, COUNT(*), SUM({certain}) FROM chosen c {' '.join(joins)} GROUP BY {values}"
    )
    return Expression(sql, (kind, *condition.parameters, *parameters))
