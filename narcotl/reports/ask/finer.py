"""A second, closer look at the best candidates: numbers, names, words that stand together, and corrections."""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import Final, NamedTuple

from narcotl.reports.ask.english import root
from narcotl.reports.ask.evidence import Evidence, batched
from narcotl.reports.ask.heads import HEADS, Head
from narcotl.reports.ask.judge import FITS, Judge
from narcotl.reports.ask.scores import Scored, Sign
from narcotl.reports.ask.sureness import Sureness
from narcotl.reports.ask.understood import Understood
from narcotl.reports.ask.wanted import ASKING, Wanted
from narcotl.reports.records import Records
from narcotl.select.fold import fold

CLOSELY: Final = 20
"""As many of the best candidates are looked at once more."""
TOGETHER: Final = "words that stand together"
TITLE: Final = "its name is what is asked for"
DENSE: Final = "much of what it says is what is asked for"
SENTENCE: Final = "one sentence says it"
IN_ONE: Final = "words in one sentence"
IN_ALL: Final = "words in all"
FIGURES: Final = "has the numbers of the question"
SAME: Final = 0.7
NEAR: Final = 0.4
"""What words are worth that say the same, or nearly, here, where all that a record says is looked at ..."""
OF_A_NAME: Final = 0.7
"""... and the words of names."""
SHORTEST: Final = 4
"""Shorter texts count as ones of so many words."""
_TEXTS: Final = "SELECT number, name, body FROM texts WHERE number IN ({marks})"
_COUNTING: Final = r"\bhow many\b|\bnumber of\b"
_OF_LAND: Final = r"\b(hectares?|acres?)\b"
_OF_WEIGHT: Final = r"\b(tonn?es?|tons?|kilos?|kilograms?|pounds)\b"
_MEASURING: Final = r"\bhow much(?! of)\b|\b(amount|percentage|share|proportion) of\b"
_NUMBERS: Final = (
    r"(?<![\d-])(?!(?:1[5-9]|20)\d\d\b)\d[\d,.]*|\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    r"|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens?|hundreds?|thousands?|millions?|billions?|half"
    r"|thirds?|quarters?|fifths?|tenths?|percent|per cent|twice|double|tenfold"
)
_NUMBER: Final = rf"{_NUMBERS})\b"
"""A number that is no year, in digits or in words ..."""
_AMOUNT: Final = rf"{_NUMBERS}|most|more|all|none|nobody|no|much|little)\b"
"""... and what else says how much."""
_SAYING: Final = (
    (_OF_LAND, rf"{_OF_LAND}|square"),
    (_OF_WEIGHT, _OF_WEIGHT),
    (_COUNTING, _NUMBER),
    (_MEASURING, _AMOUNT),
)
"""What must be said where something is counted, or is measured."""
_WORDS: Final = r"[^\W\d_]+"
_SENTENCES: Final = r"(?<=[.!?;])\s+|\n"
_DIGITS: Final = r"\d{1,3}(?:[ ,.]\d{3})+(?!\d)|\d+(?:\.\d+)?"
_YEAR: Final = r"(1[5-9]|20)\d\d"
_FIGURES: Final = "SELECT number, json FROM records WHERE kind = 'figure' AND number IN ({marks})"
_CORRECTIONS: Final = """
SELECT c.target, c.record, r.number FROM corrected c JOIN records r ON r.id = c.record WHERE c.target IN ({marks})
"""
CORRECTED: Final = 8
"""Of so many of the best candidates the corrections are answers as well, if that is asked for."""
CORRECTS: Final = "corrects what fits"


class Text(NamedTuple):
    """What a record says: its name, and everything else."""

    name: str
    body: str


def finer(
    records: Records, asked: Understood, evidence: Evidence, found: Sequence[Scored], most: int = 0
) -> list[Scored]:
    """Look at the best candidates once more: some are no answer at all, and others are better than they seemed.

    Keep the best ones only, and as many as are wanted at least.
    """
    if Wanted.WRONG in asked.wanted or asked.is_checking:
        found = corrected(records, asked, evidence, found)
    looked_at = closely(records, asked, evidence, found[: max(CLOSELY, most)])
    return sorted(looked_at, key=lambda one: -one.score)


def closely(records: Records, asked: Understood, evidence: Evidence, found: Sequence[Scored]) -> Iterator[Scored]:
    """Look at what candidates say; leave out those that have no number, if one is asked for."""
    numbers = [one.head.number for one in found]
    texts = {number: Text(name, body) for number, name, body in batched(records, _TEXTS, numbers)}
    meanings, sureness = Meanings(asked), Sureness(asked, evidence)
    given = {number for number in figures(asked.question) if len(number) > 1 and not re.fullmatch(_YEAR, number)}
    values = dict(batched(records, _FIGURES, numbers)) if given else {}
    for one in found:
        text = texts[one.head.number]
        if says_how_much(asked, one, text):
            said_there = sentences(text)
            signs = [*meanings.of_all(said_there[:1] if one.head.kind == "figure" else said_there)]
            signs += meanings.of_sentences(said_there)
            if given:
                said = figures(values.get(one.head.number) or "\n".join(text))
                signs.append(Sign(FIGURES, len(given & said) / len(given)))
            yield sureness.of(one.and_also(signs))


