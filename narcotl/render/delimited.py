"""What CSV and TSV share: which columns they have, and cells that no spreadsheet runs."""

import re
from collections.abc import Callable, Iterable
from typing import Final

from narcotl.render.escapes import clean
from narcotl.render.values import columns, flattened, pick, picked, text_of
from narcotl.reports.report import Card, Report, Tone

_FORMULA: Final = tuple("=+-@\t\r\n\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH COMMERCIAL AT}")
_NUMBER: Final = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?", re.ASCII)


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
    """Write a value so that it is shown and not run: https://owasp.org/www-community/attacks/CSV_Injection."""
    text = text_of(value)
    runs = text.startswith(_FORMULA) and not _NUMBER.fullmatch(text)
    return clean(f"'{text}" if runs else text)
