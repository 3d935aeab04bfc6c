"""A list for people: its title, its rows, and what stands below them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from narcotl.render.bars import with_bars
from narcotl.render.escapes import fit
from narcotl.render.grid import Placed, side_by_side, stacked
from narcotl.render.ink import PLAIN, QUIET, TITLE, Styled
from narcotl.render.output import Shown
from narcotl.render.page import Page
from narcotl.render.values import columns, groups
from narcotl.render.widths import fitted
from narcotl.render.wrap import wrapped
from narcotl.reports.report import Column, Report, Row, Width

_NARROW: Final = 60
"""Terminals narrower than this show no columns."""


def list_lines(report: Report, rows: list[Row], title: Iterable[str], shown: Shown, page: Page) -> Iterator[Styled]:
    """Lay out a list under a title of several parts."""
    return (line for line, _ in placed_lines(report, rows, title, shown, page))


def placed_lines(
    report: Report, rows: list[Row], title: Iterable[str], shown: Shown, page: Page
) -> Iterator[tuple[Styled, Row | None]]:
    """Lay out a list under a title of several parts; each line comes with the row that it belongs to, if any."""
    below = report.footer(rows)
    if rows:
        yield from unplaced(paragraph(" \N{MIDDLE DOT} ".join(filter(None, title)), TITLE, page))
        above: dict[int, str] = {}
        shelved: list[Row] = []
        for name, members in groups(report, rows):
            if name:
                above[len(shelved)] = fit(name, page)
            shelved += members
        for line, number in _rows(_seen(columns(report, shown.fields), shown, page), shelved, above, page):
            yield line, None if number is None else shelved[number]
        yield from [((), None)] if below and page.width is not None and page.width < _NARROW else ()
    elif report.empty:
        yield from unplaced(paragraph(report.empty, PLAIN, page))
    for text in below:
        yield from unplaced(paragraph(text, QUIET, page))


def unplaced(lines: Iterable[Styled]) -> Iterator[tuple[Styled, None]]:
    """Give lines that belong to no row."""
    return ((line, None) for line in lines)


def paragraph(text: str, style: str, page: Page) -> Iterator[Styled]:
    """Break a text into lines of the page."""
    for line in wrapped(fit(text, page), page.width):
        yield ((line, style),)


def _seen(shown: tuple[Column, ...], wanted: Shown, page: Page) -> list[Column]:
    """Leave out the columns for which the terminal is too narrow, or that no table shows."""
    wide = wanted.wide or page.width is None or page.width >= Width.WIDE.value
    widths = {Width.ALWAYS, Width.WIDE} if wide else {Width.ALWAYS}
    return [replace(column, heading=fit(column.heading, page)) for column in shown if column.width in widths]


def _rows(shown: list[Column], rows: list[Row], headings: dict[int, str], page: Page) -> Iterator[Placed]:
    """Lay out the rows, some with a heading above; where lines may be of any length, a line is a row."""
    cells = [[fit(column.cell(row), page) for column in shown] for row in rows]
    shown, cells = with_bars(shown, cells, page)
    if page.width is None:
        cells = [[cell.replace("\n", "; ") for cell in row] for row in cells]
    widths = None if page.width is not None and page.width < _NARROW else fitted(shown, cells, page.width)
    if widths is not None:
        yield from side_by_side(shown, cells, widths, headings)
    elif page.width is not None:
        yield from stacked(shown, cells, page.width, headings)