def figures(text: str) -> set[str]:
    """Give the numbers in a text without what divides their digits: 60,000 and 60 000 are 60000."""
    return {re.sub(r"\D", "", number) for number in re.findall(_DIGITS, text)}


def says_how_much(asked: Understood, one: Scored, text: Text) -> bool:
    """Say whether a candidate has a number, if one is asked for: not only a figure may tell it."""
    if asked.wanted[0] is not Wanted.HOW_MUCH or one.head.kind == "figure":
        return True
    question = asked.question.lower()
    needed = next((said for sign, said in _SAYING if re.search(sign, question)), "")
    return bool(re.search(needed, "\n".join(text), re.IGNORECASE))


class Meanings:
    """What each word of a record has to do with the question."""

    def __init__(self, asked: Understood) -> None:
        """Take the words of the question, and what else says the same."""
        self.worth: dict[str, float] = {}
        self.weight: dict[str, float] = {}
        self.place: dict[str, int] = {}
        for place, word in enumerate(asked.words):
            for texts, worth in (((word.text, *word.forms), 1.0), (word.same, SAME), (word.alike, NEAR)):
                self.learn(texts, worth, word.weight, place)
        for name in asked.named:
            self.learn((name.text, *name.names), 1.0, OF_A_NAME, -1)
        names = {name.text for name in asked.named}
        self.whole = max(1.0, sum(word.weight for word in asked.words) + OF_A_NAME * len(names))

    def learn(self, texts: Sequence[str], worth: float, weight: float, place: int) -> None:
        """Learn what the words of some texts are worth, if no more is known already."""
        for text in texts:
            for word in fold(text).split():
                key = root(word)
                if word not in ASKING and worth > self.worth.get(key, 0.0):
                    self.worth[key] = worth
                    self.weight[key] = worth * weight
                    self.place[key] = place

    def of_all(self, said: Sequence[Sequence[str]]) -> Iterator[Sign]:
        """Say how much of what a record says is asked for; its name comes first."""
        if title := said[0]:
            yield Sign(TITLE, sum(self.worth.get(word, 0.0) for word in title) / len(title))
        words = list(chain.from_iterable(said))
        places = [self.place.get(word, -1) for word in words]
        yield Sign(TOGETHER, len({(one, other) for one, other in pairwise(places) if one >= 0 and other == one + 1}))
        numbers = Counter(words)
        found = sum(self.weight.get(word, 0.0) * (1 + math.log(number)) for word, number in numbers.items())
        yield Sign(DENSE, found / math.sqrt(max(SHORTEST, len(numbers)) * self.whole))

    def of_sentences(self, said: Sequence[Sequence[str]]) -> Iterator[Sign]:
        """Say how much of what is asked for stands in one sentence of a record, and in all of them."""
        most, several, every = 0.0, 0, set[object]()
        for sentence in said:
            held: dict[object, float] = {}
            for word in sentence:
                if word in self.place:
                    # A name of several words is several things.
                    thing = self.place[word] if self.place[word] >= 0 else word
                    held[thing] = max(held.get(thing, 0.0), self.weight[word])
            most, several = max(most, sum(held.values())), max(several, len(held))
            every |= {*held}
        yield Sign(SENTENCE, most / self.whole)
        yield Sign(IN_ONE, several)
        yield Sign(IN_ALL, len(every))


def sentences(text: Text) -> list[list[str]]:
    """Cut what a record says into sentences, its name first, and these into words that do not only ask, as roots."""
    parts = (text.name, *re.split(_SENTENCES, text.body))
    return [[root(word) for word in re.findall(_WORDS, fold(part)) if word not in ASKING] for part in parts]


def corrected(records: Records, asked: Understood, evidence: Evidence, found: Sequence[Scored]) -> list[Scored]:
    """Add what corrects the best candidates: it fits as well as they do, whatever words it has itself."""
    best = {one.head.id: one for one in found[:CORRECTED]}
    links = list(records.table(_CORRECTIONS.format(marks=", ".join("?" * len(best))), tuple(best)))
    heads = {row[0]: Head(*row) for row in batched(records, HEADS, [number for _, _, number in links])}
    every, judge = {one.head.id: one for one in found}, Judge(asked, evidence)
    mended: dict[str, Scored] = {}
    for target, record, number in links:
        own = every.get(record) or judge.judged(heads[number]) or Scored(heads[number], 0.0, ())
        fit = best[target].signs.get(FITS, 0.0)
        if record not in mended or fit > mended[record].signs[CORRECTS]:
            mended[record] = own.and_also([Sign(CORRECTS, fit, f"corrects {target}, which fits")])
    return sorted((every | mended).values(), key=lambda one: (-one.score, one.head.sort, one.head.id))
