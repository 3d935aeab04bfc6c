"""Days, months and years as people write them: 26 November 1984, Nov. 26th, 1984, 26/11/1984, June 1989, 6/1989."""

from typing import Final

from narcotl.dates.days import DECEMBER, month_length, weekday
from narcotl.dates.edtf import parse_edtf
from narcotl.dates.human.spans import Span, one
from narcotl.dates.human.words import MONTH_NUMBERS, WEEKDAY_NUMBERS, Words, ordinal
from narcotl.dates.moments import split
from narcotl.dates.refusals import not_a_date
from narcotl.dates.vocabulary import MONTHS, WEEKDAYS
from narcotl.errors import DateError

_YEAR_DIGITS: Final = 4
_DAY_DIGITS: Final = 2
_PARTS_OF_A_DAY: Final = 3


def calendar_date(words: Words) -> Span | None:
    """Read a day, a month or a year, with or without its weekday."""
    if words[1:] and words[0] in WEEKDAY_NUMBERS:
        found = calendar_date(words[1:])
        return found and _on_weekday(words[0], found)
    match words:
        case (word,):
            return one(word) if split(word) else _in_numbers(word)
        case (number, "/" | ".", year) if is_year(year) and number.isdecimal() and len(number) <= _DAY_DIGITS:
            return _month(year, number)
        case (*before, year) if is_year(year):
            return _in_year(year, tuple(before))
        case (year, *after) if is_year(year):
            return _in_year(year, tuple(after))
    return None


def is_year(word: str) -> bool:
    """Tell whether a word is a year, decade or century in EDTF: 1984, 198X, -0043."""
    moment = split(word)
    return moment is not None and not moment.month


def day_of_month(word: str) -> int:
    """Read 26 or 26th; 0 if the word is neither. Whether the month has that day is for the reader to say."""
    digits = word if word.isdecimal() else word[:-2] if ordinal(word) else ""
    return int(digits) if digits.isdecimal() and len(digits) <= _DAY_DIGITS else 0


def _in_year(year: str, words: Words) -> Span | None:
    """Read a month, or a day and a month in either order."""
    match words:
        case (month,) if month in MONTH_NUMBERS:
            return one(f"{year}-{MONTH_NUMBERS[month]:02d}")
        case (day, month) if month in MONTH_NUMBERS and day_of_month(day):
            return one(_checked(year, MONTH_NUMBERS[month], day_of_month(day)))
        case (month, day) if month in MONTH_NUMBERS and day_of_month(day):
            return one(_checked(year, MONTH_NUMBERS[month], day_of_month(day)))
    return None


def _checked(year: str, month: int, day: int) -> str:
    edtf = f"{year}-{month:02d}-{day:02d}"
    parse_edtf(edtf)
    return edtf


def _month(year: str, number: str) -> Span:
    if not 1 <= int(number) <= DECEMBER:
        raise not_a_date(f"{number}/{year}", f"there is no month {number}", "Months are 1 to 12.")
    return one(f"{year}-{int(number):02d}")


def _on_weekday(word: str, span: Span) -> Span:
    """Let a day pass if it falls on the weekday that was typed."""
    day = span.date.earliest
    if day is None or span.date.latest != day:
        raise not_a_date(f"{word} {span.date.text}", "a weekday goes with a day", "Leave the weekday out.")
    if weekday(day) != WEEKDAY_NUMBERS[word]:
        raise DateError(
            f"{span.date.text} was a {WEEKDAYS[weekday(day)]}, not a {WEEKDAYS[WEEKDAY_NUMBERS[word]]}",
            "Correct the day, or leave the weekday out.",
        )
    return span


def _in_numbers(word: str) -> Span | None:
    """Read a day in numbers if it can be one day only; raise DateError if it can be two or none."""
    sign = next((sign for sign in "/.-" if sign in word), "")
    parts = word.split(sign) if sign else []
    if len(parts) != _PARTS_OF_A_DAY or not all(part.isdecimal() for part in parts):
        return None
    first, second, third = parts
    if len(first) == _YEAR_DIGITS:
        readings = [(int(first), int(second), int(third))]
    elif len(third) == _YEAR_DIGITS:
        readings = [(int(third), int(second), int(first)), (int(third), int(first), int(second))]
    else:
        raise not_a_date(word, "its year does not have four digits", "Write the year in full: 26/11/1984.")
    days = sorted({day for day in readings if 1 <= day[1] <= DECEMBER and 1 <= day[2] <= month_length(*day[:2])})
    if not days:
        raise not_a_date(word, "there is no such day", "Write day, month and year: 26/11/1984 or 1984-11-26.")
    texts = [f"{year:04d}-{month:02d}-{day:02d}" for year, month, day in days]
    if len(days) > 1:
        meanings = " or ".join(
            f"{text} ({day} {MONTHS[month - 1]})" for text, (_, month, day) in zip(texts, days, strict=True)
        )
        raise DateError(f"'{word}' can be two days: day or month first?", f"Write {meanings}.")
    return one(texts[0])
