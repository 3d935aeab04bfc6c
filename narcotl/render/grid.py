"""A list as lines: side by side in columns, or one below the other where the terminal is too narrow for that."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

from narcotl.render.ink import PLAIN, QUIET, STYLES, Styled
from narcotl.render.widths import GAP, fitted
from narcotl.render.wrap import padded, wrapped
from narcotl.reports.report import Column, Tone

_NARROW: Final = 60
"""Terminals narrower than this show no columns."""
_INDENT: Final = 2


def grid(columns: Sequence[Column], cells: Sequence[Sequence[str]], width: int | None) -> Iterator[Styled]:
    """Lay out the cells, already clean, of at least one row."""
    widths = None if width is not None and width < _NARROW else fitted(columns, cells, width)
    if widths is None:
        yield from _stacked(columns, cells, width or _NARROW)
        return
    yield from _row(columns, [column.heading for column in columns], widths, QUIET)
    yield ((("\N{BOX DRAWINGS LIGHT HORIZONTAL}" * (sum(widths) + GAP * (len(widths) - 1))), QUIET),)
    for row in cells:
        yield from _row(columns, row, widths)


def _row(
    columns: Sequence[Column], cells: Sequence[str], widths: list[int], style: str | None = None
) -> Iterator[Styled]:
    columned = [wrapped(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for line in zip_longest(*columned, fillvalue=""):
        yield tuple(
            (
                padded(text, width + GAP * (place > 0), right=True)
                if column.tone is Tone.NUMBER
                else f"{' ' * GAP * (place > 0)}{padded(text, width)}",
                STYLES[column.tone] if style is None else style,
            )
            for place, (column, text, width) in enumerate(zip(columns, line, widths, strict=True))
        )


def _stacked(columns: Sequence[Column], cells: Sequence[Sequence[str]], width: int) -> Iterator[Styled]:
    """Show the first cell of a row as it is, the second below it, and the others with their headings."""
    for number, row in enumerate(cells):
        if number:
            yield ()
        for place, (column, cell) in enumerate(zip(columns, row, strict=True)):
            indent = "  " if place else ""
            text = f"{column.heading}: {cell}" if place > 1 else cell
            if cell:
                for line in wrapped(text, max(1, width - len(indent))):
                    yield ((indent, PLAIN), (line, STYLES[column.tone]))
