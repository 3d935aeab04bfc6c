"""The closed words of a date: how an end is known, and how precise the date is."""

from enum import StrEnum
from typing import Final


class End(StrEnum):
    """What is known about the start or the end of a date."""

    KNOWN = "known"
    OPEN = "open"
    """There is no bound: still going on, or since ever (`1985/..`, `../1985`)."""
    UNKNOWN = "unknown"
    """There is a bound, and nobody knows it (`1985/`, `/1985`)."""


class Precision(StrEnum):
    """The unit in which a date is told."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    THIRD = "third"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"
    """Any other span: `1965/1975`, and what is wider than a century (`1XXX`, `XXXX`)."""
    SET = "set"


MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASONS: Final = ("spring", "summer", "autumn", "winter")
ORDINALS: Final = ("first", "second", "third", "fourth")
