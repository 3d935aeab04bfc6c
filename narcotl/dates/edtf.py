"""The reader of EDTF, levels 0 to 2: the Library of Congress text of 4 February 2019, and nothing looser.

What the standard leaves open is decided in docs/dates.md.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final

from narcotl.dates.days import Day, month_length
from narcotl.dates.model import FuzzyDate
from narcotl.dates.moments import bounds, precision, split
from narcotl.dates.refusals import excerpt, not_a_date
from narcotl.dates.vocabulary import End, Precision
from narcotl.errors import DateError

REMEMBERED: Final = 2**15
"""How many dates are kept ready: stores repeat theirs."""
_BRACKETS: Final = {"[": "]", "{": "}"}
_ENDS: Final = {"": End.UNKNOWN, "..": End.OPEN}
_EXACT: Final = {"start": End.KNOWN, "end": End.KNOWN, "approximate": False, "uncertain": False}
_DAY_DIGITS: Final = 8
_FORMS: Final = "Write 1984-11-26, 1984-11, 1984, 198X, 1965/1975, 1985/.. or 1950~ (docs/dates.md has all forms)."


@lru_cache(maxsize=REMEMBERED)
def parse_edtf(text: str) -> FuzzyDate:
    """Read one date in strict EDTF; raise DateError with the reason and a way out if it is not one."""
    if text[:1] in _BRACKETS:
        return _set(text)
    if "/" in text:
        return _interval(text)
    return _date(_without_time(text))


@cache
def _plain_pattern() -> re.Pattern[str]:
    return re.compile("([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-([0-9]{2}))?)?|[0-9]{3}X|[0-9]{2}XX", re.ASCII)


def _plain_date(text: str) -> FuzzyDate | None:
    """Read a day, month, year, decade or century without marks, which is what nearly all stored dates are."""
    found = _plain_pattern().fullmatch(text)
    if found is None:
        return None
    year_text, month_text, day_text = found.groups()
    if year_text is None:
        first, last = int(text.replace("X", "0")), int(text.replace("X", "9"))
        unit = Precision.DECADE if text[2] != "X" else Precision.CENTURY
        return _known(text, (first, 1, 1), (last, 12, 31), unit)
    year = int(year_text)
    if month_text is None:
        return _known(text, (year, 1, 1), (year, 12, 31), Precision.YEAR)
    month = int(month_text)
    length = month_length(year, month)
    if day_text is None:
        return _known(text, (year, month, 1), (year, month, length), Precision.MONTH)
    day = year, month, int(day_text)
    return _known(text, day, day, Precision.DAY) if 1 <= day[2] <= length else None


def _known(text: str, earliest: Day, latest: Day, unit: Precision) -> FuzzyDate:
    date = object.__new__(FuzzyDate)
    # What `FuzzyDate(...)` would do, at half the price; in the order of the fields.
    vars(date).update(
        {"edtf": text, "earliest": earliest, "latest": latest, **_EXACT, "precision": unit, "members": ()}
    )
    return date


def _date(text: str) -> FuzzyDate:
    """Read one date that is neither interval nor set."""
    plain = _plain_date(text)
    if plain is not None:
        return plain
    moment = split(text)
    if moment is None:
        raise _shapeless(text)
    earliest, latest = (None, None) if moment.undated else bounds(moment)
    end = End.UNKNOWN if moment.undated else End.KNOWN
    return FuzzyDate(
        edtf=text,
        earliest=earliest,
        latest=latest,
        start=end,
        end=end,
        approximate="~" in moment.marks or "%" in moment.marks,
        uncertain="?" in moment.marks or "%" in moment.marks,
        precision=precision(moment),
    )


def _interval(text: str) -> FuzzyDate:
    """Read `a/b`, where either side may be `..` (open) or nothing (unknown)."""
    first, _, last = text.partition("/")
    if "/" in last:
        raise not_a_date(text, "an interval has one slash", "Write 1965/1975.")
    return _between(first, last, "/")


def _between(first: str, last: str, joint: str) -> FuzzyDate:
    """Make the interval from one side to the other; the joint (`/`, or `..` in a set) is for messages only."""
    start_date, end_date = (None if side in _ENDS else _date(side) for side in (first, last))
    earliest = start_date.earliest if start_date else None
    latest = end_date.latest if end_date else None
    text = f"{first}{joint}{last}"
    if earliest is None and latest is None:
        raise not_a_date(text, "neither side has a date", "Write 1985/.. or ../1985; XXXX is a date nobody knows.")
    if start_date and start_date.earliest and latest and start_date.earliest > latest:
        raise DateError(f"{excerpt(text)} ends before it begins", f"Write {last}{joint}{first} if they are swapped.")
    sides = [side for side in (start_date, end_date) if side]
    return FuzzyDate(
        edtf=f"{first}/{last}",
        earliest=earliest,
        latest=latest,
        start=start_date.start if start_date else _ENDS[first],
        end=end_date.end if end_date else _ENDS[last],
        approximate=any(side.approximate for side in sides),
        uncertain=any(side.uncertain for side in sides),
        precision=Precision.INTERVAL,
    )


def _set(text: str) -> FuzzyDate:
    """Read `[a,b]`, one of several dates, or `{a,b}`, all of them."""
    closing = _BRACKETS[text[0]]
    if text[-1] != closing:
        raise not_a_date(text, f"it opens with {text[0]} and does not end with {closing}", "Write [1863,1864].")
    members = tuple(_member(text, member) for member in text[1:-1].split(","))
    start, end = _widest(member.start for member in members), _widest(member.end for member in members)
    return FuzzyDate(
        edtf=text,
        earliest=min(member.earliest for member in members if member.earliest) if start is End.KNOWN else None,
        latest=max(member.latest for member in members if member.latest) if end is End.KNOWN else None,
        start=start,
        end=end,
        approximate=any(member.approximate for member in members),
        uncertain=any(member.uncertain for member in members),
        precision=Precision.SET,
        members=members,
    )


def _member(text: str, member: str) -> FuzzyDate:
    """Read one member of a set: a date, or the range `a..b`, `..b` or `a..`."""
    if not member.strip("."):
        raise not_a_date(text, "a member of the set is empty", "Write [1863,1864] or {1960,1961-12}.")
    first, dots, last = member.partition("..")
    return _between(first or "..", last or "..", dots) if dots else _date(member)


def _widest(ends: Iterable[End]) -> End:
    """Give the end of a hull: open if one is, else unknown if one is, else known."""
    found = set(ends)
    return next(end for end in (End.OPEN, End.UNKNOWN, End.KNOWN) if end in found)


@cache
def _time_pattern() -> re.Pattern[str]:
    hour, sixty = "(?:[01][0-9]|2[0-3])", "[0-5][0-9]"
    return re.compile(rf"(-?[0-9]{{4}}-..-..)T{hour}:{sixty}:{sixty}(?:Z|[+-]{hour}(?::{sixty})?)?", re.ASCII)


def _without_time(text: str) -> str:
    """Cut off a time of day: the day counts as written, whatever the time zone."""
    if "T" not in text:
        return text
    found = _time_pattern().fullmatch(text)
    if found is None:
        raise not_a_date(
            text, "its time of day does not read", "Leave the time out, or write 1985-04-12T23:20:30 (00 to 23:59:59)."
        )
    return found[1]


def _shapeless(text: str) -> DateError:
    """Say why a text does not have the shape of a date."""
    if not text:
        return DateError("the date is empty", _FORMS)
    if not text.isascii():
        return not_a_date(text, "EDTF is written in ASCII only", _FORMS)
    close = "".join(text.split()).upper()
    if close != text and split(close):
        return not_a_date(text, "EDTF is written in capitals and without spaces", f"Write {close}.")
    if "T" in text:
        return not_a_date(text, "a time of day goes with a single day only", "Leave the time out.")
    digits = text.removeprefix("-")
    if digits.isdecimal() and len(digits) != _DAY_DIGITS:
        return not_a_date(text, "a year has four digits", "Write 0079, or Y12345 for a year of more digits.")
    if digits.isdecimal():
        return not_a_date(text, "EDTF has hyphens", f"Write {text[:-4]}-{text[-4:-2]}-{text[-2:]}.")
    return not_a_date(text, "it is not EDTF", _FORMS)
