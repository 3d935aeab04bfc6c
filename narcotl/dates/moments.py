"""One EDTF date that is neither interval nor set: its parts as written, and the days that they denote."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import product
from typing import Final

from narcotl.dates.days import DECEMBER, FURTHEST_YEAR, LAST_FOUR_DIGIT_YEAR, Day, month_length, year_text
from narcotl.dates.refusals import not_a_date
from narcotl.dates.vocabulary import MONTHS, Precision
from narcotl.errors import DateError
from narcotl.frozen import Frozen

UNITS: Final = {
    # The code that stands in place of a month: what it names, its first month, how many months it has.
    **{code: (Precision.SEASON, first, 3) for code, first in ((21, 3), (22, 6), (23, 9), (24, 12))},  # northern
    **{code: (Precision.SEASON, first, 3) for code, first in ((25, 3), (26, 6), (27, 9), (28, 12))},  # and said so
    **{code: (Precision.SEASON, first, 3) for code, first in ((29, 9), (30, 12), (31, 3), (32, 6))},  # southern
    **{code: (Precision.QUARTER, first, 3) for code, first in ((33, 1), (34, 4), (35, 7), (36, 10))},
    **{code: (Precision.THIRD, first, 4) for code, first in ((37, 1), (38, 5), (39, 9))},
    **{code: (Precision.HALF, first, 6) for code, first in ((40, 1), (41, 7))},
}
SPANS_OF_YEARS: Final = {0: Precision.YEAR, 1: Precision.DECADE, 2: Precision.CENTURY}
"""By how many of its rightmost digits are left open."""
LONGEST_YEAR: Final = len(str(FURTHEST_YEAR))
HIGHEST_DAY: Final = 31
_REMEMBERED: Final = 1024
"""How many are kept ready: the ends of spans repeat."""


class Moment(Frozen):
    """The parts of one EDTF date, as written."""

    text: str
    year: str
    """`1984`, `-0043`, `198X`, `Y17000`, `Y-17E7`."""
    significant: int
    """How many digits of the year are meant (`1950S2`); 0 where nothing is said, which is all of them."""
    month: str
    """`11`, `XX`, `1X`, the code of a season or of another part of the year, or nothing."""
    day: str
    marks: str
    """Every `?`, `~` and `%`, wherever it stands."""

    @property
    def unit(self) -> int:
        """Give the code of the season, quarter, third or half, or 0 if it is none."""
        return 0 if not self.month or "X" in self.month or int(self.month) <= DECEMBER else int(self.month)

    @property
    def undated(self) -> bool:
        """Tell whether every digit is masked: no word on when."""
        return not (self.year + self.month + self.day).strip("X")


@cache
def _pattern() -> re.Pattern[str]:
    mark, part = "[?~%]?", "[0-9X]{2}"
    return re.compile(
        rf"(?P<first>{mark})(?P<year>-?[0-9X]{{4}}|Y-?[0-9]+(?:E[0-9]+)?)(?:S(?P<significant>[1-9][0-9]?))?"
        rf"(?P<rest>{mark}(?:-{mark}(?P<month>{part}){mark}(?:-{mark}(?P<day>{part}){mark})?)?)",
        re.ASCII,
    )


@lru_cache(maxsize=_REMEMBERED)
def split(text: str) -> Moment | None:
    """Take one EDTF date apart; return None if the text does not have that shape."""
    found = _pattern().fullmatch(text)
    if found is None:
        return None
    return Moment(
        text=text,
        year=found["year"],
        significant=int(found["significant"] or 0),
        month=found["month"] or "",
        day=found["day"] or "",
        marks="".join(letter for letter in found["first"] + found["rest"] if letter in "?~%"),
    )


def precision(moment: Moment) -> Precision:
    """Name the unit in which the date is told."""
    if moment.day and not moment.undated:
        return Precision.DAY
    if moment.unit:
        return UNITS[moment.unit][0]
    if moment.month and not moment.undated:
        return Precision.MONTH
    return SPANS_OF_YEARS.get(_open_digits(moment), Precision.INTERVAL)


def _open_digits(moment: Moment) -> int:
    """Count the rightmost digits of the year that are left open, by a mask or by significant digits."""
    if moment.significant:
        return len(str(abs(long_year(moment)))) - moment.significant
    bare = moment.year.rstrip("X")
    # A digit to the right of a masked one (`1X84`) leaves neither a whole decade nor a whole century open.
    return 0 if "X" in bare else len(moment.year) - len(bare)


def bounds(moment: Moment) -> tuple[Day, Day]:
    """Find the first and the last day that a date denotes; raise DateError if there is none."""
    _refuse_impossible(moment)
    if moment.year[0] == "Y" or moment.significant:
        first, last = _long_years(moment)
        return (first, 1, 1), (last, DECEMBER, 31)
    if moment.unit:
        _, month, count = UNITS[moment.unit]
        wrapped, ending = divmod(month + count - 2, DECEMBER)
        first = next(_years(moment.year, backwards=False))
        last = next(_years(moment.year, backwards=True)) + wrapped
        return (first, month, 1), (last, ending + 1, month_length(last, ending + 1))
    if not moment.month:
        first, last = (next(_years(moment.year, backwards=backwards)) for backwards in (False, True))
        return (first, 1, 1), (last, DECEMBER, 31)
    earliest = next(_days(moment, backwards=False), None)
    latest = next(_days(moment, backwards=True), None)
    if earliest is None or latest is None:
        raise _no_such_day(moment)
    return earliest, latest


def long_year(moment: Moment) -> int:
    """Work out the year of a date whose year has no mask, also beyond four digits (`Y-17E7`)."""
    mantissa, _, exponent = moment.year.removeprefix("Y").partition("E")
    zeros = int(exponent[:3] or 0)
    if len(mantissa.lstrip("-")) + zeros > LONGEST_YEAR:
        raise _out_of_range(moment)
    year = int(mantissa + "0" * zeros)
    if abs(year) > FURTHEST_YEAR:
        raise _out_of_range(moment)
    return year


def _long_years(moment: Moment) -> tuple[int, int]:
    """Find the first and the last year of `Y170000002`, `1950S2` and the like."""
    year = long_year(moment)
    if moment.significant:
        width = int(f"1{'0' * _open_digits(moment)}")
        least = abs(year) // width * width
        return (least, least + width - 1) if year >= 0 else (-(least + width - 1), -least)
    return year, year


def _years(mask: str, *, backwards: bool) -> Iterator[int]:
    """Go through the years that fit a mask, from the first or from the last."""
    sign = -1 if mask[0] == "-" else 1
    free = "9876543210" if backwards == (sign > 0) else "0123456789"
    for digits in product(*(free if digit == "X" else digit for digit in mask.lstrip("-"))):
        year = sign * int("".join(digits))
        if year or sign > 0:
            yield year


def _days(moment: Moment, *, backwards: bool) -> Iterator[Day]:
    """Go through the days that fit a date with or without masks, from the first or from the last."""
    step = -1 if backwards else 1
    months = _fitting(moment.month, DECEMBER)[::step]
    days = _fitting(moment.day or "XX", HIGHEST_DAY)[::step]
    for year in _years(moment.year, backwards=backwards):
        for month in months:
            yield from ((year, month, day) for day in days if day <= month_length(year, month))


@cache
def _fitting(mask: str, highest: int) -> tuple[int, ...]:
    """Find the months or days, up to the highest, that fit a mask of two places; there are 121 masks."""
    return tuple(n for n in range(1, highest + 1) if mask[0] in ("X", str(n // 10)) and mask[1] in ("X", str(n % 10)))


def _refuse_impossible(moment: Moment) -> None:
    """Raise DateError for parts that do not go together."""
    _refuse_year(moment)
    if not moment.month:
        return
    if moment.year[0] == "Y" or moment.significant:
        raise not_a_date(
            moment.text,
            "a year beyond four digits or with significant digits takes no month",
            "Write the year alone.",
        )
    if moment.month == "00" or (moment.unit and moment.unit not in UNITS):
        raise not_a_date(
            moment.text,
            f"there is no month {moment.month}",
            "Months are 01 to 12, seasons 21 to 32, quarters 33 to 36, thirds 37 to 39, halves 40 and 41.",
        )
    if moment.unit and moment.day:
        raise not_a_date(moment.text, f"a {UNITS[moment.unit][0]} has no days", "Write the month and the day.")


def _refuse_year(moment: Moment) -> None:
    """Raise DateError for a year that the form does not allow."""
    year = moment.year
    if year == "-0000":
        raise not_a_date(moment.text, "year zero has no minus", "Write 0000 for 1 BC, -0001 for 2 BC.")
    if moment.significant:
        digits = 0 if "X" in year else len(str(abs(long_year(moment))))
        if moment.significant > digits:
            raise not_a_date(
                moment.text,
                "the significant digits after S do not fit the year",
                "Write as many as are known: 1950S2 is 1900 to 1999, and about 1950.",
            )
    if year[0] == "Y":
        if year.lstrip("Y-").startswith("0") or "E0" in year:
            raise not_a_date(moment.text, "a number after Y or E begins with a zero", "Write it without the zero.")
        plain = long_year(moment)
        if abs(plain) <= LAST_FOUR_DIGIT_YEAR:
            raise not_a_date(moment.text, "Y is for years beyond four digits", f"Write {year_text(plain)}.")


def _out_of_range(moment: Moment) -> DateError:
    return not_a_date(moment.text, "its year is out of range", f"Years go from Y-{FURTHEST_YEAR} to Y{FURTHEST_YEAR}.")


def _no_such_day(moment: Moment) -> DateError:
    """Say why no day fits a date whose year and month are in order."""
    day_or_month_masked = "X" in moment.year + moment.month
    if day_or_month_masked or "X" in moment.day or moment.day == "00":
        return not_a_date(moment.text, "no day fits it", "Write XX for a month or a day that nobody knows.")
    year, month = int(moment.year), int(moment.month)
    return not_a_date(
        moment.text,
        f"{MONTHS[month - 1]} {moment.year} has {month_length(year, month)} days",
        f"Write {moment.year}-{moment.month} if the day is not known.",
    )
