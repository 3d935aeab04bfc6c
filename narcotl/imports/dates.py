"""Dates as files have them, read as EDTF or refused with the reason: never a guess."""

import re
from dataclasses import dataclass
from datetime import date as Calendar  # noqa: N812 - a date here is one that may be fuzzy
from datetime import timedelta
from enum import StrEnum
from typing import Final

from narcotl.dates import FuzzyDate, explain, parse_edtf
from narcotl.errors import DateError

_DECEMBER: Final = 12
_LEAP_OF_EXCEL: Final = 60
_SERIAL: Final = re.compile(r"(?P<days>[0-9]{1,7})(?:\.[0-9]+)?")
_MONTH_OF_YEAR: Final = re.compile(r"0[0-9]*\.[0-9]+|1?[0-9]\.[0-9]{4}")
"""What may be June 1975 or a moment of the sixth day: 06.1975."""
_YEAR: Final = re.compile(r"[12][0-9]{3}")
_DAYS: Final = re.compile(r"[0-9]{5}(?:\.[0-9]+)?")
"""The days of spreadsheets have five digits from 1927 on."""
_SLASHED: Final = re.compile(r"(?P<one>[0-9]{1,2})(?P<sign>[/.-])(?P<other>[0-9]{1,2})(?P=sign)(?P<year>[0-9]{4})")
_SHORT_YEAR: Final = re.compile(r"[0-9]{1,2}([/.-])[0-9]{1,2}\1[0-9]{2}")
_ZEROS: Final = re.compile(r"(?P<year>-?[0-9]{4})-(?P<month>[0-9]{2})-00(?:T.*)?")
_COMMAS: Final = re.compile(r"(?P<year>[0-9]{4}) ?, ?(?P<month>[0-9]{1,2})(?: ?, ?(?P<day>[0-9]{1,2}))?")
_TIMED: Final = re.compile(
    r"(?P<day>-?[0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9]{2}:[0-9]{2}"
    r"(?::[0-9]{2}(?:\.[0-9]+)?)?(?: ?(?:Z|[+-][0-9]{2}:?[0-9]{2}))?"
)
_FLOAT: Final = re.compile(r"(?P<year>[0-9]{4})\.0")


class Order(StrEnum):
    """Which of two numbers is the day: as in 26/11/1984, or as in 11/26/1984."""

    DMY = "dmy"
    MDY = "mdy"


class Excel(StrEnum):
    """The day from which a spreadsheet counts: 1900, or 1904 on old Macintoshes."""

    FROM_1900 = "1900"
    FROM_1904 = "1904"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateReader:
    """How the dates of a file are to be read, as far as somebody has said so."""

    excel: Excel | None = None
    order: Order | None = None
    edtf: bool = False
    """Whether they are EDTF already, where 2007-21 is a spring and nothing else."""

    def read(self, written: str) -> FuzzyDate:
        """Read a date; raise DateError with what is missing if it is none, or could be two."""
        text = written.strip()
        if self.edtf:
            return parse_edtf(text)
        if self.excel and (serial := _SERIAL.fullmatch(text)):
            if _YEAR.fullmatch(text) or _MONTH_OF_YEAR.fullmatch(text):
                hint = "Import the file once more without --excel-dates: that takes it, and nothing twice."
                what = "a year" if _YEAR.fullmatch(text) else "a month"
                raise DateError(f"'{text}' can be {what}, or a day that a spreadsheet counted", hint)
            return from_serial(text, int(serial["days"]), self.excel)
        if _DAYS.fullmatch(text):
            hint = "If it counts the days of a spreadsheet, say from when: --excel-dates 1900."
            raise DateError(f"'{text}' is not a date: a year has four digits", hint)
        if _SHORT_YEAR.fullmatch(text):
            raise DateError(f"'{text}' is not a date: its year does not have four digits", "Write the year in full.")
        if found := _SLASHED.fullmatch(text):
            written_so = slashed(found, self.order)
            if written_so:
                return checked(text, written_so)
            if int(found["one"]) <= _DECEMBER and int(found["other"]) <= _DECEMBER:
                return ordered(text)
        return checked(text, tidied(text))

    def span(self, first: str, last: str) -> FuzzyDate:
        """Read the first and the last date of something; nothing written for the last leaves the first alone."""
        start = self.read(first)
        if not last.strip():
            return start
        end = self.read(last)
        if start.edtf == end.edtf:
            return start
        if "/" in start.edtf or "/" in end.edtf:
            raise DateError(f"'{first}' to '{last}' is not a date: an end of it is an interval itself")
        return parse_edtf(f"{start.edtf}/{end.edtf}")


def ordered(text: str) -> FuzzyDate:
    """Read two numbers and a year, either of which can be the month: where that matters, the way out is an option."""
    try:
        return explain(text).date
    except DateError as error:
        raise DateError(error.message, "Say which number is the day: --date-order dmy, or mdy.") from None


def checked(text: str, tidy: str) -> FuzzyDate:
    """Read what was made of a text; an error names what was written. Relative words have no day to stand on."""
    try:
        return explain(tidy).date
    except DateError as error:
        if tidy == text:
            raise
        why = error.message.rpartition(" is not a date: ")[2]
        raise DateError(f"'{text}' is not a date: {why}", error.hint) from None


def tidied(text: str) -> str:
    """Put forms that only files have into those that people type."""
    if found := _ZEROS.fullmatch(text):
        return found["year"] if found["month"] == "00" else f"{found['year']}-{found['month']}"
    if found := _COMMAS.fullmatch(text):
        parts = [f"{int(found[part]):02d}" for part in ("month", "day") if found[part] and int(found[part])]
        return "-".join([found["year"], *parts])
    if found := _TIMED.fullmatch(text):
        return found["day"]
    if found := _FLOAT.fullmatch(text):
        return found["year"]
    return f"circa {text[1:].strip()}" if text[:1] == "~" else text


def slashed(found: re.Match[str], order: Order | None) -> str:
    """Read two numbers and a year; nothing if it needs no help, or nobody has said which one is the day.

    Zero is how tables say that nobody knows: with one of them, the other number is the month.
    """
    one, other, year = int(found["one"]), int(found["other"]), found["year"]
    if not one and not other:
        return year
    if not one or not other:
        month = one or other
        if month > _DECEMBER:
            raise DateError(f"'{found[0]}' is not a date: it has a day without a month", "Write the month or the year.")
        return f"{year}-{month:02d}"
    if order is None:
        return ""
    day, month = (one, other) if order is Order.DMY else (other, one)
    return f"{year}-{month:02d}-{day:02d}"


def from_serial(text: str, days: int, excel: Excel) -> FuzzyDate:
    """Read the number of a day in a spreadsheet; the fraction is a time of day."""
    if excel is Excel.FROM_1904:
        start = Calendar(1904, 1, 1)
    elif days < 1 or days == _LEAP_OF_EXCEL:
        # Excel takes 1900 for a leap year, so that its day 60 never was.
        raise DateError(f"'{text}' is no day of a spreadsheet that counts from 1900")
    else:
        start = Calendar(1899, 12, 31) if days < _LEAP_OF_EXCEL else Calendar(1899, 12, 30)
    try:
        return parse_edtf((start + timedelta(days=days)).isoformat())
    except OverflowError:
        raise DateError(f"'{text}' is beyond the days of a spreadsheet") from None
