"""Plain words of English that say the same, or nearly, whatever a store is about: english.txt, looked up as it stands.

A line of that file is a family: before the bar words of which each can stand for each other, behind it words that are
near to these, but not to one another; a line that begins with a tilde has only words near to each other. A store lists
its own synonyms, and they count more: these only help where somebody says otherwise what the records say.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from narcotl.reports.ask.irregular import BASES, FORMS, WHOLE
from narcotl.reports.ask.tokens import stem
from narcotl.select.fold import fold

_FILE = Path(__file__).with_name("english.txt")
_BEFORE = ("\n", ", ", "| ", "~ ")
"""What stands before the entries of a line."""
LONGEST = 4
"""The longest phrase, in words."""
_SHORTEST = 3
"""Words of so many letters have no plural."""


class Alike(NamedTuple):
    """What else people say for a word or a phrase."""

    same: tuple[str, ...] = ()
    """What says the same ..."""
    near: tuple[str, ...] = ()
    """... and what nearly does."""


@cache
def _text() -> str:
    return "\n" + _FILE.read_text("utf-8")


@cache
def root(word: str) -> str:
    """Cut a folded word to what all its forms share, those of irregular verbs as well: ran and running are `run`."""
    base = BASES.get(word, word)
    if base in WHOLE:
        return WHOLE[base][0]
    cut, last = stem(base), base
    while cut != last:
        cut, last = stem(cut), cut
    if cut == base and base.endswith("s") and not base.endswith("ss") and len(base) > _SHORTEST:
        cut = base[:-1]
    if cut.endswith("at") and len(cut) > _SHORTEST + len("at"):
        cut = cut.removesuffix("at")
    return cut[:-1] if cut.endswith("ick") else cut


def beginning(words: Sequence[str]) -> dict[int, Alike]:
    """Give what else is said for the first of these folded words and for the phrases that it begins, by length."""
    roots = [root(word) for word in words[:LONGEST]]
    found: dict[int, tuple[dict[str, None], dict[str, None]]] = {}
    for start in dict.fromkeys([roots[0], words[0], *FORMS.get(words[0], ())]):
        for place, entry in _entries(start):
            parts = entry.split()
            if [root(part) for part in parts] == roots[: len(parts)]:
                same, near = found.setdefault(len(parts), ({}, {}))
                _read(_line(place), entry, same, near)
    return {
        length: Alike(tuple(same), tuple(word for word in near if word not in same))
        for length, (same, near) in found.items()
    }


def among(word: str, others: Sequence[str]) -> Iterator[str]:
    """Give those of some words that say the same as a word or phrase, then those that nearly do; each part counts."""
    spelt = re.findall(r"\w+", fold(word))
    if not spelt:
        return
    alike = beginning(spelt).get(len(spelt), Alike())
    parts = {other: {root(part) for part in re.findall(r"\w+", fold(other))} for other in others}
    found: set[str] = set()
    for said in (" ".join(spelt), *alike.same, *alike.near):
        roots = {root(part) for part in said.split()}
        for other in others:
            if other not in found and roots & parts[other]:
                found.add(other)
                yield other


def is_known(word: str) -> bool:
    """Say whether a folded word is one of these, alone or in a phrase."""
    return any(mark + root(word) in _text() for mark in (" ", "\n"))


def words(letter: str) -> set[str]:
    """Give all these words that begin with a letter."""
    return set(re.findall(rf"\b{re.escape(letter)}[a-z]+", _text()))


def _entries(start: str) -> Iterator[tuple[int, str]]:
    text = _text()
    for mark in _BEFORE:
        place = text.find(mark + start)
        while place >= 0:
            first = place + len(mark)
            rest = text[first : text.index("\n", first)]
            yield first, rest.partition(",")[0].partition(" |")[0]
            place = text.find(mark + start, first)


def _line(place: int) -> str:
    text = _text()
    return text[text.rfind("\n", 0, place) + 1 : text.index("\n", place)]


def _read(line: str, entry: str, same: dict[str, None], near: dict[str, None]) -> None:
    if line.startswith("#"):
        return
    if line.startswith("~"):
        near.update(dict.fromkeys(word for word in line[2:].split(", ") if word != entry))
        return
    heads, _, others = line.partition(" | ")
    among = heads.split(", ")
    if entry in among:
        same.update(dict.fromkeys(word for word in among if word != entry))
        near.update(dict.fromkeys(others.split(", ") if others else ()))
    else:
        near.update(dict.fromkeys(among))
