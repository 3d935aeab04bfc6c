"""Put the events of a timeline under headings: decades, places, actors, topics or statuses."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import assert_never

from narcotl.reports import cells
from narcotl.reports.report import Row


class GroupBy(StrEnum):
    """By what the events of a timeline are put together."""

    DECADE = "decade"
    REGION = "region"
    ACTOR = "actor"
    TOPIC = "topic"
    STATUS = "status"


def grouped(rows: Iterable[Row], by: GroupBy) -> Iterator[Row]:
    """Give each event with its `group`, the headings that it stands under."""
    for row in rows:
        yield {**row, "group": headings(row, by)}


def headings(row: Row, by: GroupBy) -> list[str]:
    """Name the groups of an event: the decade in which it begins, and every place, actor or topic that it has."""
    match by:
        case GroupBy.DECADE:
            return [decade(row["date"])]
        case GroupBy.REGION:
            found = [cells.name(region) for region in row["regions"]]
        case GroupBy.ACTOR:
            found = [cells.participant(part) for part in row["participants"]]
        case GroupBy.TOPIC:
            found = list(row["topics"])
        case GroupBy.STATUS:
            found = [str(row["status"])]
        case _:
            assert_never(by)
    return list(dict.fromkeys(found)) or [f"no {by}"]


def decade(date: Row) -> str:
    """Name the decade of the first day that a date may mean, or of the last where only that is known."""
    day = date["earliest"] or date["latest"]
    if day is None:
        return "undated"
    year = str(day)[:-6].removeprefix("Y")
    return f"{int(year) // 10 * 10}s"
