"""Tables and cards for people, as wide as their terminal; on a pipe one line a row, however long."""

from collections.abc import Iterable, Iterator

from narcotl.plural import counted
from narcotl.render.cards import card_lines, field_lines
from narcotl.render.ink import QUIET, Styled, put
from narcotl.render.lists import list_lines, paragraph
from narcotl.render.output import Shown
from narcotl.render.page import Page
from narcotl.reports.report import Card, Report, Row


def report(listed: Report, shown: Shown, page: Page) -> None:
    """Write a title with the number of rows, the table, and what stands below it."""
    put(_list(listed, list(listed.rows), shown, page), page)


def _list(listed: Report, rows: list[Row], shown: Shown, page: Page) -> Iterator[Styled]:
    """Lay out a list; of the rows that are folded, a terminal says how many there are."""
    seen = rows
    if listed.folded is not None and page.width is not None and not shown.wide:
        seen = [row for row in rows if not listed.folded(row)] or rows
    count = counted(len(rows), listed.kind or "row")
    title = (listed.title, listed.summary(rows) if listed.summary else count)
    lines = list_lines(listed, seen, title, shown, page)
    yield from lines if shown.wide or shown.fields or not rows else _told(listed, lines, seen, title, page)
    if len(seen) < len(rows):
        yield from paragraph(f"{len(rows) - len(seen)} more: {listed.rest}", QUIET, page)


def _told(
    listed: Report, lines: Iterator[Styled], rows: list[Row], title: tuple[str, ...], page: Page
) -> Iterable[Styled]:
    """Tell the first row whole and the others in short, where the screen is too small for a table of them."""
    if listed.telling is None or page.height is None:
        return lines
    table = list(lines)
    if len(table) <= page.height:
        return table
    from narcotl.render.told import told

    layouts = list(told(listed, listed.telling, rows, " \N{MIDDLE DOT} ".join(title), page))
    return next((layout for layout in layouts if len(layout) <= page.height), layouts[-1])


def card(one: Card, shown: Shown, page: Page) -> None:
    """Write a title, the lines of the card, its sections and its notes; or only the wanted fields."""
    put(field_lines(one.record, shown.fields, page) if shown.fields else card_lines(one, shown, page), page)
