"""From a question to what is understood of it: dates, names, and the words that are left."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from narcotl.reports.ask import keys
from narcotl.reports.ask.common import FREQUENT
from narcotl.reports.ask.english import ALIKE
from narcotl.reports.ask.irregular import FORMS
from narcotl.reports.ask.names import names_in
from narcotl.reports.ask.synonyms import synonyms
from narcotl.reports.ask.times import dates_in
from narcotl.reports.ask.tokens import Token, stem, tokens
from narcotl.reports.ask.understood import Understood, Word
from narcotl.reports.ask.vocabulary import Vocabulary, form_of
from narcotl.reports.ask.wanted import ASKING, asking_form, wanted
from narcotl.reports.records import Records

if TYPE_CHECKING:
    from narcotl.dates import Day

LONGEST = 1000
"""As much of a question is read, in characters."""
MOST = 40
"""As many of its words."""
UNKNOWN = 1.4
"""How much a word counts that no record has: perhaps it only says otherwise what they say."""
PHRASE = 3
"""The longest synonym, in words."""


def understand(records: Records, question: str, today: "Day") -> Understood:
    """Understand a question, as of a day."""
    text = question[:LONGEST]
    all_tokens = tokens(text)[:MOST]
    dates, used = dates_in(text, all_tokens, today)
    left = [token for place, token in enumerate(all_tokens) if place not in used]
    reading = Reading(records)
    spelt = [reading.spelt(token) for token in left]
    named, taken = names_in(records, spelt)
    found = dict(reading.words(spelt, taken))
    words = tuple(found.values())
    return Understood(
        question=question,
        wanted=wanted(text, is_measured=any(name.kind == "measure" for name in named)),
        named=named,
        dates=dates,
        words=words,
        misspelt=tuple(reading.misspelt),
        unknown=tuple(word.text for word in words if not word.number),
        strangers=tuple(dict.fromkeys([*reading.strangers, *strange(spelt, taken, found)])),
    )


def strange(spelt: Sequence[Token], taken: set[int], found: dict[int, Word]) -> Iterator[str]:
    """Give the words that say what is asked for and that no record has."""
    for places in (keys.counted(spelt), *keys.chosen(spelt)):
        words = [found[place] for place in sorted(places) if place in found]
        if words and taken.isdisjoint(places) and is_strange(words):
            yield from (word.text for word in words if not word.forms)
    yield from (found[place].text for place in keys.defined(spelt) if place in found and not found[place].forms)


def is_strange(words: Sequence[Word]) -> bool:
    """Say whether no record has what is counted or chosen: any of the words, or the first, where that is a plural."""
    return not any(word.forms for word in words) or (not words[0].forms and words[0].text.endswith("s"))


class Reading:
    """Reads the words of one question against the words of one store."""

    def __init__(self, records: Records) -> None:
        """Begin with a store."""
        self.vocabulary = Vocabulary(records)
        self.synonyms = synonyms(records)
        self.misspelt: list[tuple[str, str]] = []
        self.strangers: list[str] = []

    def spelt(self, token: Token) -> Token:
        """Put the word that is probably meant for one that no record has."""
        word = token.folded
        if word in ASKING or word in FORMS or stem(word) in self.synonyms or self.vocabulary.frequency(form_of(word)):
            return token
        if asking := asking_form(word):
            return token._replace(folded=asking)
        meant = self.vocabulary.corrected(token)
        if meant is None:
            return token
        self.misspelt.append((token.text, meant))
        return token._replace(folded=meant)

    def words(self, spelt: Sequence[Token], taken: set[int]) -> Iterator[tuple[int, Word]]:
        """Give the words that are no name and not only there to ask, each once, with their places."""
        seen: set[str] = set()
        counted = keys.counted(spelt)
        place = 0
        while place < len(spelt):
            length, others = self.other_words(spelt, place, taken)
            token = spelt[place]
            last = place + length
            if place not in taken and (others or token.folded not in ASKING):
                text = " ".join(part.folded for part in spelt[place:last])
                if text not in seen:
                    seen.add(text)
                    is_proper = token.is_capital and place - 1 in taken
                    word = self.word(token, text, others)
                    yield place, word._replace(is_counted=place in counted, is_proper=is_proper)
            place = last

    def other_words(self, spelt: Sequence[Token], place: int, taken: set[int]) -> tuple[int, tuple[str, ...]]:
        """Find the longest synonym that begins here: how many words it has, and what it stands for."""
        for length in range(min(PHRASE, len(spelt) - place), 0, -1):
            span = range(place, place + length)
            key = " ".join(stem(spelt[at].folded) for at in span)
            if key in self.synonyms and taken.isdisjoint(span) and (length > 1 or spelt[place].folded not in ASKING):
                return length, self.synonyms[key]
        return 1, ()

    def forms(self, *texts: str) -> Iterator[str]:
        """Give the words of the store that belong to these; phrases as they are."""
        for text in texts:
            yield from [text] if " " in text else self.vocabulary.family(form_of(text))

    def word(self, token: Token, text: str, others: tuple[str, ...]) -> Word:
        """Make a word to look for."""
        own = [] if " " in text else [*self.forms(text, *FORMS.get(text, ()))]
        # A phrase that means others may be one of the records as well.
        phrases = [text] if " " in text else []
        synonyms = [*phrases, *(" ".join(part.folded for part in tokens(other)) for other in others)]
        forms = tuple(dict.fromkeys([*own, *self.forms(*synonyms)]))
        number = sum(self.vocabulary.frequency(form.split(" ")[0]) for form in forms)
        alike = self.alike(text, forms)
        if not number:
            number = sum(self.vocabulary.frequency(form.split(" ")[0]) for form in alike)
        if not number and token.is_capital:
            self.strangers.append(token.text)
        weight = self.vocabulary.weight(number) if forms and number else UNKNOWN
        written = text if " " in text else token.text
        return Word(written, forms, weight, number, len({*own}), others, alike=alike)

    def alike(self, text: str, forms: Sequence[str]) -> tuple[str, ...]:
        """Give the words of the store that say nearly the same: the rarest, and no more than find what one word may."""
        key = " ".join(stem(part) for part in text.split(" "))
        found = {form for form in self.forms(*ALIKE.get(key, ())) if form not in forms}
        numbers = {form: min(map(self.vocabulary.frequency, form.split(" "))) for form in found}
        room, kept = FREQUENT, []
        for form in sorted(found, key=lambda form: (numbers[form], form)):
            room -= numbers[form]
            if numbers[form] and room >= 0:
                kept.append(form)
        return tuple(kept)
