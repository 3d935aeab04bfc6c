"""The rules of arithmetic: whether figures fit what is stated along with them. Each gives its problems from the tables.

A finding that a correction already names is no error but a note.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import cache
from itertools import groupby, pairwise
from typing import Any, NamedTuple, TypeAlias

from narcotl.errors import Level, Place, Problem
from narcotl.index import silences
from narcotl.index.touched import NUMBERS, Touched
from narcotl.model.formula import FormulaError, worked_out
from narcotl.model.interval import Interval, exact, interval, last_place
from narcotl.model.units import FACTORS, factor
from narcotl.model.vocab.figure import Nature, Operator
from narcotl.model.vocab.rule import Rule

Json: TypeAlias = dict[str, Any]

ALIKE = Fraction(2, 100)
"""How far the same quantity in two units may be apart, as a share of it: both are rounded."""
EXACT = Fraction(0)
"""How far sums, changes and shares may be out beyond what rounding leaves open."""
JUMP = Fraction(3, 2)
"""From which factor on a jump between two periods may be a slip of units; below it, years just differ."""
EXACTLY = Fraction(5, 1000)
"""How near to the factor of two units a jump must be, as a share of it."""
WHOLE = ("measure", "region", "period", "agency", "source", "substance")
"""What shares of one whole have in common; their scopes are the parts."""
SERIES = ("measure", "region", "agency", "scope", "substance", "unit")
"""What figures of one series have in common."""
KNOWN = ("arithmetic", "wrong-unit", "internal-contradiction", "duplicate")
"""The kinds of correction that explain numbers which do not fit."""

FIGURES = """
SELECT r.json, r.id, r.path, r.line, r.col, EXISTS (
    SELECT 1 FROM corrected c JOIN records k ON k.id = c.record WHERE c.target = r.id AND k.type IN {known}
) FROM records r WHERE r.kind = 'figure' AND {condition} ORDER BY r.type, r.sort, r.id
""".replace("{known}", repr(KNOWN))


def together(sql: str, keys: tuple[str, ...]) -> str:
    """Put figures that have these keys in common side by side, so that no more of them are held than that."""
    return sql.replace("ORDER BY", "ORDER BY " + "".join(f"json_extract(r.json, '$.{key}'), " for key in keys))


COMPUTED = FIGURES.format(condition="""r.json LIKE '%"derived":%'""")
REWRITTEN = FIGURES.format(condition="""r.json LIKE '%"also_written":%'""")
CHANGED = FIGURES.format(condition="""r.json LIKE '%"change":%'""")
MEASURED = together(FIGURES.format(condition=f"json_extract(r.json, '$.unit') IN {tuple(FACTORS)!r}"), SERIES)
SHARES = together(
    FIGURES.format(
        condition="r.type IN (SELECT id FROM records WHERE kind = 'measure' AND json_extract(json, '$.nature') = "
        f"'{Nature.SHARE}') AND json_extract(r.json, '$.unit') = 'percent'"
    ),
    WHOLE,
)
BY_ID = "SELECT json FROM records WHERE id = ? AND kind = 'figure'"
BEFORE = """
SELECT r.json FROM amounts a JOIN records r ON r.id = a.record
WHERE a.measure = ? AND a.region = ? AND json_extract(r.json, '$.period.edtf') = ? ORDER BY r.id
"""
WRITTEN = "A formula has numbers, ids of figures, + - * / and parentheses; a range has two, with the word to between."
HINT = "Mend the number; if a source gets it wrong, say so in a correction of the kind arithmetic."


def found(connection: sqlite3.Connection, sql: str, judge: Callable[[Json], str | None]) -> Iterator[Problem]:
    """Judge figures one by one; what is said of one is a problem at its place."""
    for figure, place, known in judged(connection, sql):
        message = judge(figure)
        if message is not None:
            yield problem(place, message, known=known)


def judged(connection: sqlite3.Connection, sql: str) -> "Iterator[tuple[Json, Found, int]]":
    """Read figures one by one, each with its place and whether a correction explains it."""
    for text, *found_at, known in connection.execute(sql):
        yield json.loads(text), Found(*found_at), known


class Found(NamedTuple):
    """A figure that is found wrong: its id and where it stands."""

    id: str
    path: str
    line: int
    column: int


def problem(figure: Found, message: str, *, known: int, rule: Rule = Rule.ARITHMETIC) -> Problem:
    """Write a problem of arithmetic; one that a correction explains is a note."""
    return Problem(
        place=Place(file=figure.path, line=figure.line, column=figure.column),
        message=message,
        hint=WRITTEN if "cannot be worked out" in message else HINT,
        rule=rule,
        level=Level.NOTE if known else rule.level,
        record=figure.id,
    )


def formulas(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Report computed figures whose formula gives another number, or cannot be worked out."""
    share = tolerated(connection, EXACT)

    def value_of(name: str) -> Fraction | None:
        figure = by_id(connection, name)
        return exact(figure["value"]) if figure and figure.get("value") is not None else None

    def judge(figure: Json) -> str | None:
        formula = figure["derived"]["formula"]
        try:
            results = worked_out(formula, value_of)
        except FormulaError as error:
            return f"the formula '{formula}' cannot be worked out: {error.message}"
        for end, result in zip(ends(figure), results, strict=True):
            if end is not None and abs(exact(end) - result) > precision(end, figure["op"]) + share * abs(result):
                return f"the formula '{formula}' gives {number(result)}, not {number(exact(end))}"
        return None

    yield from found(connection, COMPUTED, judge)


