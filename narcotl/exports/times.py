"""What formats of timelines ask of a fuzzy date: its first and last day, and how coarse they are."""

from typing import Final, NamedTuple

from narcotl.dates import Day, FuzzyDate, parse_edtf
from narcotl.dates.days import DECEMBER, month_length
from narcotl.reports import cells
from narcotl.reports.report import Row

LABELS: Final = ("Date", "Date as written", "Status", "Where", "Who", "Source", "Correction")
"""What may stand before the colon of a line that describes an event."""


class Span(NamedTuple):
    """The days of a date: where one end is not known, only the other."""

    first: Day | None
    last: Day | None
    date: FuzzyDate

    @property
    def is_day(self) -> bool:
        """Tell whether it is one day, known exactly."""
        return self.first == self.last and not self.date.approximate and not self.date.uncertain

    @property
    def parts(self) -> int:
        """Count how many of year, month and day its bounds tell: whole years need no month, whole months no day."""
        if self.first is None or self.last is None:
            return 3 if (known := self.first or self.last) is None else coarse(known, first=self.last is None)
        return max(coarse(self.first, first=True), coarse(self.last, first=False))


def coarse(day: Day, *, first: bool) -> int:
    """Tell whether a day is the end of a year (1), of a month (2) or neither (3)."""
    year, month, number = day
    if number != (1 if first else month_length(year, month)):
        return 3
    return 1 if month == (1 if first else DECEMBER) else 2


def span_of(date: Row) -> Span:
    """Give the days of a date."""
    found = parse_edtf(date["edtf"])
    return Span(found.earliest, found.latest, found)


def fuzziness(date: Row) -> str:
    """Say how a date is not one known day: its precision and flags; nothing if it is one."""
    flags = [word for word in ("approximate", "uncertain") if date[word]]
    ends = [f"{end} {date[end]}" for end in ("start", "end") if date[end] != "known"]
    precision = [] if date["precision"] == "day" and not flags else [f"known to the {date['precision']}"]
    if date["precision"] in ("interval", "set"):
        precision = ["an interval"] if date["precision"] == "interval" else ["one or more of several dates"]
    return ", ".join([*precision, *flags, *ends])


def described(row: Row) -> list[str]:
    """Describe an event in lines of plain text: summary, status, people, places, sources, corrections."""
    date = row["date"]
    aside = f" ({how})" if (how := fuzziness(date)) else ""
    lines = [str(row["summary"])] if row.get("summary") else []
    lines += [f"Date: {date['text']}{aside}"]
    if row.get("date_as_written"):
        lines.append(f"Date as written: {row['date_as_written']}")
    lines += [f"Status: {row['status']}{possibly(row)}"]
    lines += [f"Where: {cells.names(row['regions'])}"] if row["regions"] else []
    lines += [f"Who: {', '.join(map(participant, row['participants']))}"] if row["participants"] else []
    lines += [f"Source: {cited(citation)}" for citation in row["sources"]]
    lines += [f"Correction: {cells.correction(mended)}" for mended in row.get("corrections") or ()]
    return lines


def possibly(row: Row) -> str:
    """Mark a record that only may be what was asked for."""
    return "; only possibly what was asked for" if row.get("match") == "possible" else ""


def participant(part: Row) -> str:
    """Write a participant with the role."""
    role = f" ({part['role']})" if part.get("role") else ""
    return cells.participant(part) + role


def cited(citation: Row) -> str:
    """Write a chain of sources by name, with the place in the one that was read."""
    links = [cells.name(citation["source"]), *map(cells.name, citation.get("via") or ())]
    locator = f", {citation['locator']}" if citation.get("locator") else ""
    return ", as cited in ".join(links) + locator
