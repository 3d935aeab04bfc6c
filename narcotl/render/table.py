"""Tables and cards for people, as wide as their terminal; on a pipe one line a row, however long."""

from narcotl.render.cards import card_lines, field_lines
from narcotl.render.ink import put
from narcotl.render.lists import list_lines
from narcotl.render.output import Shown
from narcotl.render.page import Page
from narcotl.reports.report import Card, Report


def report(listed: Report, shown: Shown, page: Page) -> None:
    """Write a title with the number of rows, the table, and what stands below it."""
    rows = list(listed.rows)
    count = f"{len(rows)} {listed.kind or 'row'}{'' if len(rows) == 1 else 's'}"
    put(list_lines(listed, rows, (listed.title, count), shown, page), page)


def card(one: Card, shown: Shown, page: Page) -> None:
    """Write a title, the lines of the card, its sections and its notes; or only the wanted fields."""
    put(field_lines(one.record, shown.fields, page) if shown.fields else card_lines(one, shown, page), page)
