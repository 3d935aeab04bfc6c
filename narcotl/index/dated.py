"""What the tables hold of dates: their place in the order of time, and the days that they cover."""

from typing import Final, NamedTuple

from narcotl.dates import FuzzyDate
from narcotl.dates.days import day_number
from narcotl.dates.edtf import REMEMBERED
from narcotl.dates.yearly import YearlyDays, days_of, together
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
        return of_days(date.order_text, date.spans(), days_of(date))
    _, month, day = date.earliest
    number = day_number(date.earliest)
    return Dated(date.order_text, ((number, number),), ((month, day, day, 1),), number, number)


def dated_together(dates: list[FuzzyDate]) -> Dated:
    """Work out what the tables hold of several dates of one record, which is sorted by the first."""
    known = [dated(date.edtf) for date in dates]
    days = together([set(map(YearlyDays._make, one.yearly)) for one in known])
    return of_days(known[0].sort, tuple([span for one in known for span in one.spans]), days)


def of_days(sort: str, spans: tuple[tuple[int, int], ...], days: set[YearlyDays]) -> Dated:
    """Give what the tables hold of days."""
    # As plain numbers and not as truths, which the database takes more slowly.
    yearly = tuple(sorted([(month, first, last, int(exact)) for month, first, last, exact in days]))
    return Dated(sort, spans, yearly, min([first for first, _ in spans]), max([last for _, last in spans]))
