"""What a figure leaves open, as exact arithmetic: the numbers that its value, range and bound allow."""

from fractions import Fraction
from typing import TypeAlias

from narcotl.frozen import Frozen
from narcotl.model.vocab.figure import Operator

Number: TypeAlias = int | float | str | Fraction

SLACK = Fraction(5, 100)
"""How far "about" and "nearly" reach when figures are compared; it decides what conflicts and is never printed."""


class Interval(Frozen):
    """All numbers between two ends; without an end it goes on for ever."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    """Whether the low end itself is left out."""
    high_open: bool = False

    def meets(self, other: "Interval") -> bool:
        """Tell whether some number lies in both."""
        return not (self.below(other) or other.below(self))

    def below(self, other: "Interval") -> bool:
        """Tell whether every number in this lies below every number in the other."""
        if self.high is None or other.low is None:
            return False
        return self.high < other.low or (self.high == other.low and (self.high_open or other.low_open))

    def gap(self, other: "Interval") -> Fraction:
        """Measure how far the two lie apart: zero if they meet or touch."""
        gaps = [
            upper.low - lower.high
            for lower, upper in ((self, other), (other, self))
            if lower.high is not None and upper.low is not None
        ]
        return max((Fraction(0), *gaps))

    def scaled(self, factor: Fraction) -> "Interval":
        """Express it in another unit, by a positive factor."""
        return Interval(
            low=None if self.low is None else self.low * factor,
            high=None if self.high is None else self.high * factor,
            low_open=self.low_open,
            high_open=self.high_open,
        )

    def widened(self, by: Fraction) -> "Interval":
        """Move both ends outwards."""
        return Interval(
            low=None if self.low is None else self.low - by,
            high=None if self.high is None else self.high + by,
            low_open=self.low_open,
            high_open=self.high_open,
        )


def exact(number: Number) -> Fraction:
    """Read a number as it is written, not as a machine rounds it: 0.1 is a tenth."""
    return number if isinstance(number, Fraction) else Fraction(str(number))


def interval(low: Number | None, high: Number | None, op: str, slack: Fraction = SLACK) -> Interval:
    """Give what a range or, with both ends the same, a single value allows under its bound.

    With a slack of zero "about" and "nearly" are taken at their word: the value as it is stated.
    """
    first = None if low is None else exact(low)
    last = None if high is None else exact(high)
    match Operator(op):
        case Operator.EQUAL:
            return Interval(low=first, high=last)
        case Operator.ABOUT:
            return Interval(low=shifted(first, -slack), high=shifted(last, slack))
        case Operator.NEARLY:
            return nearly(first, last, slack)
        case Operator.UNDER | Operator.UP_TO:
            return Interval(low=first if first != last else None, high=last, high_open=op == Operator.UNDER)
        case Operator.OVER | Operator.AT_LEAST:
            return Interval(low=first, high=last if first != last else None, low_open=op == Operator.OVER)


def nearly(first: Fraction | None, last: Fraction | None, slack: Fraction) -> Interval:
    """Let what is nearly reached fall short of it, which brings a loss nearer to zero."""
    falling = last is not None and last < 0
    return Interval(
        low=first if falling else shifted(first, -slack),
        high=shifted(last, slack) if falling else last,
    )


def shifted(end: Fraction | None, share: Fraction) -> Fraction | None:
    """Move an end by a share of its size."""
    return None if end is None else end + abs(end) * share


def last_place(number: Number) -> Fraction:
    """Give the worth of the last digit that is written: 1 for 1146, a tenth for 26.5."""
    _, _, decimals = str(number).partition(".")
    return Fraction(1, 10 ** len(decimals)) if decimals.isdigit() else Fraction(1)
