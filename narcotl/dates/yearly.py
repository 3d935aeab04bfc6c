"""Days of any year: what `--on` asks for, and on which of them a date lies."""

import re
from typing import Final, NamedTuple

from narcotl.dates.days import Day, month_length
from narcotl.dates.model import FuzzyDate
from narcotl.errors import DateError

_LEAP_YEAR: Final = 2000
_NUMBERS: Final = r"(?:--)?(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})"
_LIKE_A_DATE: Final = r"[A-Za-z.]+[ -]+[0-9]{1,2}(?:st|nd|rd|th)?|[0-9]{1,2}(?:st|nd|rd|th)?[ -]+[A-Za-z.]+"
_RELATIVE: Final = ("today", "yesterday")
_ONE_DAY: Final = re.compile(r"-?[0-9]{4}-[0-9]{2}-[0-9]{2}[?~%]?")
_ALL_OF: Final = "{"


class YearlyDays(NamedTuple):
    """Days of one month that a date lies on: certainly on each of them (`exact`), or on one of them or more."""

    month: int
    first: int
    last: int
    exact: bool


def day_of_any_year(text: str, today: Day) -> tuple[int, int]:
    """Read a day without a year as (month, day): 06-01, june 1, 1 June, today; raise DateError for anything else."""
    typed = text.strip().lower()
    if found := re.fullmatch(_NUMBERS, typed):
        month, day = int(found["month"]), int(found["day"])
        if not 1 <= month <= 12 or not 1 <= day <= month_length(_LEAP_YEAR, month):  # noqa: PLR2004 - months
            raise DateError(f"there is no day '{text}' in any year", "Write month and day, such as 06-01 for 1 June.")
        return month, day
    from narcotl.dates.reading import parse

    if typed in _RELATIVE:
        found_day = parse(typed, today=today).earliest
    elif re.fullmatch(_LIKE_A_DATE, typed):
        found_day = parse(f"{typed.replace('-', ' ')} {_LEAP_YEAR}").earliest
    else:
        found_day = None
    if found_day is None:
        raise DateError(f"'{text}' is not a day of any year", "Write month and day: 06-01, 'june 1' or today.")
    return found_day[1:]


def yearly_days(dates: list[FuzzyDate]) -> set[YearlyDays]:
    """Give the days of the year that something with these dates lies on; only dates known to the month have any."""
    return together([days_of(date) for date in dates])


def together(found: list[set[YearlyDays]]) -> set[YearlyDays]:
    """Unite the days of several dates of one thing; if they differ, it lies exactly on none."""
    days = set().union(*found)
    agreed = all(one == days for one in found)
    return days if agreed else {one._replace(exact=False) for one in days}


def days_of(date: FuzzyDate) -> set[YearlyDays]:
    """Give the days of the year of one date: its day, a part of a month, or the days on which a longer span ends."""
    if date.members:
        members = set().union(*map(days_of, date.members))
        return members if date.edtf.startswith(_ALL_OF) else {days._replace(exact=False) for days in members}
    found = set()
    start, slash, end = date.edtf.partition("/")
    for text, day in ((start, date.earliest), (end, date.latest)):
        if slash and day is not None and _ONE_DAY.fullmatch(text):
            found.add(YearlyDays(day[1], day[2], day[2], exact=True))
    first, last = date.earliest, date.latest
    if first is not None and last is not None and first[:2] == last[:2]:
        found.add(YearlyDays(first[1], first[2], last[2], exact=first == last))
    return found
