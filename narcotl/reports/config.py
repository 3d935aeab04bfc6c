"""The settings in force, each with where it comes from."""

from collections.abc import Iterable
from typing import Any

from narcotl.reports.report import Column, Report, Row

COLUMNS = (
    Column(key="setting", heading="Setting", cell=lambda row: str(row["setting"]), least=14),
    Column(key="value", heading="Value", cell=lambda row: text(row["value"]), least=16),
    Column(key="from", heading="From", cell=lambda row: str(row["from"]), least=11),
    Column(key="place", heading="Place", cell=lambda row: str(row["place"] or ""), least=12),
)
FIELDS = tuple(column.key for column in COLUMNS)


def config(rows: Iterable[Row]) -> Report:
    """List settings."""
    return Report(title="Configuration", columns=COLUMNS, rows=rows, kind="setting")


def text(value: Any) -> str:
    """Write a value as the configuration file has it; what is not set is empty."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case list() | tuple():
            return ", ".join(map(text, value))
        case _:
            return str(value)
