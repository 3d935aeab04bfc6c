"""Answers to SQL, and the views that it may read."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any

from narcotl.reports.report import Column, Report, Row, Tone

VIEW_COLUMNS = (
    Column(key="view", heading="View", cell=lambda row: "" if row["column"] else str(row["view"]), least=15),
    Column(key="column", heading="Column", cell=lambda row: str(row["column"] or ""), least=15),
    Column(key="about", heading="What it holds", cell=lambda row: str(row["about"]), least=24),
)


def answer(names: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> Report:
    """List rows under the names of their columns; columns that begin with a number are set as numbers."""
    coming = iter(rows)
    first = list(islice(coming, 1))
    tones = [Tone.NUMBER if isinstance(value, int | float) else Tone.PLAIN for value in (*first, names)[0]]
    return Report(
        title="SQL",
        columns=tuple(column(name, tone) for name, tone in zip(names, tones, strict=True)),
        rows=(dict(zip(names, row, strict=True)) for row in chain(first, coming)),
        empty="No row.",
    )


def column(name: str, tone: Tone) -> Column:
    """Make the column of one name; a null is empty."""
    return Column(key=name, heading=name, cell=lambda row: text(row[name]), tone=tone, least=min(len(name), 12))


def text(value: Any) -> str:
    """Write a value."""
    return "" if value is None else str(value)


def views(described: Iterable[tuple[str, str, str]]) -> Report:
    """List views and columns."""
    return Report(title="Views", columns=VIEW_COLUMNS, rows=view_rows(described))


def view_rows(described: Iterable[tuple[str, str, str]]) -> Iterator[Row]:
    """Make a row of each view, and below it of each of its columns; a view itself has no column."""
    for view, name, about in described:
        yield {"view": view, "column": name or None, "about": about}
