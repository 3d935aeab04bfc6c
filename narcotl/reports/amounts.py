"""What a figure says, as arithmetic and in words: the numbers that it allows, and how far two of them are apart."""

from fractions import Fraction

from narcotl.frozen import Frozen
from narcotl.model.interval import Interval, interval, last_place
from narcotl.model.vocab.figure import ObsStatus
from narcotl.reports import cells
from narcotl.reports.report import Row


class Difference(Frozen):
    """How far two figures are apart as they are stated."""

    absolute: Fraction
    percent: Fraction | None
    """The distance in percent of the one nearer to zero; None if that is zero."""
    unit: str

    def to_json(self) -> Row:
        """Give it in plain numbers, rounded where they have no end."""
        percent = None if self.percent is None else plain(self.percent, 1)
        return {"absolute": plain(self.absolute, 6), "percent": percent, "unit": self.unit, "text": str(self)}

    def __str__(self) -> str:
        """Write it in words."""
        number = cells.quantity(plain(self.absolute, 6))
        if self.unit == "percent":
            return f"{number} percentage points"
        percent = "" if self.percent is None else f", {cells.quantity(plain(self.percent, 1))} percent of the smaller"
        return f"{number} {self.unit}{percent}"


def allows(row: Row) -> Interval:
    """Give the numbers that a figure leaves open; one that its source rounded is taken as about so much."""
    op = "~" if row["op"] == "=" and row.get("obs_status") == ObsStatus.ROUNDED else row["op"]
    return interval(*ends(row), op)


def stated(row: Row) -> Interval:
    """Give the numbers of a figure at its word: about 50 is 50."""
    return interval(*ends(row), row["op"], Fraction(0))


def ends(row: Row) -> tuple[float | None, float | None]:
    """Give the two ends of a figure, which for a single value are the same."""
    return (row["low"], row["high"]) if row["value"] is None else (row["value"], row["value"])


def written(row: Row) -> Fraction:
    """Give half of the last place that a figure is written to."""
    return min(last_place(end) for end in ends(row) if end is not None) / 2


def distance(one: Interval, other: Interval, unit: str) -> Difference:
    """Measure how far two figures lie apart."""
    lower, upper = (one, other) if one.below(other) else (other, one)
    edges = [abs(edge) for edge in (lower.high, upper.low) if edge is not None]
    gap, base = one.gap(other), min(edges, default=Fraction(0))
    return Difference(absolute=gap, percent=gap / base * 100 if base else None, unit=unit)


def said(row: Row) -> str:
    """Write a figure and who gives it: `31,000 ha (ONDCP)`."""
    return f"{amount(row)} ({speaker(row)})"


def amount(row: Row) -> str:
    """Write the number of a figure with its bound and unit, without marks."""
    return cells.value({**row, "corrections": ()})


def speaker(row: Row) -> str:
    """Name who gives a figure: its agency, else that it is computed, else its source."""
    if row["agency"]:
        return cells.name(row["agency"])
    if row.get("derived"):
        return "computed"
    return cells.name(row.get("source")) or "nobody named"


def plain(number: Fraction, places: int) -> int | float:
    """Turn an exact number into one that JSON has: whole, or rounded to so many places."""
    rounded = round(number, places)
    return int(rounded) if rounded == int(rounded) else float(rounded)
