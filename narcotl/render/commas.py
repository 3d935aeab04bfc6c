r"""CSV as in RFC 4180, except that lines end in a plain "\n", as other programs on a pipe expect."""

import csv

from narcotl.render.delimited import write_card, write_report
from narcotl.render.output import Shown
from narcotl.render.page import Page
from narcotl.reports.report import Card, Report


def report(listed: Report, shown: Shown, page: Page) -> None:
    """Write a list."""
    write_report(listed, shown.fields, csv.writer(page, lineterminator="\n").writerow)


def card(one: Card, shown: Shown, page: Page) -> None:
    """Write one record."""
    write_card(one, shown.fields, csv.writer(page, lineterminator="\n").writerow)
