"""JSON Lines: one object a line."""

from narcotl.render.json_text import compact
from narcotl.render.output import Shown
from narcotl.render.page import Page
from narcotl.render.values import picked
from narcotl.reports.report import Card, Report, Row


def report(listed: Report, shown: Shown, page: Page) -> None:
    """Write the objects as they come."""
    for row in listed.rows:
        _write(row, shown, page)


def card(one: Card, shown: Shown, page: Page) -> None:
    """Write one object in one line."""
    _write(one.record, shown, page)


def _write(row: Row, shown: Shown, page: Page) -> None:
    page.write(compact(picked(row, shown.fields), unicode=page.is_unicode) + "\n")
