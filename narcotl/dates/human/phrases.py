"""Phrases around one period: since and until, before and after, about and perhaps, as of."""

from typing import Final

from narcotl.dates.days import LAST_FOUR_DIGIT_YEAR, Day, day_after, day_before, day_text, year_text
from narcotl.dates.human.ranges import between, either, qualified, span_of_two
from narcotl.dates.human.spans import OPEN, Span
from narcotl.dates.human.units import period, without_fillers
from narcotl.dates.human.words import MARKS, SEPARATORS, Words
from narcotl.dates.refusals import not_a_date

_PRESENT: Final = frozenset({"present", "now", "date"})
_LATER: Final = (("and", "later"), ("or", "later"))
_EARLIER: Final = (("and", "earlier"), ("or", "earlier"))
_NEW_YEAR, _OLD_YEAR = (1, 1), (12, 31)


def phrase(words: Words) -> Span | None:
    """Read a whole phrase; return None if it has no form that is known here."""
    words = without_fillers(words)
    rules = (period, _as_of, _since, _until, _strictly, between, either, _marked, span_of_two)
    return next((span for rule in rules if (span := rule(words))), None)


def _as_of(words: Words) -> Span | None:
    """Read as of October 2009: the date of a statement, which says nothing of since when."""
    inner = qualified(words[1:]) if words[:1] == ("asof",) else None
    if inner is None:
        return None
    return inner.but(conventions=(*inner.conventions, "as of tells when a statement was true, not since when"))


def _since(words: Words) -> Span | None:
    """Read since 1989, from 1989, 1989 onwards, 1989 and later, 1989 to the present; from 1965 to 1975 is a range."""
    inner = words
    if inner[-1:] == ("onwards",) or (inner[:1] == ("from",) and inner[-1:] == ("on",)):
        inner = inner[:-1]
    elif inner[-2:] in _LATER or (inner[-1:] and inner[-1] in _PRESENT and inner[-2:-1] and inner[-2] in SEPARATORS):
        inner = inner[:-2]
    if inner[:1] in (("since",), ("from",)):
        inner = inner[1:]
    if inner == words or not inner:
        return None
    found = span_of_two(inner) if words[0] == "from" else None
    if found:
        return found
    whole = _one_period(words, inner)
    return whole and Span(first=whole.first, last=OPEN, ranged=True).noted(whole)


def _until(words: Words) -> Span | None:
    """Read until 1930, through, up to, by, no later than 1930, 1930 and earlier: its last day is the last one."""
    if words[:1] in (("until",), ("through",), ("by",)):
        inner = words[1:]
    elif words[-2:] in _EARLIER:
        inner = words[:-2]
    else:
        return None
    whole = _one_period(words, inner)
    return whole and Span(first=OPEN, last=whole.last, ranged=True).noted(whole)


def _strictly(words: Words) -> Span | None:
    """Read before and after a period, which leave the whole of it out."""
    if words[:1] not in (("before",), ("after",)):
        return None
    whole = _one_period(words, words[1:])
    if whole is None:
        return None
    strictly = Span(first="", last="", conventions=("before and after a period leave the whole of it out",))
    first, last = whole.date.earliest, whole.date.latest
    if words[0] == "before" and first:
        day = day_before(first)
        edge = _edge(words, day, _OLD_YEAR) + _mark(whole.first)
        return Span(first=OPEN, last=edge, ranged=True).noted(whole, strictly)
    if words[0] == "after" and last:
        edge = _edge(words, day_after(last), _NEW_YEAR) + _mark(whole.last)
        return Span(first=edge, last=OPEN, ranged=True).noted(whole, strictly)
    return None


def _edge(words: Words, day: Day, turn_of_year: tuple[int, int]) -> str:
    """Write the day next to a period, or its year where EDTF has no days (beyond four digits)."""
    year, month, day_of_month = day
    if abs(year) <= LAST_FOUR_DIGIT_YEAR:
        return day_text(day)
    if (month, day_of_month) != turn_of_year:
        raise not_a_date(" ".join(words), "EDTF has no days beyond the year 9999", "Write the year.")
    return year_text(year)


def _mark(edtf: str) -> str:
    return edtf[-1] if edtf[-1] in "?~%" else ""


def _one_period(words: Words, inner: Words) -> Span | None:
    """Read what since, until, before and after take: one period, whose first or last day is the bound."""
    whole = qualified(inner)
    several = whole if whole and not whole.single else None if whole else span_of_two(inner) or either(inner)
    if several:
        raise not_a_date(" ".join(words), "such a phrase takes one period", "Write since 1965, or 1965 to 1975.")
    return whole


def _marked(words: Words) -> Span | None:
    """Read about or perhaps before, and a question mark after, a phrase of several dates: it goes for all of them."""
    if words[1:] and words[0] in ("circa", "perhaps"):
        inner = phrase(words[1:])
        return inner and inner.marked(MARKS[words[0]])
    if words[1:] and words[-1] in MARKS and words[-2] not in SEPARATORS:
        inner = phrase(words[:-1])
        return inner and inner.marked(MARKS[words[-1]])
    return None
