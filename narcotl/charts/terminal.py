"""A chart in characters, by plotext: each series with a mark of its own, so that it can be read without colour."""

import math
from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from narcotl.charts.series import Point, Series
from narcotl.extras import imported

MARKS, PLAIN = "●■▲◆○□△◇", "ox+*#@%&"
"""The marks of series, and those where a terminal has no more than ASCII."""
COLORS = (12, 9, 10, 13, 14, 11, 4, 1)
"""The colours of series, by their numbers in a terminal."""
BOUNDS, PLAIN_BOUNDS = {-1: "▾", 1: "▴"}, {-1: "v", 1: "^"}
"""Beside a number that is only an upper or a lower bound."""
TICKS = 10
"""How many years are named below the chart at most."""
LINES = 5
"""How many numbers stand beside it at most, but for one."""
STEPS = (1, 2, 5, 10, 20, 25, 50, 100)


Stroke: TypeAlias = tuple[tuple[float, float], tuple[float, float], str]
"""From where to where in years, from where to where in numbers, and with what."""


def mark_of(number: int, *, unicode: bool) -> str:
    """Give the mark of a series."""
    marks = MARKS if unicode else PLAIN
    return marks[number % len(marks)]


def drawn(found: Sequence[Series], size: tuple[int, int], *, color: bool, unicode: bool) -> str:
    """Draw series within so many columns and rows; lines end with what is in them."""
    plt = imported("plotext", extra="plot", by="a chart in a terminal", instead="Or take the numbers: --json.")
    figure = plt.figure
    figure.clear()
    figure.plot_size(*size)
    figure.theme("colorless")
    points = [point for one in found for point in one.points]
    aside = (max(point.ended for point in points) - min(point.began for point in points)) / size[0] * 2
    for draws in (joined, bars, marks):
        for number, one in enumerate(found):
            pixel = COLORS[number % len(COLORS)]
            for x, y, mark in draws(one, mark_of(number, unicode=unicode), unicode):
                figure.draw(figure.segment(x, y, marker=plt.marker(mark, pixel)))
    for number, one in enumerate(found):
        for point in one.points:
            if point.limit:
                bound = (BOUNDS if unicode else PLAIN_BOUNDS)[point.limit]
                label = plt.colorize(bound, COLORS[number % len(COLORS)])
                figure.draw(figure.text(point.at + aside, point.value, label))
    set_axes(figure, points)
    text: str = figure.build().string(colorless=not color)
    shown = text if unicode else text.translate(str.maketrans("┌┐└┘│─┤├┬┴┼", "++++|-||+++"))
    return "\n".join(line.rstrip() for line in shown.splitlines())


def joined(one: Series, _mark: str, unicode: bool) -> Iterator[Stroke]:  # noqa: FBT001 - like the two below
    """Give the lines between the numbers of years that follow each other."""
    for left, right in one.lines():
        yield (left.at, right.at), (left.value, right.value), "·" if unicode else "."


def bars(one: Series, _mark: str, unicode: bool) -> Iterator[Stroke]:  # noqa: FBT001 - as above
    """Give a line for several years, and a bar for a range."""
    for point in one.points:
        if point.is_long:
            yield (point.began, point.ended), (point.value, point.value), "─" if unicode else "-"
        if point.is_range:
            yield (point.at, point.at), (point.low, point.high), "│" if unicode else "|"


def marks(one: Series, mark: str, _unicode: bool) -> Iterator[Stroke]:  # noqa: FBT001 - as above
    """Give the marks of numbers, and of both ends of a range: they lie above all lines."""
    for point in one.points:
        for end in dict.fromkeys((point.low, point.high)):
            yield (point.at, point.at), (end, end), mark


def set_axes(figure: Any, points: Sequence[Point]) -> None:
    """Give the axes room at both ends, whole years below, and plain numbers at the side."""
    first, last = math.floor(min(point.at for point in points)), math.ceil(max(point.at for point in points))
    step = next((step for step in STEPS if (last - first) / step < TICKS), STEPS[-1])
    years = list(range(-(-first // step) * step, last + 1, step))
    x = figure.ruler("x")
    x.lim(*widened(min(point.began for point in points), max(point.ended for point in points)))
    x.ticks(years, [str(year) for year in years])
    low, high = min(point.low for point in points), max(point.high for point in points)
    values = rounded(low, high)
    y = figure.ruler("y")
    y.lim(*widened(low, high))
    y.ticks(values, [f"{value:,.4g}" if abs(value) < 1000 else f"{value:,.0f}" for value in values])  # noqa: PLR2004 - thousands have no decimals


def widened(low: float, high: float) -> tuple[float, float]:
    """Leave a twelfth of the whole free at both ends."""
    room = (high - low or abs(high) or 1) / 12
    return low - room, high + room


def rounded(low: float, high: float) -> list[float]:
    """Give the round numbers between two, some four or five of them."""
    if low == high:
        return [low]
    power = 10.0 ** math.floor(math.log10((high - low) / 4))
    step = next(power * part for part in (1, 2, 5, 10) if (high - low) / (power * part) <= LINES)
    return [step * part for part in range(math.ceil(low / step), math.floor(high / step) + 1)] or [low, high]
