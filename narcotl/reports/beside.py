"""Two or more actors or regions side by side: a column for each, in order of time."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from narcotl.reports import cells, found
from narcotl.reports.records import Records
from narcotl.reports.report import Column, Report, Row, Tone, Width
from narcotl.select.selection import Selection
from narcotl.select.where import All, Any, Where

MEMBERS = "SELECT r.id FROM records r WHERE r.kind = 'event' AND {condition}"


class Side(NamedTuple):
    """What has a column of its own."""

    name: str
    where: Where


def beside(records: Records, sides: Sequence[Side], selection: Selection, title: str) -> Report:
    """List the events of all sides, each in the columns of the sides that it belongs to."""
    wanted = selection.__class__(
        where=All((selection.where, Any(tuple(side.where for side in sides)))),
        certain=selection.certain,
        limit=selection.limit,
        sort=selection.sort,
        reverse=selection.reverse,
    )
    return Report(
        title=title,
        columns=tuple(columns(sides)),
        rows=rows(records, sides, wanted),
        empty="No event fits.",
        footer=partial(footer, cells.legend, [side.name for side in sides]),
        brief=partial(footer, cells.brief_legend, [side.name for side in sides]),
        kind="event",
        total=found.whole(records, "event", wanted),
        why=found.reason(records, "event", wanted),
    )


def rows(records: Records, sides: Sequence[Side], selection: Selection) -> Iterator[Row]:
    """Give each event with the names of the sides that it belongs to."""
    members = {side.name: set(belonging(records, side, certain=selection.certain)) for side in sides}
    for row in records.select("event", selection):
        yield {**row, "beside": [name for name, events in members.items() if row["id"] in events]}


def belonging(records: Records, side: Side, *, certain: bool) -> Iterator[str]:
    """Give the ids of the events of a side."""
    condition = records.condition(("event",), Selection(where=side.where, certain=certain))
    return (found for (found,) in records.table(MEMBERS.format(condition=condition.sql), condition.parameters))


def columns(sides: Sequence[Side]) -> Iterator[Column]:
    """Give the columns: the date, and one for each side."""
    yield Column(key="id", heading="Id", cell=lambda row: str(row["id"]), width=Width.NEVER)
    yield Column(key="date", heading="Date", cell=cells.date, brief=cells.brief_date, tone=Tone.DATE, least=10)
    for side in sides:
        shown, brief = partial(cell, cells.title, side.name), partial(cell, cells.brief_title, side.name)
        yield Column(key="title", heading=side.name, cell=shown, brief=brief, least=20)
    yield Column(key="beside", heading="Beside", cell=lambda row: "; ".join(row["beside"]), width=Width.NEVER)


def cell(title: Callable[[Row], str], name: str, row: Row) -> str:
    """Write the event in the column of a side, or nothing."""
    return title(row) if name in row["beside"] else ""


def footer(legend: Callable[[list[Row]], list[str]], names: Sequence[str], rows: Iterable[Row]) -> list[str]:
    """Count the events of each side and of several, and explain the marks."""
    listed = list(rows)
    if not listed:
        return []
    counts = [f"{sum(row['beside'] == [name] for row in listed)} of {name} alone" for name in names]
    shared = sum(len(row["beside"]) > 1 for row in listed)
    return [f"{', '.join(counts)}, {shared} of {'both' if len(names) == 2 else 'several'}.", *legend(listed)]  # noqa: PLR2004 - both
