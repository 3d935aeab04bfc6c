"""The columns of a matrix: one for each value of the second dimension."""

from collections.abc import Iterator
from functools import partial

from narcotl.reports.counting import Counts
from narcotl.reports.report import Column, Row, Tone, Width
from narcotl.select.tally import STEPS, By

FEW, SEVERAL = 5, 10
"""How many columns of a matrix a table shows, and how many where there is room; the other formats have all."""

WORKS = (By.SOURCE, By.ORIGIN, By.READING)


def crossing(matrix: Counts, by: By, few: int = FEW) -> Iterator[Column]:
    """Give a column for each value of the second dimension: in order of time, or the most frequent first."""
    totals: dict[object, int] = {}
    for (_, value), (count, _) in matrix.numbers.items():
        totals[value] = totals.get(value, 0) + count
    frequent = sorted(totals, key=lambda value: (value is None, -totals[value], str(value)))
    widths = {value: width(place, few) for place, value in enumerate(frequent)}
    in_order = sorted(totals, key=lambda value: (value is None, value)) if by in STEPS else frequent
    for value in in_order:
        key = matrix.key(by, value)
        yield Column(
            key=f"across.{key}",
            # Titles of works are too long to stand side by side.
            heading=key if by in WORKS else matrix.text(by, value),
            cell=partial(crossed, key),
            tone=Tone.NUMBER,
            width=widths[value],
            least=4,
        )


def width(place: int, few: int) -> Width:
    """Say how much room a table needs to show a column of a matrix, the most frequent being number 0."""
    return Width.ALWAYS if place < few else Width.WIDE if place < SEVERAL else Width.NEVER


def crossed(key: str, row: Row) -> str:
    """Write a number of a matrix; nothing for none."""
    return str(row["across"].get(key, ""))
