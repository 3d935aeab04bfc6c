"""Days as (year, month, day) in the proleptic Gregorian calendar, with astronomical years: 0 is 1 BC, -43 is 44 BC.

`datetime.date` ends at year 1 and opium in Sumer does not; tuples compare and sort without arithmetic.
"""

from typing import Final, TypeAlias

Day: TypeAlias = tuple[int, int, int]

ENDLESS_PAST: Final = -(2**63)
"""The integer that stands for no known first day in an index."""
ENDLESS_FUTURE: Final = 2**63 - 1
"""The integer that stands for no known last day in an index."""
FURTHEST_YEAR: Final = 9 * 10**14
"""The greatest year, and with a minus the least, whose days still fit an index of 64-bit integers."""

MONTH_LENGTHS: Final = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
LAST_FOUR_DIGIT_YEAR: Final = 9999
FEBRUARY: Final = 2
DECEMBER: Final = 12


def is_leap(year: int) -> bool:
    """Tell whether a year has a 29 February: 2000 and 0 have, 1900 has not."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """Count the days of a month (1 to 12)."""
    return 29 if month == FEBRUARY and is_leap(year) else MONTH_LENGTHS[month]


def day_number(day: Day) -> int:
    """Write a day as one integer, 19841126, whose order is the order of days, also before year 0."""
    year, month, day_of_month = day
    return year * 10_000 + month * 100 + day_of_month


def day_before(day: Day) -> Day:
    """Step back by one day."""
    year, month, day_of_month = day
    if day_of_month > 1:
        return year, month, day_of_month - 1
    if month > 1:
        return year, month - 1, month_length(year, month - 1)
    return year - 1, DECEMBER, 31


def day_after(day: Day) -> Day:
    """Step on by one day."""
    year, month, day_of_month = day
    if day_of_month < month_length(year, month):
        return year, month, day_of_month + 1
    if month < DECEMBER:
        return year, month + 1, 1
    return year + 1, 1, 1


def weekday(day: Day) -> int:
    """Find the day of the week, Monday being 0 (Sakamoto's method: January and February count to the year before)."""
    year, month, day_of_month = day
    if month <= FEBRUARY:
        year -= 1
    shift = (0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4)[month - 1]
    return (year + year // 4 - year // 100 + year // 400 + shift + day_of_month - 1) % 7


def year_text(year: int) -> str:
    """Write an astronomical year as EDTF does: 1984, 0079, -0043, and Y17000 beyond four digits."""
    if abs(year) > LAST_FOUR_DIGIT_YEAR:
        return f"Y{year}"
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def day_text(day: Day) -> str:
    """Write a day as ISO 8601 does: 1984-11-26, -0043-03-15, and Y17000-01-01 beyond four digits."""
    year, month, day_of_month = day
    return f"{year_text(year)}-{month:02d}-{day_of_month:02d}"
