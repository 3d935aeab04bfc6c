"""Two dates or several: from 1965 to 1975, June-July 1990, 1939-45, 1863 or 1864."""

from collections.abc import Iterable, Iterator
from typing import Final

from narcotl.dates.human.spans import OPEN, UNKNOWN, Span
from narcotl.dates.human.units import period, without_fillers
from narcotl.dates.human.words import MARKS, SEPARATORS, Words
from narcotl.dates.refusals import excerpt
from narcotl.errors import DateError

_NOBODY_KNOWS: Final = (("?",), ("unknown",))
_SETS: Final = {"or": ("[", "]"), "and": ("{", "}")}
_NAMED_YEARS: Final = frozenset({"fy", "fiscal"})
_MOST_SHARED: Final = 5
_ABBREVIATED: Final = 2
_YEAR_DIGITS: Final = 4


def qualified(words: Words) -> Span | None:
    """Read one period, with or without about, perhaps and a question mark."""
    words = without_fillers(words)
    if words[1:] and words[0] in ("circa", "perhaps"):
        inner = qualified(words[1:])
        return inner and inner.marked(MARKS[words[0]])
    if words[1:] and words[-1] in ("?", "~", "%"):
        inner = qualified(words[:-1])
        return inner and inner.marked(MARKS[words[-1]])
    return period(words)


def between(words: Words) -> Span | None:
    """Read between 1965 and 1975."""
    return _in_two(words[1:], frozenset({"and"})) if words[:1] == ("between",) else None


def span_of_two(words: Words) -> Span | None:
    """Read 1965-1975, 1965 to 1975, June-July 1990, 1985-?."""
    return _in_two(words, SEPARATORS)


def either(words: Words) -> Span | None:
    """Read 1863 or 1864 and 1960 and December 1961: sets, of which one or all are meant."""
    words = words[1:] if words[:1] in (("either",), ("both",)) else words
    for word, (opening, closing) in _SETS.items():
        if word in words:
            members = _members(_split(words, {word})) or _members(_split(words, {word, ","}))
            if members:
                texts = tuple(m.first if m.first == m.last else f"{m.first}..{m.last}" for m in members)
                return Span(first=opening, last=closing, members=texts).noted(*members)
    return None


def _in_two(words: Words, separators: frozenset[str]) -> Span | None:
    places = [place for place, word in enumerate(words) if word in separators]
    return next((span for place in places if (span := _range(words[:place], words[place + 1 :]))), None)


def _range(left: Words, right: Words) -> Span | None:
    """Read two ends, each of which may leave to the other the month, the year or the era that they share."""
    if not left or not right:
        return None
    if left in _NOBODY_KNOWS or right in _NOBODY_KNOWS:
        known = qualified(right if left in _NOBODY_KNOWS else left)
        if known is None or not known.single:
            return None
        first, last = (UNKNOWN, known.last) if left in _NOBODY_KNOWS else (known.first, UNKNOWN)
        return Span(first=first, last=last, ranged=True).noted(known)
    start = _first_found((left, *_lent_by(right, left)))
    if start is None:
        return None
    full = _in_full(start, left, right)
    end = _first_found((full, *((*left[:count], *full) for count in range(1, min(len(left), _MOST_SHARED)))))
    if end is None or not start.single or not end.single:
        return None
    earliest, latest = start.date.earliest, end.date.latest
    if earliest and latest and earliest > latest:
        raise DateError(
            f"{excerpt(' '.join((*left, '-', *right)))} ends before it begins",
            "Write the earlier end first, and give each its own year.",
        )
    return Span(first=start.first, last=end.last, ranged=True).noted(start, end)


def _lent_by(right: Words, left: Words) -> Iterator[Words]:
    """Complete words with the last ones of another date: June(-July 1990) is June 1990."""
    return ((*left, *right[-count:]) for count in range(1, min(len(right), _MOST_SHARED)))


def _first_found(readings: Iterable[Words]) -> Span | None:
    return next((span for words in readings if (span := qualified(words))), None)


def _in_full(start: Span, left: Words, right: Words) -> Words:
    """Write out the second year of 1939-45, the second decade of 1960s-70s and the second FY of FY 1977-1979."""
    if left[0] in _NAMED_YEARS and right[0] not in _NAMED_YEARS:
        return (*left[:-1], *right)
    year = start.first.rstrip("?~%")
    if len(right) != 1 or len(year) != _YEAR_DIGITS:
        return right
    digits = right[0].removesuffix("s")
    wanted = year.isdecimal() if digits == right[0] else year[:-1].isdecimal() and year[-1] == "X"
    fits = wanted and len(digits) == _ABBREVIATED and digits.isdecimal()
    return (f"{year[:2]}{right[0]}",) if fits else right


def _members(chunks: tuple[Words, ...]) -> tuple[Span, ...]:
    """Read every member of a set, which may leave to the last one the month or the year that they share."""
    *_, last = chunks
    found = []
    for chunk in chunks:
        span = _first_found((chunk, *_lent_by(last, chunk))) or span_of_two(chunk)
        if span is None or OPEN in (span.first, span.last) or UNKNOWN in (span.first, span.last):
            return ()
        found.append(span)
    return tuple(found) if len(found) > 1 else ()


def _split(words: Words, separators: set[str]) -> tuple[Words, ...]:
    """Split words at separators; what stands between two of them may be nothing, and is left out."""
    chunks: list[list[str]] = [[]]
    for word in words:
        if word in separators:
            chunks.append([])
        else:
            chunks[-1].append(word)
    return tuple(tuple(chunk) for chunk in chunks if chunk) or ((),)
