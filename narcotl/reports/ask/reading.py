"""Reads the words of a question against those of a store: their forms, their spelling, and what else says the same."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from narcotl.reports.ask import english, keys
from narcotl.reports.ask.common import FREQUENT
from narcotl.reports.ask.english import Alike
from narcotl.reports.ask.irregular import FORMS, WHOLE
from narcotl.reports.ask.synonyms import Synonyms
from narcotl.reports.ask.tokens import Token, stem, tokens
from narcotl.reports.ask.understood import Word
from narcotl.reports.ask.vocabulary import Vocabulary, form_of
from narcotl.reports.ask.wanted import ASKING, asking_form
from narcotl.reports.records import Records
from narcotl.select.fold import fold

UNKNOWN: Final = 1.4
"""How much a word counts that no record has: perhaps it only says otherwise what they say."""
PERHAPS: Final = 0.5
"""How sure it is that a word names a thing which stands only after an article, or only at an end."""
PHRASE: Final = 3
"""The longest synonym, in words."""
IDIOM: Final = 3
"""So many words together mean something of their own."""
SHORT: Final = 3
"""Words of so many letters have all their forms written out."""
APART: Final = 3
"""So many words may stand between a verb and its particle."""
PARTICLES: Final = frozenset(
    ("out", "up", "down", "off", "away", "over", "in", "on", "back", "through", "ever", "together", "apart")
)


class Meaning(NamedTuple):
    """What begins at a place of a question."""

    length: int
    """How many of its words belong together."""
    own: tuple[str, ...] = ()
    """Those of them that are looked for in all their forms."""
    others: tuple[str, ...] = ()
    """What the store has for them."""
    alike: Alike = Alike()
    """What plain English has for them."""


class Reading:
    """Reads the words of one question against the words of one store."""

    def __init__(self, records: Records) -> None:
        """Begin with a store."""
        self.vocabulary = Vocabulary(records)
        self.synonyms = Synonyms(records)
        self.misspelt: list[tuple[str, str]] = []
        self.strangers: list[str] = []

    def spelt(self, token: Token) -> Token:
        """Put the word that is probably meant for one that no record has."""
        word = token.folded
        if word.isdecimal() or word in ASKING or word in FORMS or self.synonyms.of(stem(word)):
            return token
        if self.vocabulary.frequency(form_of(word)):
            return token
        if asking := asking_form(word):
            return token._replace(folded=asking)
        if english.is_known(word):
            return token
        meant = self.vocabulary.corrected(token)
        if meant is None:
            return token
        self.misspelt.append((token.text, meant))
        return token._replace(folded=meant)

    def words(self, spelt: Sequence[Token], taken: set[int]) -> Iterator[tuple[int, Word]]:
        """Give the words that are no name and not only there to ask, each once, with their places."""
        counted = keys.counted(spelt) | keys.defined(spelt)
        surely, perhaps = keys.things(spelt)
        free = [token.folded if place not in taken else "" for place, token in enumerate(spelt)]
        found = dict(self.meanings(spelt, free))
        self.vocabulary.learn(form for _, meaning in found.values() for form in wanted_forms(meaning))
        for text, (place, meaning) in found.items():
            is_counted = not counted.isdisjoint(range(place, place + meaning.length))
            is_proper = spelt[place].is_capital and place - 1 in taken
            word = self.word(spelt[place], text, meaning._replace(alike=Alike()) if is_proper else meaning)
            thing = 1.0 if place in surely else PERHAPS * (place in perhaps)
            yield place, word._replace(is_counted=is_counted, is_proper=is_proper, thing=thing)

    def meanings(self, spelt: Sequence[Token], free: Sequence[str]) -> Iterator[tuple[str, tuple[int, Meaning]]]:
        """Give what is said, each once, with its place and what it means."""
        seen: set[str] = set()
        beside: dict[int, Alike] = {}
        place = 0
        while place < len(spelt):
            meaning = self.meaning(free, place, beside)
            text = " ".join(token.folded for token in spelt[place : place + meaning.length])
            is_said = meaning.others or meaning.length > 1 or free[place] not in ASKING
            if free[place] and is_said and text not in seen:
                seen.add(text)
                yield text, (place, meaning)
            place += meaning.length

    def meaning(self, free: Sequence[str], place: int, beside: dict[int, Alike]) -> Meaning:
        """Find what begins at a place: a synonym of the store, a phrase of plain English, or a word.

        A phrase of which each word says something by itself is kept for its words, by their places.
        """
        if not free[place]:
            return Meaning(1)
        length, others = self.other_words(free, place)
        if length > 1:
            return Meaning(length, (), others)
        known = english.beginning(free[place:])
        longest = max(known, default=1)
        contents = [at for at in range(place, place + longest) if free[at] not in ASKING]
        if longest >= IDIOM or (longest > 1 and len(contents) <= 1):
            own = [free[at] for at in contents] if longest < IDIOM else []
            return Meaning(longest, tuple(own), others, known[longest])
        if longest > 1:
            beside |= dict.fromkeys(contents, known[longest])
        alike = Alike()
        if free[place] not in ASKING:
            alike = (apart(free, place) if longest == 1 else None) or known.get(1, alike)
        both = beside.get(place, Alike())
        return Meaning(1, (free[place],), others, Alike((*alike.same, *both.same), (*alike.near, *both.near)))

    def other_words(self, free: Sequence[str], place: int) -> tuple[int, tuple[str, ...]]:
        """Find the longest synonym of the store that begins here: how many words it has, and what it stands for."""
        for length in range(min(PHRASE, len(free) - place), 0, -1):
            words = free[place : place + length]
            others = self.synonyms.of(" ".join(map(stem, words))) if all(words) else ()
            if others and (length > 1 or free[place] not in ASKING):
                return length, others
        return 1, ()

    def forms(self, texts: Iterable[str]) -> Iterator[str]:
        """Give the words of the store that belong to these."""
        for text in texts:
            if " " in text:
                yield from self.phrases(text)
            else:
                for form in forms_of(text):
                    yield from self.vocabulary.family(form)

    def phrases(self, text: str) -> Iterator[str]:
        """Write a phrase with all forms of its first word that records have: did away with, doing away with."""
        first, _, rest = text.partition(" ")
        for form in dict.fromkeys([first, *self.forms((first, *FORMS.get(first, ())))]):
            yield f"{form} {rest}"

    def word(self, token: Token, text: str, meaning: Meaning) -> Word:
        """Make a word to look for."""
        own = [*self.forms(form for word in meaning.own for form in (word, *FORMS.get(word, ())))]
        # A phrase that means others may be one of the records as well.
        phrases = [text] if " " in text else []
        synonyms = [*phrases, *(" ".join(part.folded for part in tokens(other)) for other in meaning.others)]
        forms = tuple(dict.fromkeys([*own, *self.forms(synonyms)]))
        same = self.rarest(meaning.alike.same, forms)
        near = self.rarest(meaning.alike.near, (*forms, *same))
        said_so = forms or same
        number = sum(map(self.frequency, said_so)) or sum(map(self.frequency, (*same, *near)))
        if not number and token.is_capital:
            self.strangers.append(token.text)
        weight = self.vocabulary.weight(number) if said_so and number else UNKNOWN
        written = text if " " in text else token.text
        return Word(written, forms, weight, number, len({*own}), meaning.others, alike=near, same=same)

    def frequency(self, form: str) -> int:
        """Say in how many records a form is, at most; a phrase is nowhere where one of its words is not."""
        return min(map(self.vocabulary.frequency, form.split(" ")))

    def rarest(self, texts: Sequence[str], but: Sequence[str]) -> tuple[str, ...]:
        """Give the words of the store that say so: the rarest, and no more than find what one word may."""
        found = {form for form in self.forms(texts) if form not in but}
        numbers = {form: self.frequency(form) for form in found}
        room, kept = FREQUENT, []
        for form in sorted(found, key=lambda form: (numbers[form], form)):
            room -= numbers[form]
            if numbers[form] and room >= 0:
                kept.append(form)
        return tuple(kept)


def apart(free: Sequence[str], place: int) -> Alike | None:
    """Find what a verb means with a particle that stands a few words behind it: rip the plants out."""
    for at in range(place + 2, min(len(free), place + 2 + APART)):
        if free[at] in PARTICLES and (found := english.beginning([free[place], free[at]]).get(2)):
            return found
    return None


def wanted_forms(meaning: Meaning) -> Iterator[str]:
    """Give the forms of all words that a meaning has, so that they are looked up together."""
    texts = (*meaning.own, *meaning.alike.same, *meaning.alike.near, *map(fold, meaning.others))
    for word in dict.fromkeys(word for text in texts for word in text.split(" ")):
        for form in (word, *FORMS.get(word, ())):
            yield from (form, *forms_of(form))


def forms_of(word: str) -> Sequence[str]:
    """Give the forms under which a word is looked for."""
    if len(word) > SHORT and word not in WHOLE:
        return (form_of(word),)
    return WHOLE.get(word) or short_forms(word)


def short_forms(word: str) -> tuple[str, ...]:
    """Write out the forms of a short word."""
    endings = ("s", "ed", "ing", f"{word[-1]}ed", f"{word[-1]}ing")
    return tuple(dict.fromkeys([word, *FORMS.get(word, ()), *(word + ending for ending in endings)]))
