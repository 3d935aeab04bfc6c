"""The fuzzy date: one immutable value with bounds, relations to other dates, and a place in the order of dates."""

from __future__ import annotations

from narcotl.dates.days import ENDLESS_FUTURE, ENDLESS_PAST, Day, day_number, day_text
from narcotl.dates.show import shown
from narcotl.dates.vocabulary import MONTHS, End, Precision
from narcotl.frozen import Frozen

_RANKS = {End.OPEN: ENDLESS_PAST, End.UNKNOWN: ENDLESS_PAST + 1}
"""Where an end that is not known stands in the order: before all that are, open before unknown."""
_DAY_LENGTH, _MONTH_LENGTH = len("1984-11-26"), len("1984-11")
_BIAS = 10**19
"""What makes every number of a sort key positive, so that its digits sort as text."""


class FuzzyDate(Frozen):
    """A date as sources give it: a day, a decade, a span with an open end, one of several years, or not known."""

    edtf: str
    """The date in EDTF; reading it again gives an equal value."""
    earliest: Day | None
    """The first day it may denote; None if the start is open or unknown."""
    latest: Day | None
    """The last day it may denote; None if the end is open or unknown."""
    start: End
    end: End
    approximate: bool
    uncertain: bool
    precision: Precision
    members: tuple[FuzzyDate, ...] = ()
    """The dates of a set (`[1863,1864]`, `{1960,1961-12}`), whose hull the bounds are."""

    def __str__(self) -> str:
        """Write the date as EDTF."""
        return self.edtf

    @property
    def is_plain_day(self) -> bool:
        """Tell whether it is one day of the years 1000 to 9999 without marks, of which stores have most."""
        edtf = self.edtf
        is_day = self.precision is Precision.DAY and len(edtf) == _DAY_LENGTH
        return is_day and edtf[0] in "123456789" and "X" not in edtf

    @property
    def is_plain_month(self) -> bool:
        """Tell whether it is one month of these years without marks."""
        edtf = self.edtf
        is_month = self.precision is Precision.MONTH and len(edtf) == _MONTH_LENGTH
        return is_month and edtf[0] in "123456789" and "X" not in edtf

    @property
    def text(self) -> str:
        """Write the date as people do: `26 November 1984`, `1980s`, `since the 1920s`, `c. 1950?`."""
        if self.earliest is not None and ((is_day := self.is_plain_day) or self.is_plain_month):
            year, month, day = self.earliest
            return f"{day} {MONTHS[month - 1]} {year}" if is_day else f"{MONTHS[month - 1]} {year}"
        return "date unknown" if self.undated else shown(self.edtf)

    @property
    def undated(self) -> bool:
        """Tell whether nothing is known of when (`XXXX`)."""
        return self.start is End.UNKNOWN and self.end is End.UNKNOWN and all(member.undated for member in self.members)

    def spans(self) -> tuple[tuple[int, int], ...]:
        """Give the closed intervals of day numbers that the date covers: one for each member of a set, else one."""
        if self.members:
            return tuple([span for member in self.members for span in member.spans()])
        first = ENDLESS_PAST if self.earliest is None else day_number(self.earliest)
        last = ENDLESS_FUTURE if self.latest is None else day_number(self.latest)
        return ((first, last),)

    def overlaps(self, other: FuzzyDate) -> bool:
        """Tell whether the two may share a day. Open and unknown ends count as endless; any member of a set will do."""
        return any(
            first <= other_last and other_first <= last
            for first, last in self.spans()
            for other_first, other_last in other.spans()
        )

    def within(self, other: FuzzyDate) -> bool:
        """Tell whether this date lies in the other for certain: all of it, and every member of a set."""
        return all(
            any(other_first <= first and last <= other_last for other_first, other_last in other.spans())
            for first, last in self.spans()
        )

    @property
    def sort_key(self) -> tuple[int, int, int]:
        """Give the place of the date in the order of dates.

        By start (open, unknown, then by first day), then the later end first (open, unknown, then by last day
        backwards), then exact, approximate, uncertain, both. What is wholly unknown comes after everything dated.
        """
        if self.undated:
            start = ENDLESS_FUTURE
        else:
            start = _RANKS[self.start] if self.earliest is None else day_number(self.earliest)
        end = _RANKS[self.end] if self.latest is None else -day_number(self.latest)
        return start, end, self.approximate + 2 * self.uncertain

    @property
    def order_text(self) -> str:
        """Write the sort key as ASCII of fixed width: its bytes compare as the keys do, in any database."""
        if self.is_plain_day and self.earliest is not None:
            day = day_number(self.earliest)
            return f"{_BIAS + day}{_BIAS - day:020d}0"
        start, end, quality = self.sort_key
        return f"{start + _BIAS:020d}{end + _BIAS:020d}{quality}"

    def to_json(self) -> dict[str, object]:
        """Give the date as the object that every JSON output carries. Bounds are ISO 8601 text, or null."""
        return {
            "edtf": self.edtf,
            "text": self.text,
            "earliest": None if self.earliest is None else day_text(self.earliest),
            "latest": None if self.latest is None else day_text(self.latest),
            "start": self.start.value,
            "end": self.end.value,
            "precision": self.precision.value,
            "approximate": self.approximate,
            "uncertain": self.uncertain,
        }
