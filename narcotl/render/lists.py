"""A list for people: its title, its rows, and what stands below them."""

from collections.abc import Iterable, Iterator
from typing import Final

from narcotl.render.bars import with_bars
from narcotl.render.escapes import fit
from narcotl.render.grid import CellLinks, Placed, side_by_side, stacked
from narcotl.render.ink import PLAIN, QUIET, TITLE, Styled
from narcotl.render.linking import Links
from narcotl.render.output import Shown
from narcotl.render.overview import CUT, ELLIPSIS, Overview, filled, in_lines
from narcotl.render.page import Page
from narcotl.render.values import columns, groups
from narcotl.render.widths import fitted
from narcotl.render.wrap import clipped, wrapped
from narcotl.reports.report import Addresses, Column, Report, Row, Tone, Width

_NARROW: Final = 60
"""Terminals narrower than this show no columns."""


def list_lines(report: Report, rows: list[Row], title: Iterable[str], shown: Shown, page: Page) -> Iterator[Styled]:
    """Lay out a list under a title of several parts; if only so it can be seen at once, with one line a row."""
    heading = tuple(title)
    full = (line for line, _ in placed_lines(report, rows, heading, shown, page))
    is_plain = bool(report.overview) and report.groups is None and not shown.wide and not shown.fields
    if page.height is None or len(rows) > page.height or not is_plain:
        yield from full
        return
    lines = list(full)
    if len(lines) > page.height:
        lines = next((found for found in _overviews(report, rows, heading, page) if len(found) <= page.height), lines)
    yield from lines


def _overviews(report: Report, rows: list[Row], title: Iterable[str], page: Page) -> Iterator[list[Styled]]:
    """Lay out a list by the columns of its overview: with whole texts, and with one line a row."""
    above = list(paragraph(_titled(title), TITLE, page))
    below = [line for text in (report.brief or report.footer)(rows) for line in _in_a_line(text, page)]
    kept = [column.but(heading=fit(column.heading, page)) for column in filled(report.overview, rows)]
    links = _links(report, kept, rows, page)
    yield [*above, *(line for line, _ in _rows(kept, rows, {}, page, links)), *below]
    if found := in_lines(kept, rows, page, links):
        yield [*above, *(line for line, _ in found.lines), *below, *_cut(found, page)]


def _cut(found: Overview, page: Page) -> Iterator[Styled]:
    """Say that texts are cut, if any is."""
    return paragraph(CUT, QUIET, page) if found.is_cut else iter(())


def placed_lines(
    report: Report, rows: list[Row], title: Iterable[str], shown: Shown, page: Page
) -> Iterator[tuple[Styled, Row | None]]:
    """Lay out a list under a title of several parts; each line comes with the row that it belongs to, if any."""
    if rows:
        yield from unplaced(paragraph(_titled(title), TITLE, page))
        above: dict[int, str] = {}
        shelved: list[Row] = []
        for name, members in groups(report, rows):
            if name:
                above[len(shelved)] = fit(name, page)
            shelved += members
        seen = _seen(columns(report, shown.fields), shown, page)
        for line, number in _rows(seen, shelved, above, page, _links(report, seen, shelved, page)):
            yield line, None if number is None else shelved[number]
    elif text := none_of(report):
        yield from unplaced(paragraph(text, PLAIN, page))
    yield from unplaced(_below(report, rows, shown, page))


def placed_overview(
    report: Report, rows: list[Row], title: Iterable[str], shown: Shown, page: Page
) -> Iterator[tuple[Styled, Row | None]]:
    """Lay out a list with one line a row, if there is room for that; each line comes with its row."""
    found = in_lines(report.overview, rows, page, _links(report, report.overview, rows, page))
    if found is None:
        yield from placed_lines(report, rows, title, shown, page)
        return
    yield from unplaced(paragraph(_titled(title), TITLE, page))
    yield from ((line, None if number is None else rows[number]) for line, number in found.lines)
    yield from unplaced(_below(report, rows, shown, page))
    yield from unplaced(_cut(found, page))


