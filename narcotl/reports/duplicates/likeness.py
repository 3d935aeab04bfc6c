"""How alike two names or titles are, in percent: the one module that knows rapidfuzz."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Final, NamedTuple, TypeAlias

from narcotl.extras import imported

Ratio: TypeAlias = Callable[[str, str], float]
_WORD: Final = re.compile(r"\w+")
_IDLE: Final = frozenset(
    {"the", "of", "and", "a", "an", "in", "on", "for", "to", "de", "la", "el", "del", "los", "las"}
)
_COMPASS: Final = re.compile(r"(north|south|east|west|central|upper|lower)")
CROWD: Final = 60
"""A word that more names have than this says nothing about any two of them."""
KEYS: Final = 3
"""By how many of its rarest words a name is looked up."""
STEM: Final = 4
"""How many letters of a word are enough to look it up: the rest may be misspelt."""
SAME_WORD: Final = 80
"""From how many percent on two words may be one that is misspelt."""
INITIAL: Final = 8
"""How many points an initial costs that stands for a name."""


class Name(NamedTuple):
    """A name of a record, folded."""

    record: str
    text: str
    words: tuple[str, ...]


def name(record: str, text: str) -> Name:
    """Split a folded name into the words that matter, in the order of the alphabet."""
    return Name(record, text, tuple(sorted(word for word in _WORD.findall(text) if word not in _IDLE)))


def neighbours(names: Iterable[Name]) -> Iterator[tuple[Name, Name]]:
    """Give the pairs of names, of different records, that share one of their rarest words or its beginning."""
    listed = list(dict.fromkeys(names))
    keys = {one: frozenset(word[:STEM] for word in one.words) for one in listed}
    crowds = Counter(key for found in keys.values() for key in found)
    blocks: Mapping[str, list[Name]] = defaultdict(list)
    for one, found in keys.items():
        for key in sorted(found, key=lambda key: (crowds[key], key))[:KEYS]:
            if crowds[key] <= CROWD:
                blocks[key].append(one)
    seen: set[tuple[Name, Name]] = set()
    for block in blocks.values():
        for place, one in enumerate(block):
            for other in block[place + 1 :]:
                pair = (one, other) if one < other else (other, one)
                if one.record != other.record and pair not in seen:
                    seen.add(pair)
                    yield pair


def alike(one: Name, other: Name) -> int:
    """Give how alike two names are: 0 if a number or a word in them is another one, 100 if they are the same."""
    if one.words == other.words:
        return 100
    if numbers(one) != numbers(other):
        return 0
    mine, yours = (
        list((Counter(one.words) - Counter(other.words)).elements()),
        list((Counter(other.words) - Counter(one.words)).elements()),
    )
    ratio = ratios()
    cost = 0
    for word in sorted(mine, key=len, reverse=True):
        best = max(yours, key=lambda candidate: closeness(word, candidate, ratio), default=None)
        if best is None or closeness(word, best, ratio) < SAME_WORD:
            return 0
        cost += INITIAL * (min(len(word), len(best)) == 1)
        yours.remove(best)
    if yours:
        return 0
    if cost:
        return max(0, 98 - cost)
    return round(ratio(" ".join(one.words), " ".join(other.words)))


def closeness(one: str, other: str, ratio: Ratio) -> float:
    """Give how close two words are; an initial is close to what it begins, and east is not west."""
    directions = {word.removesuffix("ern") for word in (one, other) if _COMPASS.match(word)}
    if directions:
        return 100.0 if len(directions) == 1 and _COMPASS.match(one) and _COMPASS.match(other) else 0.0
    if min(len(one), len(other)) == 1:
        return 100.0 if one[0] == other[0] else 0.0
    return ratio(one, other)


def numbers(one: Name) -> set[str]:
    """Give the words of a name that hold digits: with another number it is another thing."""
    return {word for word in one.words if any(letter.isdigit() for letter in word)}


def similar(one: str, other: str) -> int:
    """Give how alike two titles are, whatever the order of their words."""
    return round(ratios()(" ".join(name("", one).words), " ".join(name("", other).words)))


@cache
def ratios() -> Ratio:
    """Give what compares two texts, in percent of their letters."""
    compare: Ratio = imported("rapidfuzz", extra="author", by="narcotl duplicates").fuzz.ratio
    return compare
