"""TSV: cells between tabs, never in quotes, so that one line is one row."""

import re
from collections.abc import Iterable
from functools import partial
from typing import Final

from narcotl.render.delimited import write_card, write_report
from narcotl.render.output import Shown
from narcotl.render.page import Page
from narcotl.reports.report import Card, Report

_BREAKS: Final = re.compile("[\t\n]+")


def report(listed: Report, shown: Shown, page: Page) -> None:
    """Write a list."""
    write_report(listed, shown.fields, partial(_write, page))


def card(one: Card, shown: Shown, page: Page) -> None:
    """Write one record."""
    write_card(one, shown.fields, partial(_write, page))


def _write(page: Page, cells: Iterable[str]) -> None:
    page.write("\t".join(_BREAKS.sub(" ", cell) for cell in cells) + "\n")