def _titled(parts: Iterable[str]) -> str:
    return " \N{MIDDLE DOT} ".join(filter(None, parts))


def _below(report: Report, rows: list[Row], shown: Shown, page: Page) -> Iterator[Styled]:
    """Write what stands below a list, where there is little room each in a line of its own."""
    brief = report.brief if is_brief(shown, page) else None
    texts = report.footer(rows) if brief is None else brief(rows)
    if rows and texts and page.width is not None and page.width < _NARROW:
        yield ()
    for text in texts:
        yield from paragraph(text, QUIET, page) if brief is None else _in_a_line(text, page)


def is_brief(shown: Shown, page: Page) -> bool:
    """Tell whether there is little room: a terminal that is too narrow for wide columns, unless they are wanted."""
    return page.width is not None and page.width < Width.WIDE.value and not shown.wide and not shown.fields


def none_of(report: Report) -> str:
    """Say that there are no rows; or, where only the limit leaves none, that none is shown."""
    total = report.total() if report.total is not None else 0
    return f"None of {total} is shown." if total else report.empty


def unplaced(lines: Iterable[Styled]) -> Iterator[tuple[Styled, None]]:
    """Give lines that belong to no row."""
    return ((line, None) for line in lines)


def paragraph(text: str, style: str, page: Page) -> Iterator[Styled]:
    """Break a text into lines of the page."""
    for line in wrapped(fit(text, page), page.width):
        yield ((line, style),)


def _in_a_line(text: str, page: Page) -> Iterator[Styled]:
    """Write a text in one line, cut where the page ends."""
    line = " ".join(fit(text, page).split())
    yield ((clipped(line, page.width or len(line), fit(ELLIPSIS, page)), QUIET),)


def _seen(shown: tuple[Column, ...], wanted: Shown, page: Page) -> list[Column]:
    """Leave out the columns for which the terminal is too narrow, or that no table shows; and be brief there."""
    wide = wanted.wide or page.width is None or page.width >= Width.WIDE.value
    widths = {Width.ALWAYS, Width.WIDE} if wide else {Width.ALWAYS}
    kept = [column.but(heading=fit(column.heading, page)) for column in shown if column.width in widths]
    return [column.but(cell=column.brief or column.cell) for column in kept] if is_brief(wanted, page) else kept


def _links(report: Report, shown: Iterable[Column], rows: list[Row], page: Page) -> CellLinks | None:
    """Find, if the terminal takes links, where the sources that cells name can be read."""
    if not page.links:
        return None
    kept = list(shown)
    named = [list(column.works(row)) if column.works else [] for row in rows for column in kept]
    found = cell_links(named, report.addresses, page)
    return lambda number: found[number * len(kept) : (number + 1) * len(kept)]


def cell_links(named: list[list[tuple[str, str]]], addresses: Addresses | None, page: Page) -> list[Links]:
    """Give, for each cell, the texts in it that lead somewhere, by looking all sources up at once."""
    known = addresses({work for works in named for _, work in works}) if addresses and any(named) else {}
    return [[(fit(text, page), known[work]) for text, work in works if work in known] for works in named]


def _rows(
    shown: list[Column], rows: list[Row], headings: dict[int, str], page: Page, links: CellLinks | None
) -> Iterator[Placed]:
    """Lay out the rows, some with a heading above; where lines may be of any length, a line is a row."""
    cells = [[fit(column.cell(row), page) for column in shown] for row in rows]
    has_bars = any(column.tone is Tone.BAR for column in shown)
    shown, cells = with_bars(shown, cells, page)
    if page.width is None:
        cells = [[cell.replace("\n", "; ") for cell in row] for row in cells]
    widths = None if page.width is not None and page.width < _NARROW else fitted(shown, cells, page.width)
    if widths is not None:
        yield from side_by_side(shown, cells, widths, headings, None if has_bars else links)
    elif page.width is not None:
        yield from stacked(shown, cells, page.width, headings, None if has_bars else links)
