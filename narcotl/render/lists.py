"""A list for people: its title, its rows, and what stands below them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from narcotl.render.grid import grid
from narcotl.render.ink import PLAIN, QUIET, TITLE, Styled
from narcotl.render.output import Shown
from narcotl.render.page import Page
from narcotl.render.values import columns
from narcotl.render.wrap import wrapped
from narcotl.reports.report import Column, Report, Row, Width


def list_lines(report: Report, rows: list[Row], title: Iterable[str], shown: Shown, page: Page) -> Iterator[Styled]:
    """Lay out a list under a title of several parts."""
    if rows:
        yield from paragraph(" \N{MIDDLE DOT} ".join(filter(None, title)), TITLE, page)
        seen = _seen(columns(report, shown.fields), shown, page)
        breaks = "\n" if page.width else "; "
        yield from grid(
            [replace(column, heading=page.clean(column.heading)) for column in seen],
            [[page.clean(column.cell(row)).replace("\n", breaks) for column in seen] for row in rows],
            page.width,
        )
    elif report.empty:
        yield from paragraph(report.empty, PLAIN, page)
    for text in report.footer(rows):
        yield from paragraph(text, QUIET, page)


def paragraph(text: str, style: str, page: Page) -> Iterator[Styled]:
    """Break a text into lines of the page."""
    for line in wrapped(page.clean(text), page.width):
        yield ((line, style),)


def _seen(shown: tuple[Column, ...], wanted: Shown, page: Page) -> list[Column]:
    """Leave out the columns for which the terminal is too narrow."""
    every = wanted.wide or page.width is None
    widest = Width.WIDE.value if every else page.width or 0
    return [column for column in shown if column.width.value <= widest]
