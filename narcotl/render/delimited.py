"""What CSV and TSV share: which columns they have, and cells that no spreadsheet runs."""

from collections.abc import Callable, Iterable

from narcotl.render.values import columns, flattened, pick, picked, text_of
from narcotl.reports.harmless import defused
from narcotl.reports.report import Card, Report, Tone


def write_report(report: Report, fields: tuple[str, ...], write: Callable[[Iterable[str]], object]) -> None:
    """Write the headings, which are paths, then the rows as they come."""
    keys = [column.key for column in columns(report, fields) if column.tone is not Tone.BAR]
    write(map(cell, keys))
    for row in report.rows:
        write(cell(pick(row, key)) for key in keys)


def write_card(card: Card, fields: tuple[str, ...], write: Callable[[Iterable[str]], object]) -> None:
    """Write the headings and the record as the only row, what is nested in it by path."""
    flat = picked(card.record, fields) if fields else flattened(card.record)
    write(map(cell, flat))
    write(map(cell, flat.values()))


def cell(value: object) -> str:
    """Write a value so that it is shown and not run."""
    return defused(text_of(value))
