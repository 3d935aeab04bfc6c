"""Dates counted from today become dates: yesterday, last year, the past 6 months, 20 years ago."""

from typing import Final

from narcotl.dates.days import Day, day_text
from narcotl.dates.human.words import COUNTS, Words
from narcotl.dates.refusals import not_a_date

_BACK: Final = {"last": 1, "previous": 1, "this": 0, "current": 0, "next": -1}
_NEAR: Final = {"today": 0, "yesterday": 1, "tomorrow": -1}
_STEPS: Final = {
    # How many days and how many months each unit has, and how many letters of 1984-11-26 name one.
    "day": (1, 0, 10),
    "week": (7, 0, 0),
    "month": (0, 1, 7),
    "year": (0, 12, 4),
    "decade": (0, 120, 3),
    "century": (0, 1200, 2),
}
_LENGTHS: Final = (3, 2, 1)
_MOST_DIGITS: Final = 4


def resolved(words: Words, today: Day | None) -> Words:
    """Replace what is counted from today by dates; raise DateError if nobody said which day today is."""
    done: list[str] = []
    place = 0
    while place < len(words):
        for length in _LENGTHS:
            dates = _dates(words[place : place + length], today)
            if dates:
                done += dates
                place += length
                break
        else:
            done.append(words[place])
            place += 1
    return tuple(done)


def _dates(words: Words, today: Day | None) -> Words:
    """Read one relative phrase as a date, or as two with `to` between them; nothing if it is none."""
    match words:
        case (near,) if near in _NEAR:
            return (_stepped(words, today, "day", _NEAR[near]),)
        case (direction, unit) if direction in _BACK and unit in ("month", "year", "decade", "century"):
            return (_calendar(_stepped(words, today, unit, _BACK[direction]), unit),)
        case ("last" | "past" | "previous", number, units) if _count(number) and _unit(units):
            return _stepped(words, today, _unit(units), _count(number)), "to", _stepped(words, today, "day", 0)
        case (number, units, "ago") if _count(number) and _unit(units) not in ("", "week"):
            return (_calendar(_stepped(words, today, _unit(units), _count(number)), _unit(units)),)
    return ()


def _count(word: str) -> int:
    """Read how many: a number, a word for one, or 0 if it is neither."""
    if word in ("a", "an"):
        return 1
    return int(word) if word.isdecimal() and len(word) <= _MOST_DIGITS else COUNTS.get(word, 0)


def _unit(word: str) -> str:
    unit = "century" if word == "centuries" else word.removesuffix("s")
    return unit if unit in _STEPS else ""


def _stepped(words: Words, today: Day | None, unit: str, count: int) -> str:
    """Write the same day so many units ago, or the last day of a month that has no such day."""
    text = " ".join(words)
    if today is None:
        raise not_a_date(text, "it depends on today", "Write the date itself: nobody said which day it is.")
    from datetime import date

    from dateutil.relativedelta import relativedelta

    days, months, _ = _STEPS[unit]
    try:
        stepped = date(*today) - relativedelta(days=count * days, months=count * months)
    except (ValueError, OverflowError) as error:
        raise not_a_date(text, "it goes beyond the years 1 to 9999", "Write the years themselves.") from error
    return day_text((stepped.year, stepped.month, stepped.day))


def _calendar(day: str, unit: str) -> str:
    """Write the calendar unit that a day lies in: its month, its year, its decade (198X)."""
    kept = _STEPS[unit][2]
    return day[:kept] + "X" * (4 - kept)
