"""Show a report or a card in the wanted format, at the wanted place."""

import json
from importlib import import_module
from typing import IO, Final, Protocol, cast

from narcotl.render.output import Format, Shown
from narcotl.render.page import Page, opened
from narcotl.render.values import flattened, pick, text_of
from narcotl.reports.report import Card, Cards, Column, Report


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


PAGES: Final = (Format.TABLE, Format.MD)
"""The formats in which a record in full is a page for people."""
TABLES: Final = (Format.CSV, Format.TSV)
"""The formats that have columns."""
IN_MEMORY: Final = 4_000_000
"""How many characters of records wait in memory before they wait on disk."""


def show(report: Report | Card | Cards, shown: Shown) -> None:
    """Write a report, a card or several cards to standard output, or to the file that the user named.

    Lists are written as their rows come, in every format but the table, which has to know its widths first.
    """
    writer = cast("Writer", import_module(f"narcotl.render.{'template' if shown.template else WRITERS[shown.format]}"))
    with opened(shown) as page:
        if isinstance(report, Card):
            writer.card(report, shown, page)
        elif isinstance(report, Report):
            writer.report(report, shown, page)
        elif shown.format in PAGES and not shown.template:
            for number, card in enumerate(report.cards):
                page.write("\n" * bool(number))
                writer.card(card, shown, page)
        else:
            from tempfile import SpooledTemporaryFile

            with SpooledTemporaryFile(IN_MEMORY, "w+", encoding="utf-8") as kept:
                writer.report(listed(report, shown, kept), shown, page)


def listed(several: Cards, shown: Shown, kept: IO[str]) -> Report:
    """Make a list of several records in full; where it has columns, they are the paths that any of them has.

    These are known only after the last record, so the records wait on disk, however many they are.
    """
    rows = (card.record for card in several.cards)
    if shown.format not in TABLES or shown.fields:
        return Report(title="", columns=(), rows=rows)
    paths: dict[str, None] = {}
    for row in rows:
        paths |= dict.fromkeys(flattened(row))
        kept.write(json.dumps(row) + "\n")
    kept.seek(0)
    return Report(title="", columns=tuple(map(column, paths)), rows=map(json.loads, kept))


def column(path: str) -> Column:
    """Make the column of one path."""
    return Column(key=path, heading=path, cell=lambda row: text_of(pick(row, path)))
