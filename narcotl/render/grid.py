"""The rows of a list as lines: side by side in columns, or one below the other where a terminal is too narrow."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Final, TypeAlias

from narcotl.render.ink import PLAIN, QUIET, STYLES, TITLE, Span, Styled, styled
from narcotl.render.widths import GAP
from narcotl.render.wrap import padded, wrapped
from narcotl.reports.report import Column, Tone

Placed: TypeAlias = tuple[Styled, int | None]
"""A line, and the number of the row that it belongs to; headings belong to none."""

_RULE: Final = "\N{BOX DRAWINGS LIGHT HORIZONTAL}"
_INDENT: Final = 2


def side_by_side(
    columns: Sequence[Column], cells: Sequence[Sequence[str]], widths: list[int], above: Mapping[int, str]
) -> Iterator[Placed]:
    """Put each row in columns of these widths, below their headings and a rule; some rows have a text above them."""
    for line in _row(columns, [column.heading for column in columns], widths, QUIET):
        yield line, None
    yield ((_RULE * (sum(widths) + GAP * (len(widths) - 1)), QUIET),), None
    for number, row in enumerate(cells):
        if number in above:
            for line in _heading(above[number], apart=number > 0):
                yield line, None
        for line in _row(columns, row, widths):
            yield line, number


def rows_of(columns: Sequence[Column], cells: Sequence[Sequence[str]], widths: list[int]) -> Iterator[Placed]:
    """Put each row in columns of these widths, below their headings, if they have any, without a rule."""
    headings = [column.heading for column in columns]
    for line in _row(columns, headings, widths, QUIET) if any(headings) else ():
        yield line, None
    for number, row in enumerate(cells):
        for line in _row(columns, row, widths):
            yield line, number


def _heading(text: str, *, apart: bool) -> Iterator[Styled]:
    """Write the text above a group of rows, apart from what comes before."""
    if apart:
        yield ()
    yield ((text, TITLE),)


def _row(
    columns: Sequence[Column], cells: Sequence[str], widths: list[int], style: str | None = None
) -> Iterator[Styled]:
    lines = [wrapped(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for line in zip_longest(*lines, fillvalue=""):
        spans: list[Span] = []
        for column, text, width in zip(columns, line, widths, strict=True):
            filled = padded(text, width, right=column.tone is Tone.NUMBER)
            spans += styled(filled, column.tone) if style is None else [(filled, style)]
            spans.append((" " * GAP, PLAIN))
        yield tuple(spans[:-1])


def stacked(
    columns: Sequence[Column], cells: Sequence[Sequence[str]], width: int, above: Mapping[int, str]
) -> Iterator[Placed]:
    """Put the first cell of a row above the second, and the others below with their headings; empty ones are left out.

    An empty line stands before each row.
    """
    for number, row in enumerate(cells):
        if number in above:
            yield (), None
            for line in wrapped(above[number], width):
                yield ((line, TITLE),), None
        yield (), None
        for place, (column, cell) in enumerate(zip(columns, row, strict=True)):
            indent = " " * min(_INDENT, max(0, width - 2)) if place else ""
            text = f"{column.heading}: {cell}" if place > 1 and column.heading else cell
            for line in wrapped(text, width - len(indent)) if cell else ():
                yield ((indent, PLAIN), (line, STYLES[column.tone])), number
