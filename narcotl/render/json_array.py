"""JSON: a list as one array, a record as one object, indented for people to read."""

from narcotl.render.json_text import pretty
from narcotl.render.output import Shown
from narcotl.render.page import Page
from narcotl.render.values import picked
from narcotl.reports.report import Card, Report


def report(listed: Report, shown: Shown, page: Page) -> None:
    """Write an array, object by object as they come."""
    between = "[\n  "
    for row in listed.rows:
        text = pretty(picked(row, shown.fields), unicode=page.is_unicode)
        page.write(between + text.replace("\n", "\n  "))
        between = ",\n  "
    page.write("[]\n" if between.startswith("[") else "\n]\n")


def card(one: Card, shown: Shown, page: Page) -> None:
    """Write one object."""
    page.write(pretty(picked(one.record, shown.fields), unicode=page.is_unicode) + "\n")
