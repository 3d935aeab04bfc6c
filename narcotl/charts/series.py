"""The figures of a measure as series: one for each place, agency and scope, with what is missing between."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from narcotl.reports import cells
from narcotl.reports.harmless import clean
from narcotl.reports.report import Row

LIMITS = {"<": -1, "<=": -1, "<~": -1, ">": 1, ">=": 1}
"""Which way the true number lies, where a figure is only a bound."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One figure as it is drawn."""

    id: str
    first: int
    last: int
    """The first and the last year that it is about."""
    low: float
    high: float
    """The ends of what it states; the same for a single number."""
    limit: int
    """-1 if the number is below, 1 if it is above, 0 if it is about there."""
    text: str

    @property
    def middle(self) -> float:
        """The number that stands for it."""
        return (self.low + self.high) / 2

    @property
    def year(self) -> float:
        """The year that stands for its time."""
        return (self.first + self.last) / 2

    @property
    def is_range(self) -> bool:
        """Whether it states a range."""
        return self.low != self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The figures of one place, agency and scope, in order of time."""

    name: str
    points: tuple[Point, ...]
    missing: tuple[Row, ...]
    """The figures that say that a number is missing."""
    sources: tuple[str, ...]

    def lines(self) -> Iterator[tuple[Point, Point]]:
        """Give the points that follow each other, without a year between that nobody gives."""
        for one, other in pairwise(self.points):
            if one.first == one.last and other.first == other.last and other.first - one.last == 1:
                yield one, other


def series(figures: Iterable[Row]) -> list[Series]:
    """Put figures together that count the same: by place, agency and scope; those of a later vintage come last."""
    found: dict[tuple[str, ...], list[Row]] = {}
    for row in figures:
        found.setdefault(named(row), []).append(row)
    regions = {key[0] for key in found}
    return [one for key, rows in found.items() if (one := of(key if len(regions) > 1 else key[1:], rows)) is not None]


def named(row: Row) -> tuple[str, ...]:
    """Name the series of a figure."""
    agency = cells.name(row["agency"]) if row["agency"] else "computed" if row.get("derived") else "no agency named"
    return (cells.name(row["region"]), agency, *([row["scope"]] if row.get("scope") else []))


def of(name: tuple[str, ...], rows: Sequence[Row]) -> Series | None:
    """Make one series; None if nothing in it has a place in time."""
    points = [point for row in rows if (point := point_of(row)) is not None]
    missing = tuple(row for row in rows if row["missing"])
    if not points and not missing:
        return None
    cited = dict.fromkeys(clean(cells.name(row["source"])) for row in rows if row.get("source"))
    return Series(
        name=clean(", ".join(name)),
        points=tuple(sorted(points, key=lambda point: (point.first, point.last))),
        missing=missing,
        sources=tuple(cited),
    )


def point_of(row: Row) -> Point | None:
    """Place a figure: None if it has no number in the unit of the chart, or no years."""
    amounts = row.get("converted", row)
    years = years_of(row)
    if row["missing"] or amounts is None or years is None:
        return None
    ends = [end for end in (amounts["value"], amounts["low"], amounts["high"]) if end is not None]
    return Point(
        id=str(row["id"]),
        first=years[0],
        last=years[1],
        low=float(min(ends)),
        high=float(max(ends)),
        limit=LIMITS.get(str(amounts["op"]), 0) if len(ends) == 1 else 0,
        text=clean(f"{row['period']['text']}: {cells.value({**row, 'corrections': ()})}"),
    )


def years_of(row: Row) -> tuple[int, int] | None:
    """Give the first and the last year of a figure; an open end is that of the other one."""
    ends = [year(row["period"][end]) for end in ("earliest", "latest")]
    known = [end for end in ends if end is not None]
    return (known[0], known[-1]) if known else None


def year(day: str | None) -> int | None:
    """Give the year of a day as JSON writes it."""
    return None if day is None else int(str(day)[:-6].removeprefix("Y"))
