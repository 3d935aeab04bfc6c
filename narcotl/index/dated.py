"""What the tables hold of dates: their place in the order of time, and the days that they cover."""

from typing import Final, NamedTuple

from narcotl.dates import FuzzyDate
from narcotl.dates.days import day_number
from narcotl.dates.edtf import REMEMBERED
from narcotl.dates.yearly import yearly_days
from narcotl.model.encode import DATES


class Dated(NamedTuple):
    """What the tables hold of a date."""

    sort: str
    spans: tuple[tuple[int, int], ...]
    yearly: tuple[tuple[int, int, int, int], ...]
    earliest: int
    latest: int


class AllDated(dict[str, Dated]):
    """What the tables hold of dates, by EDTF; stores repeat theirs."""

    __slots__ = ()

    def __missing__(self, edtf: str) -> Dated:
        """Work it out."""
        if len(self) >= REMEMBERED:
            self.clear()
        self[edtf] = made = worked_out(DATES[edtf][0])
        return made


dated: Final = AllDated().__getitem__
"""Gives what the tables hold of a date."""


def worked_out(date: FuzzyDate) -> Dated:
    """Work out what the tables hold of a date."""
    if not date.is_plain_day or date.earliest is None:
        return dated_together([date])
    _, month, day = date.earliest
    number = day_number(date.earliest)
    return Dated(date.order_text, ((number, number),), ((month, day, day, 1),), number, number)


def dated_together(dates: list[FuzzyDate]) -> Dated:
    """Work out what the tables hold of several dates of one record, which is sorted by the first."""
    spans = tuple([span for date in dates for span in date.spans()])
    return Dated(
        sort=dates[0].order_text,
        spans=spans,
        # As plain numbers and not as truths, which the database takes more slowly.
        yearly=tuple(sorted([(month, first, last, int(exact)) for month, first, last, exact in yearly_days(dates)])),
        earliest=min([first for first, _ in spans]),
        latest=max([last for _, last in spans]),
    )
