"""The figures of a measure as series: one for each place, agency and scope, with what is missing between."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from narcotl.dates.days import MONTH_LENGTHS
from narcotl.reports import cells
from narcotl.reports.harmless import clean
from narcotl.reports.report import Row

LIMITS = {"<": -1, "<=": -1, "<~": -1, ">": 1, ">=": 1}
"""Which way the true number lies, where a figure is only a bound."""
DAYS = 365
A_YEAR = 1.01
"""How long, in years, a period is at most that counts as one year: a day more than one for rounding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One figure as it is drawn.

    Years are positions on an axis on which a whole year stands at its number: 1985 reaches from 1984.5 to 1985.5.
    """

    id: str
    began: float
    ended: float
    low: float
    high: float
    """The ends of what it states; the same for a single number."""
    limit: int
    """-1 if the true number is below, 1 if it is above, 0 if it is about there."""
    text: str

    @property
    def value(self) -> float:
        """The number that stands for it."""
        return (self.low + self.high) / 2

    @property
    def at(self) -> float:
        """The position that stands for its period."""
        return (self.began + self.ended) / 2

    @property
    def is_range(self) -> bool:
        """Whether it states a range."""
        return self.low != self.high

    @property
    def is_long(self) -> bool:
        """Whether its period is longer than a year."""
        return self.ended - self.began > A_YEAR

    def precedes(self, other: "Point") -> bool:
        """Tell whether the other one is the next in a yearly count, with no year between that nobody gives."""
        return not self.is_long and not other.is_long and round(other.at - self.at) == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The figures of one place, agency and scope, in order of time."""

    name: str
    points: tuple[Point, ...]
    missing: tuple[Row, ...]
    """The figures that say that a number is missing."""
    sources: tuple[str, ...]

    def lines(self) -> Iterator[tuple[Point, Point]]:
        """Pair the points that a line joins."""
        return ((one, other) for one, other in pairwise(self.points) if one.precedes(other))

    def runs(self) -> Iterator[tuple[Point, str]]:
        """Give each point with a name for the line that it is part of."""
        number = 0
        for before, point in zip((None, *self.points), self.points, strict=False):
            number += before is not None and not before.precedes(point)
            yield point, f"{self.name} {number}"


def series(figures: Iterable[Row]) -> list[Series]:
    """Put figures together that count the same: by place, agency and scope; those of a later vintage come last."""
    found: dict[tuple[str, ...], list[Row]] = {}
    for row in figures:
        found.setdefault((cells.name(row["region"]), name_of(row)), []).append(row)
    regions = {region for region, _ in found}
    made = (of(", ".join(key if len(regions) > 1 else key[1:]), rows) for key, rows in found.items())
    return [one for one in made if one is not None]


def name_of(row: Row) -> str:
    """Name the series of a figure within its place: whose number it is, and its scope."""
    agency = cells.name(row["agency"]) if row["agency"] else "computed" if row.get("derived") else "no agency named"
    return clean(", ".join([agency, *([row["scope"]] if row.get("scope") else [])]))


def of(name: str, rows: Sequence[Row]) -> Series | None:
    """Make one series; None if nothing in it has a place in time."""
    points = [point for row in rows if (point := point_of(row)) is not None]
    missing = tuple(row for row in rows if row["missing"])
    if not points and not missing:
        return None
    cited = dict.fromkeys(clean(cells.name(row["source"])) for row in rows if row.get("source"))
    return Series(
        name=clean(name),
        points=tuple(sorted(points, key=lambda point: (point.began, point.ended))),
        missing=missing,
        sources=tuple(cited),
    )


def point_of(row: Row) -> Point | None:
    """Place a figure: None if it has no number in the unit of the chart, or no years."""
    amounts = row.get("converted", row)
    period = period_of(row)
    if row["missing"] or amounts is None or period is None:
        return None
    ends = [end for end in (amounts["value"], amounts["low"], amounts["high"]) if end is not None]
    return Point(
        id=str(row["id"]),
        began=period[0],
        ended=period[1],
        low=float(min(ends)),
        high=float(max(ends)),
        limit=LIMITS.get(str(amounts["op"]), 0) if len(ends) == 1 else 0,
        text=clean(f"{row['period']['text']}: {cells.value({**row, 'corrections': ()})}"),
    )


def period_of(row: Row) -> tuple[float, float] | None:
    """Place both ends of the period of a figure; if one of them is open, the year of the other one stands for it."""
    first, last = row["period"]["earliest"], row["period"]["latest"]
    if first is None and last is None:
        return None
    began = position(first) if first is not None else position(last, after=True) - 1
    return began, position(last, after=True) if last is not None else began + 1


def position(day: str, *, after: bool = False) -> float:
    """Place the beginning of a day as JSON writes it, or its end; a leap day falls together with the day before."""
    year, month, of_month = day.removeprefix("Y").rsplit("-", 2)
    passed = sum(MONTH_LENGTHS[: int(month)]) + int(of_month) - (0 if after else 1)
    return int(year) + min(passed, DAYS) / DAYS - 0.5
