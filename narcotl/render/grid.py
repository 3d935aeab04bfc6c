"""The rows of a list as lines: side by side in columns, or one below the other where a terminal is too narrow."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby, zip_longest
from operator import itemgetter
from typing import Final, TypeAlias

from narcotl.render.ink import PLAIN, QUIET, STYLES, TITLE, Span, Styled, leading, styled
from narcotl.render.linking import Links, Piece, linked
from narcotl.render.widths import GAP
from narcotl.render.wrap import width_of, wrapped
from narcotl.reports.report import Column, Tone

Placed: TypeAlias = tuple[Styled, int | None]
"""A line, and the number of the row that it belongs to; headings belong to none."""

CellLinks: TypeAlias = Callable[[int], Sequence[Links]]
"""Finds, by the number of a row, what in each of its cells leads where."""

_RULE: Final = "\N{BOX DRAWINGS LIGHT HORIZONTAL}"
_INDENT: Final = 2


def side_by_side(
    columns: Sequence[Column],
    cells: Sequence[Sequence[str]],
    widths: list[int],
    above: Mapping[int, str],
    links: CellLinks | None = None,
) -> Iterator[Placed]:
    """Put each row in columns of these widths, below their headings and a rule; some rows have a text above them."""
    for line in _row(columns, [column.heading for column in columns], widths, QUIET):
        yield line, None
    yield ((_RULE * (sum(widths) + GAP * (len(widths) - 1)), QUIET),), None
    for number, row in enumerate(cells):
        if number in above:
            for line in _heading(above[number], apart=number > 0):
                yield line, None
        for line in _row(columns, row, widths, links=links and links(number)):
            yield line, number


def rows_of(
    columns: Sequence[Column], cells: Sequence[Sequence[str]], widths: list[int], links: CellLinks | None = None
) -> Iterator[Placed]:
    """Put each row in columns of these widths, below their headings, if they have any, without a rule."""
    headings = [column.heading for column in columns]
    for line in _row(columns, headings, widths, QUIET) if any(headings) else ():
        yield line, None
    for number, row in enumerate(cells):
        for line in _row(columns, row, widths, links=links and links(number)):
            yield line, number


def _heading(text: str, *, apart: bool) -> Iterator[Styled]:
    """Write the text above a group of rows, apart from what comes before."""
    if apart:
        yield ()
    yield ((text, TITLE),)


def _row(
    columns: Sequence[Column],
    cells: Sequence[str],
    widths: list[int],
    style: str | None = None,
    links: Sequence[Links] | None = None,
) -> Iterator[Styled]:
    lines = [wrapped(cell, width) for cell, width in zip(cells, widths, strict=True)]
    broken = [[[(text, "")] for text in each] for each in lines]
    if links is not None:
        broken = [linked(cell, each, found) for cell, each, found in zip(cells, lines, links, strict=True)]
    for line in zip_longest(*broken, fillvalue=()):
        spans: list[Span] = []
        for column, pieces, width in zip(columns, line, widths, strict=True):
            spans += _padded(pieces, column.tone, width, style)
            spans.append((" " * GAP, PLAIN))
        yield tuple(spans[:-1])


def _padded(pieces: Iterable[Piece], tone: Tone, width: int, style: str | None) -> Iterator[Span]:
    """Style the pieces of a line of a cell; spaces fill it to its width, and are no part of a link."""
    listed = list(pieces)
    space = (" " * (width - sum(width_of(text) for text, _ in listed)), "")
    filled = [space, *listed] if tone is Tone.NUMBER else [*listed, space]
    for address, run in groupby(filled, key=itemgetter(1)):
        text = "".join(part for part, _ in run)
        for part, look in styled(text, tone) if style is None else ((text, style),):
            yield part, leading(look, address)


def stacked(
    columns: Sequence[Column],
    cells: Sequence[Sequence[str]],
    width: int,
    above: Mapping[int, str],
    links: CellLinks | None = None,
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
        leads = links(number) if links else [()] * len(columns)
        for place, (column, cell, found) in enumerate(zip(columns, row, leads, strict=True)):
            indent = " " * min(_INDENT, max(0, width - 2)) if place else ""
            text = f"{column.heading}: {cell}" if place > 1 and column.heading else cell
            lines = wrapped(text, width - len(indent)) if cell else []
            for pieces in linked(text, lines, found) if links else [[(line, "")] for line in lines]:
                spans = ((part, leading(STYLES[column.tone], address)) for part, address in pieces)
                yield ((indent, PLAIN), *spans), number
