"""The dates in a question: the longest runs of words that are one date."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from narcotl.errors import DateError
from narcotl.reports.ask.tokens import Token
from narcotl.reports.ask.understood import When

if TYPE_CHECKING:
    from narcotl.dates import Day

_TELLING = re.compile(r"\d{4}s?(-\d{1,2}){0,2}")
_DECADES = {
    name: f"19{number}0s"
    for number, name in enumerate(
        ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"), 2
    )
}
_YEAR_BEFORE = re.compile(r"\b(the )?(year (before|earlier)|previous year|preceding year)\b", re.IGNORECASE)
_AFTER = re.compile(r"after (\d{4})", re.IGNORECASE)
_LONGEST = 5
"""The longest date, in words: `between June 1990 and July 1991`."""
_PERIOD = 10_000
"""A year, in the numbers by which days are compared."""


def dates_in(text: str, words: Sequence[Token], today: "Day") -> tuple[tuple[When, ...], set[int]]:
    """Give the dates of a question, and the places of the words that say them."""
    found: list[When] = []
    used: set[int] = set()
    for place, word in enumerate(words):
        if place in used:
            continue
        if word.folded in _DECADES:
            found.append(When(word.text, spans_of(_DECADES[word.folded], today)))
            used.add(place)
        elif _TELLING.fullmatch(word.folded.replace(" ", "-")):
            first, last, when = longest(text, words, place, today)
            if when is not None:
                found.append(when)
                used.update(range(first, last))
    if found and (before := _YEAR_BEFORE.search(text)):
        found += [
            When(before[0], ((first - _PERIOD, last - _PERIOD),))
            for first, last in found[0].spans
            if last - first < _PERIOD
        ]
    return tuple(found), used


def longest(text: str, words: Sequence[Token], place: int, today: "Day") -> tuple[int, int, When | None]:
    """Find the longest run of words around a year that is one date: its first place, its end, and the date."""
    runs = [
        (first, last)
        for first in range(max(0, place - _LONGEST + 1), place + 1)
        for last in range(place + 1, min(len(words), first + _LONGEST) + 1)
    ]
    for first, last in sorted(runs, key=lambda run: (run[0] - run[1], run[0])):
        written = text[words[first].start : words[last - 1].end]
        if spans := spans_of(written, today):
            after = _AFTER.fullmatch(written)
            return first, last, When(written, spans, spans_of(after[1], today)[0] if after else None)
    return place, place + 1, None


def spans_of(written: str, today: "Day") -> tuple[tuple[int, int], ...]:
    """Give the days that a text means; none if it is no date."""
    from narcotl.dates import parse

    try:
        return tuple(parse(written, today=today).spans())
    except DateError:
        return ()
