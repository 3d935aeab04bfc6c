"""Count records by one dimension or two, and name what they are counted by."""

from collections.abc import Iterable
from typing import Any

from narcotl.errors import UsageError
from narcotl.frozen import Frozen
from narcotl.reports.records import Records
from narcotl.select.batches import batches, marks
from narcotl.select.census import Endless, all_counts, all_ends, is_posted
from narcotl.select.selection import Selection
from narcotl.select.sql import Expression, conditions
from narcotl.select.tally import STEPS, By, Years, counts, ends
from narcotl.select.where import Within

MOST_PARTS = 20_000
"""How many years or decades are counted at most: an index of deep time is asked for less at once."""
NAMED = ("region", "actor", "source", "origin", "reading", "event", "area")
"""The dimensions whose values are records."""


class Counts(Frozen):
    """How many records have which values, and how many of them certainly."""

    numbers: dict[tuple[Any, ...], tuple[int, int]]
    names: dict[str, str]

    def text(self, by: By, value: Any) -> str:
        """Write a value for people."""
        if value is None:
            return "unknown" if by in STEPS else "none"
        return decade(value) if by is By.DECADE else self.names.get(value, str(value))

    def key(self, by: By, value: Any) -> str:
        """Write a value as the key of an object: an id, a word, a time, or what people read for none."""
        return self.text(by, value) if value is None or by in STEPS else str(value)

    def cell(self, by: By, value: Any) -> Any:
        """Write a value for programs: a reference, a word, a year, or null for none."""
        if value is None:
            return None
        if by in NAMED:
            return {"id": value, "name": self.names.get(value)}
        return decade(value) if by is By.DECADE else value


def decade(start: int) -> str:
    """Name a decade by its first year; what comes before the year 1 has a minus."""
    return f"{start}s"


def tallied(records: Records, kind: str, by: tuple[By, ...], selection: Selection) -> Counts:
    """Count the records of a kind that a selection asks for."""
    numbers: dict[tuple[Any, ...], tuple[int, int]] = {}
    for query in queries(records, kind, by, selection):
        for *key, count, certain in records.table(*query):
            before = numbers.get(tuple(key), (0, 0))
            numbers[tuple(key)] = before[0] + count, before[1] + certain
    numbers = dict(sorted(numbers.items(), key=lambda counted: [(part is not None, part) for part in counted[0]]))
    ids = {
        value for place, part in enumerate(by) if part in NAMED for value in (key[place] for key in numbers) if value
    }
    return Counts(numbers=numbers, names=names(records, ids))


def names(records: Records, ids: Iterable[str]) -> dict[str, str]:
    """Look up the names of records."""
    asked = "SELECT id, name FROM records WHERE id IN ({marks})"
    return {key: name for batch in batches(ids) for key, name in records.table(asked.format(marks=marks(batch)), batch)}


def queries(records: Records, kind: str, by: tuple[By, ...], selection: Selection) -> tuple[Expression, ...]:
    """Write the queries whose numbers together are what is counted; all records are counted at once if they can be."""
    from narcotl.dates import ENDLESS_FUTURE, ENDLESS_PAST

    endless = Endless(ENDLESS_PAST, ENDLESS_FUTURE)
    is_whole = is_posted(by) and not any(conditions(selection.where))
    condition = Expression("") if is_whole else records.condition((kind,), selection)
    years = Years(0, 0)
    if any(part in STEPS for part in by):
        asked = all_ends(kind, endless) if is_whole else (ends(kind, condition, *endless),)
        years = span([next(iter(records.table(*query))) for query in asked], selection)
        check(by, years)
    return all_counts(kind, by, years, endless) if is_whole else (counts(kind, condition, by, years, endless),)


def span(found: Iterable[tuple[int | None, ...]], selection: Selection) -> Years:
    """Find the years to count: those of the records, but none outside the period that is asked for."""
    days = [day for both in found for day in both if day is not None]
    if not days:
        return Years(0, -1)
    first, last = min(days), max(days)
    for asked in conditions(selection.where):
        if isinstance(asked, Within):
            first, last = max(first, asked.earliest), min(last, asked.latest)
    return Years(first // 10_000, last // 10_000)


def check(by: tuple[By, ...], years: Years) -> None:
    """Refuse to count more years or decades than anybody reads."""
    for part in by:
        if part in STEPS and (years.last - years.first) // STEPS[part] > MOST_PARTS:
            raise UsageError(
                f"the dates span {years.last - years.first:,} years, which are too many to count one by one",
                "Ask for fewer with --since, --until or --during.",
            )
