"""Show a report or a card in the wanted format, at the wanted place."""

from importlib import import_module
from typing import Final, Protocol, cast

from narcotl.render.output import Format, Shown
from narcotl.render.page import Page, opened
from narcotl.reports.report import Card, Report


class Writer(Protocol):
    """One format: a module with these two functions."""

    def report(self, report: Report, shown: Shown, page: Page, /) -> None:
        """Write a list."""

    def card(self, card: Card, shown: Shown, page: Page, /) -> None:
        """Write one record."""


WRITERS: Final = {
    Format.TABLE: "table",
    Format.JSON: "json_array",
    Format.JSONL: "json_lines",
    Format.CSV: "commas",
    Format.TSV: "tabs",
    Format.MD: "markdown",
    Format.YAML: "yaml_text",
}
"""The module of each format. Only the wanted one is imported, since starting quickly is a feature."""


def show(report: Report | Card, shown: Shown) -> None:
    """Write a report or a card to standard output, or to the file that the user named.

    Lists are written as their rows come, in every format but the table, which has to know its widths first.
    """
    writer = cast("Writer", import_module(f"narcotl.render.{'template' if shown.template else WRITERS[shown.format]}"))
    with opened(shown) as page:
        if isinstance(report, Card):
            writer.card(report, shown, page)
        else:
            writer.report(report, shown, page)
