"""How many records there are by year, decade, place, actor, topic and so on, and by two of these at once."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import partial

from narcotl.errors import UsageError
from narcotl.plural import counted
from narcotl.reports import found
from narcotl.reports.counting import NAMED, Counts, tallied
from narcotl.reports.matrix import FEW, SEVERAL, crossing
from narcotl.reports.records import Records
from narcotl.reports.report import Column, Report, Row, Tone, Width
from narcotl.select.selection import Selection, Sort
from narcotl.select.tally import STEPS, By

FIELDS = (*By, *(f"{by}.{key}" for by in NAMED for key in ("id", "name")), "count", "certain", "possible", "across")
"""The fields of a row; `across` holds the counts by the second dimension."""


class Of(StrEnum):
    """What is counted."""

    EVENTS = "events"
    CLAIMS = "claims"
    FIGURES = "figures"
    SOURCES = "sources"
    CORRECTIONS = "corrections"

    @property
    def kind(self) -> str:
        """The kind of record."""
        return self.value.removesuffix("s")


def stats(records: Records, of: Of, by: Sequence[By], selection: Selection, title: str) -> Report:
    """Count what a selection asks for by one dimension, or by two of them."""
    first, *others = by
    if len(others) > 1 or first in others:
        raise UsageError("--by is given once, or twice for two different dimensions", "Such as --by decade --by topic.")
    counts = tallied(records, of.kind, (first,), selection)
    values = ordered(counts, first, selection)
    shown = values[: selection.limit]
    matrix = tallied(records, of.kind, (first, others[0]), selection) if others else None
    rows = list(lines(counts, first, shown))
    if matrix is not None:
        crossed = across(matrix, others[0])
        rows = [{**row, "across": crossed.get(value, {})} for row, value in zip(rows, shown, strict=True)]
    total = records.count(of.kind, selection.but(limit=None))
    return Report(
        title=title,
        columns=columns(counts, first, of) + (tuple(crossing(matrix, others[0])) if matrix is not None else (BAR,)),
        rows=rows,
        empty=f"No {of.kind} fits.",
        footer=partial(footer, counted(total, of.kind), by, matrix),
        kind=str(first),
        total=lambda: len(values),
        why=found.reason(records, of.kind, selection),
    )


def ordered(counts: Counts, by: By, selection: Selection) -> list[object]:
    """Order the values: those of time by time, others the most frequent first; what has no value stands last."""
    values = [value for (value,) in counts.numbers if value is not None]
    values.sort(key=lambda value: counts.text(by, value).casefold())
    if by in STEPS:
        values.sort()
    elif selection.sort is not Sort.NAME:
        values.sort(key=lambda value: -counts.numbers[value,][0])
    if selection.reverse:
        values.reverse()
    return values + [None] * ((None,) in counts.numbers)


def lines(counts: Counts, by: By, values: Sequence[object]) -> Iterator[Row]:
    """Write a row for each value."""
    for value in values:
        count, certain = counts.numbers[value,]
        yield {by.value: counts.cell(by, value), "count": count, "certain": certain, "possible": count - certain}


def across(matrix: Counts, by: By) -> dict[object, dict[str, int]]:
    """Give, for each value of the first dimension, the counts by the values of the second."""
    found: dict[object, dict[str, int]] = {}
    for (value, other), (count, _) in matrix.numbers.items():
        found.setdefault(value, {})[matrix.key(by, other)] = count
    return found


BAR = Column(key="bar", heading="", cell=lambda row: f"{row['certain']} {row['possible']}", tone=Tone.BAR)


def columns(counts: Counts, by: By, of: Of) -> tuple[Column, ...]:
    """Give the columns that every count has."""

    def name(row: Row) -> str:
        value = row[by]
        return counts.text(by, None) if value is None else str(value["name"] if by in NAMED else value)

    return (
        Column(key=f"{by}.id" if by in NAMED else by.value, heading=by.capitalize(), cell=name, least=8),
        Column(key="count", heading=of.capitalize(), cell=lambda row: str(row["count"]), tone=Tone.NUMBER, least=6),
        Column(key="certain", heading="Certain", cell=lambda row: str(row["certain"]), width=Width.NEVER),
        Column(key="possible", heading="Possible", cell=lambda row: str(row["possible"]), width=Width.NEVER),
    )


def footer(total: str, by: Sequence[By], matrix: Counts | None, rows: Sequence[Row]) -> list[str]:
    """Say how to read the numbers, and what a table does not show."""
    if not rows:
        return []
    first = by[0]
    several = f"one that {'touches' if first in STEPS else 'has'} several {first}s counts in each"
    notes = [f"{total} in all" + ("" if first is By.STATUS else f"; {several}")]
    possible = sum(row["possible"] for row in rows)
    if possible and first in STEPS:
        said = "a lighter bar counts" if matrix is None else "counted are also"
        notes.append(f"{said} those whose date only touches the {first} ({possible})")
    if matrix is not None and (values := len({value for _, value in matrix.numbers})) > FEW:
        notes.append(
            f"of {values} columns a narrow table shows {FEW}, a wide one {SEVERAL}; --format csv and json have all"
        )
    return [f"{note[0].upper()}{note[1:]}." for note in notes]
