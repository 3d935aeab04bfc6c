"""JSON: a list as one array with a record a line, a record as one object, indented for people to read.

A record a line is quick to write (Python indents without the help of C), and good for grep and diff.
"""

from narcotl.render.json_text import compact, pretty
from narcotl.render.output import Shown
from narcotl.render.page import Page
from narcotl.render.values import picked
from narcotl.reports.report import Card, Report


def report(listed: Report, shown: Shown, page: Page) -> None:
    """Write an array, object by object as they come."""
    between = "[\n"
    for row in listed.rows:
        page.write(between + compact(picked(row, shown.fields), unicode=page.is_unicode))
        between = ",\n"
    page.write("[]\n" if between.startswith("[") else "\n]\n")


def card(one: Card, shown: Shown, page: Page) -> None:
    """Write one object."""
    page.write(pretty(picked(one.record, shown.fields), unicode=page.is_unicode) + "\n")
