"""The SQL that counts all records of a kind at once: from the postings, in which they stand by place, actor and word.

Whoever counts a part of them asks one record after the other (`narcotl.select.tally`). Here records are put together
by the years in which their dates begin and end, before anything is asked of them. Those that have several dates are
few, and asked one by one after all.
"""

from typing import Final, NamedTuple

from narcotl.select.members import SEVERAL
from narcotl.select.sql import Expression
from narcotl.select.tally import PARTS, STEPS, By, Years, counts, ends

POSTED: Final = frozenset((By.REGION, By.ACTOR, By.TOPIC, By.KIND, By.STATUS, By.TAG, By.SOURCE))
"""The dimensions whose values are posted."""
_ANY: Final = "p.facet = 'any' AND p.kind = ? AND p.value = ''"
_EVERY: Final = f"SELECT p.value, p.size, p.earliest, p.latest FROM postings p WHERE {_ANY}"
_BEARING: Final = f"""
SELECT p.value, p.size, p.earliest, p.latest FROM postings p WHERE p.facet = '{{facet}}' AND p.kind = ?
UNION ALL
SELECT NULL, p.size, p.earliest, p.latest FROM postings p
WHERE {_ANY} AND p.number NOT IN (SELECT b.number FROM postings b WHERE b.facet = '{{facet}}' AND b.kind = ?)
"""
"""Every record under each of its values, or under null if it has none."""
_BY_VALUE: Final = f"""
SELECT p.value, COUNT(*), COUNT(*) FROM postings p WHERE p.facet = '{{facet}}' AND p.kind = ? GROUP BY p.value
UNION ALL
SELECT NULL, a.number - b.number, a.number - b.number
FROM (SELECT COUNT(*) AS number FROM postings p WHERE {_ANY}) a
CROSS JOIN (SELECT COUNT(DISTINCT p.number) AS number FROM postings p WHERE p.facet = '{{facet}}' AND p.kind = ?) b
WHERE a.number > b.number
"""
_ENDS: Final = f"""
SELECT MIN(CASE WHEN p.earliest > {{past}} THEN p.earliest ELSE p.latest END),
    MAX(CASE WHEN p.latest < {{future}} THEN p.latest ELSE p.earliest END)
FROM postings p WHERE {_ANY} AND p.size <> {SEVERAL} AND (p.earliest > {{past}} OR p.latest < {{future}})
"""
_BEGINS: Final = "CASE WHEN b.earliest > {low} THEN b.earliest - {low} ELSE 0 END"
_ENDS_ON: Final = "CASE WHEN b.latest < {high} THEN b.latest - {low} ELSE {high} - {low} END"
_BY_TIME: Final = f"""
WITH RECURSIVE {PARTS},
dated AS (
    SELECT b.value, {_BEGINS} AS first, {_ENDS_ON} AS last,
        CASE WHEN b.earliest > {{past}} THEN 1 ELSE 0 END AS begins,
        CASE WHEN b.latest < {{future}} THEN 1 ELSE 0 END AS ends
    FROM ({{bearing}}) b WHERE b.size <> {SEVERAL}),
together AS (
    SELECT value, begins, ends, COUNT(*) AS number,
        first - first % {{length}} AS first, last - last % {{length}} AS last
    FROM dated GROUP BY 1, 2, 3, 5, 6)
SELECT {{values}}, SUM(t.number),
    SUM(CASE WHEN t.begins + t.ends = 0 OR (t.begins + t.ends = 2 AND t.first = t.last) THEN t.number ELSE 0 END)
FROM together t
LEFT JOIN {{name}} ON t.begins + t.ends > 0 AND {{name}}.start * 10000 - {{low}} BETWEEN t.first AND t.last
GROUP BY {{values}}
"""
"""By parts of time; what has neither end is of no known date, which is certain."""
_OF_SEVERAL: Final = f"r.number IN (SELECT p.number FROM postings p WHERE {_ANY} AND p.size = {SEVERAL})"


class Endless(NamedTuple):
    """The days that stand for no bound."""

    past: int
    future: int


def is_posted(by: tuple[By, ...]) -> bool:
    """Tell whether all records can be counted at once by these dimensions: by time, by one that is posted, or both."""
    words = [part for part in by if part not in STEPS]
    return len(words) <= 1 and len(by) - len(words) <= 1 and POSTED.issuperset(words)


def several(kind: str) -> Expression:
    """Ask for the records `r` that have several dates."""
    return Expression(_OF_SEVERAL, (kind,))


def all_ends(kind: str, endless: Endless) -> tuple[Expression, Expression]:
    """Ask for the first and the last day of all dates, in two parts."""
    whole = Expression(_ENDS.format(past=endless.past, future=endless.future), (kind,))
    return whole, ends(kind, several(kind), *endless)


def all_counts(kind: str, by: tuple[By, ...], years: Years, endless: Endless) -> tuple[Expression, ...]:
    """Ask what `counts` asks for every record of a kind, in parts whose numbers are to be added."""
    word = next((part for part in by if part not in STEPS), None)
    time = next((part for part in by if part in STEPS), None)
    if time is None:
        return (Expression(_BY_VALUE.format(facet=word), (kind, kind, kind)),)
    bearing = Expression(_BEARING.format(facet=word), (kind, kind, kind)) if word else Expression(_EVERY, (kind,))
    step = STEPS[time]
    first, last = years.first // step * step, years.last
    low, high = first * 10_000, (last + 1) * 10_000 - 1
    sql = _BY_TIME.format(
        name="parts",
        step=step,
        length=step * 10_000,
        bearing=bearing.sql,
        values=", ".join("parts.start" if part is time else "t.value" for part in by),
        low=low,
        high=high,
        past=endless.past,
        future=endless.future,
    )
    whole = Expression(sql, (first, last, *bearing.parameters))
    return whole, counts(kind, several(kind), by, years, endless)