def other_units(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Report quantities that a source writes in two units and that are not the same."""
    share = tolerated(connection, ALIKE)

    def judge(figure: Json) -> str | None:
        for other in figure["also_written"]:
            times = factor(other["unit"], figure["unit"])
            for here, there in zip(ends(figure), ends(other), strict=True):
                if times is None or here is None or there is None:
                    continue
                converted = exact(there) * times
                if abs(converted - exact(here)) > share * abs(exact(here)):
                    return (
                        f"{number(exact(there))} {other['unit']} are {number(converted)} {figure['unit']}, "
                        f"not {number(exact(here))}; they may differ by {number(share * 100)} percent"
                    )
        return None

    yield from found(connection, REWRITTEN, judge)


def changes(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Report changes in percent that do not lead from the figure of the earlier period to this one."""
    points = tolerated(connection, EXACT) * 100

    def judge(figure: Json) -> str | None:
        change, earlier = figure["change"], before(connection, figure)
        if earlier is None or earlier["unit"] != figure["unit"]:
            return None
        grown = growth(rounded(figure), rounded(earlier))
        stated = rounded({"value": change["pct"], "op": change.get("op", "=")}).widened(points)
        if grown is None or grown.meets(stated):
            return None
        then, now = (number(exact(row["value"])) for row in (earlier, figure))
        return f"from {then} to {now} is a change of {number(percent(earlier, figure))} percent, not {change['pct']}"

    yield from found(connection, CHANGED, judge)


def shares(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Report parts of one whole that are more than the whole, each taken as small as it may be."""
    most = 100 * (1 + tolerated(connection, EXACT))
    rows = (row for row in judged(connection, SHARES) if rounded(row[0]).low is not None)
    for _, group in groupby(rows, key=lambda row: [row[0].get(key) for key in WHOLE]):
        listed = list(group)
        # A part that is given twice counts once.
        single = {str(figure.get("scope")): figure for figure, _, _ in listed}
        if sum(rounded(figure).low or 0 for figure in single.values()) > most:
            total = sum(exact(ends(figure)[0] or 0) for figure in single.values())
            message = f"the shares of one whole ({', '.join(single)}) make {number(total)} percent together"
            yield problem(listed[-1][1], message, known=any(known for _, _, known in listed))


def jumps(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Report series that jump by the factor between two units, as if one figure were in another unit."""
    rows = (row for row in judged(connection, MEASURED) if row[0].get("value"))
    for _, listed in groupby(rows, key=lambda row: [row[0].get(key) for key in SERIES]):
        for (one, _, _), (other, place, known) in pairwise(listed):
            if one["period"] != other["period"] and (units := slip(one, other)):
                message = (
                    f"from {number(exact(one['value']))} to {number(exact(other['value']))} {other['unit']} the series "
                    f"jumps by the factor between {units[0]} and {units[1]}"
                )
                yield problem(place, message, known=known, rule=Rule.UNIT_JUMP)


def slip(one: Json, other: Json) -> tuple[str, str] | None:
    """Give the two units whose factor leads from one figure to the other, or None."""
    ratio = abs(exact(other["value"]) / exact(one["value"]))
    ratio = max(ratio, 1 / ratio)
    for unit, least, most in slips(other["unit"]):
        if least <= ratio <= most:
            return unit, other["unit"]
    return None


@cache
def slips(to: str) -> tuple[tuple[str, Fraction, Fraction], ...]:
    """Give the units that may be mixed up with one, each with the least and the greatest jump that betrays it."""
    factors = ((unit, factor(unit, to)) for unit in FACTORS)
    jumps = ((unit, max(times, 1 / times)) for unit, times in factors if times is not None)
    return tuple((unit, (1 - EXACTLY) * jump, (1 + EXACTLY) * jump) for unit, jump in jumps if jump >= JUMP)


def tolerated(connection: sqlite3.Connection, unless_said: Fraction) -> Fraction:
    """Give as a share by how much numbers may miss each other: what the store says, or else this."""
    stated = silences.tolerance(connection)
    return Fraction(stated) / 100 if stated is not None else unless_said


def before(connection: sqlite3.Connection, figure: Json) -> Json | None:
    """Find the figure from which a change is counted: the one that is named, or the only one like it of that period."""
    since = (figure["change"].get("from") or {}).get("edtf")
    if figure.get("previous"):
        named = by_id(connection, figure["previous"]["id"])
        return named if named and since in (None, named["period"]["edtf"]) and has_value(named, figure) else None
    sql_parameters = figure["measure"]["id"], figure["region"]["id"], since
    rows = [json.loads(text) for (text,) in connection.execute(BEFORE, sql_parameters)]
    alike = [row for row in rows if all(row.get(key) == figure.get(key) for key in ("agency", "scope", "substance"))]
    return alike[0] if len(alike) == 1 and has_value(alike[0], figure) else None


def has_value(*figures: Json) -> bool:
    """Tell whether all of these have one positive value."""
    return all((figure.get("value") or 0) > 0 for figure in figures)


def by_id(connection: sqlite3.Connection, name: str) -> Json | None:
    """Read a figure; None if there is none with that id."""
    row = connection.execute(BY_ID, (name,)).fetchone()
    return json.loads(row[0]) if row else None


def ends(row: Json) -> tuple[float | None, float | None]:
    """Give the two ends of a quantity, which for a single value are the same."""
    value = row.get("value")
    return (row.get("low"), row.get("high")) if value is None else (value, value)


def rounded(row: Json) -> Interval:
    """Give what a quantity leaves open, also by having been rounded to its last place."""
    low, high = ends(row)
    places = [last_place(end) / 2 for end in (low, high) if end is not None]
    return interval(low, high, row.get("op", "=")).widened(min(places, default=Fraction(0)))


def growth(now: Interval, then: Interval) -> Interval | None:
    """Give by how many percent one positive quantity exceeds another, with all that both leave open."""
    low = None if now.low is None or not then.high else (now.low / then.high - 1) * 100
    high = None if now.high is None or not then.low else (now.high / then.low - 1) * 100
    return None if low is None and high is None else Interval(low=low, high=high)


def percent(then: Json, now: Json) -> Fraction:
    """Give the change from one value to another in percent."""
    return (exact(now["value"]) / exact(then["value"]) - 1) * 100


def precision(end: float, op: str) -> Fraction:
    """Give how far a computed number may be from the one that is written: half of its last place.

    The zeros at the end of a number that is only about right do not count as written.
    """
    half = last_place(end) / 2
    if op == Operator.EQUAL or not end:
        return half
    whole = str(end)
    return half * 10 ** (len(whole) - len(whole.rstrip("0"))) if "." not in whole else half


def number(value: Fraction | int) -> str:
    """Write a number with at most two places behind the point."""
    text = f"{float(round(Fraction(value), 2)):,.2f}"
    return text.rstrip("0").rstrip(".")


def arithmetic(connection: sqlite3.Connection, touched: Touched) -> Iterator[Problem]:
    """Apply the rules of arithmetic, if anything changed that they rest on: numbers may fit any others."""
    for rule in (formulas, other_units, changes, shares, jumps) if touched.has(NUMBERS) else ():
        yield from rule(connection)


RULES = (arithmetic,)
"""The rules of arithmetic, as one."""
