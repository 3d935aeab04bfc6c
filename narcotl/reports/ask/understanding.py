"""From a question to what is understood of it: dates, names, and the words that are left."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from narcotl.reports.ask import keys
from narcotl.reports.ask.names import names_in
from narcotl.reports.ask.reading import Reading
from narcotl.reports.ask.times import dates_in
from narcotl.reports.ask.tokens import Token, tokens
from narcotl.reports.ask.understood import Understood, Word
from narcotl.reports.ask.wanted import wanted
from narcotl.reports.records import Records

if TYPE_CHECKING:
    from narcotl.dates import Day

LONGEST = 1000
"""As much of a question is read, in characters."""
MOST = 40
"""As many of its words."""


def understand(records: Records, question: str, today: "Day") -> Understood:
    """Understand a question, as of a day."""
    text = question[:LONGEST]
    all_tokens = tokens(text)[:MOST]
    dates, used = dates_in(text, all_tokens, today)
    left = [token for place, token in enumerate(all_tokens) if place not in used]
    reading = Reading(records)
    spelt = [reading.spelt(token) for token in left]
    text = mended(text, left, spelt, reading.misspelt)
    named, taken = names_in(records, spelt)
    found = dict(reading.words(spelt, taken))
    words = tuple(found.values())
    return Understood(
        question=text,
        wanted=wanted(text, is_measured=any(name.kind == "measure" for name in named)),
        named=named,
        dates=dates,
        words=words,
        misspelt=tuple(reading.misspelt),
        unknown=tuple(word.text for word in words if not word.number),
        strangers=tuple(dict.fromkeys([*reading.strangers, *strange(spelt, taken, found)])),
    )


def mended(text: str, typed: Sequence[Token], meant: Sequence[Token], misspelt: Sequence[tuple[str, str]]) -> str:
    """Write a question as it was probably meant."""
    for token, other in reversed([*zip(typed, meant, strict=True)]):
        if (token.text, other.folded) in misspelt:
            text = text[: token.start] + other.folded + text[token.end :]
    return text


def strange(spelt: Sequence[Token], taken: set[int], found: dict[int, Word]) -> Iterator[str]:
    """Give the words that say what is asked for and that no record has."""
    for places in (keys.counted(spelt), *keys.chosen(spelt)):
        words = [found[place] for place in sorted(places) if place in found]
        if words and taken.isdisjoint(places) and is_strange(words):
            yield from (word.text for word in words if not word.forms and not word.same)
    yield from (
        found[place].text
        for place in keys.defined(spelt)
        if place in found and not found[place].forms and not found[place].same
    )


def is_strange(words: Sequence[Word]) -> bool:
    """Say whether no record has what is counted or chosen: any of the words, or the first, where that is a plural."""
    first = words[0]
    return not any(word.forms or word.same for word in words) or (
        not first.forms and not first.same and first.text.endswith("s")
    )
