"""A second, closer look at the best candidates: numbers, names, words that stand together, and corrections."""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from narcotl.reports.ask.english import root
from narcotl.reports.ask.evidence import Evidence, batched
from narcotl.reports.ask.heads import HEADS, Head
from narcotl.reports.ask.scores import Part, Scored
from narcotl.reports.ask.understood import Understood
from narcotl.reports.ask.wanted import ASKING, Wanted
from narcotl.reports.records import Records
from narcotl.select.fold import fold

CLOSELY: Final = 30
"""As many of the best candidates are looked at once more."""
TITLE: Final = 2.0
"""How much it is worth that nothing else is in the name of a record than what is asked for."""
TOGETHER: Final = 0.6
"""How much it is worth that two words stand together that the question has together."""
DENSE: Final = 2.0
"""How much it is worth that much of what a record says, in proportion to its length, is what is asked for."""
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
_CORRECTIONS: Final = """
SELECT c.target, c.record, r.number FROM corrected c JOIN records r ON r.id = c.record WHERE c.target IN ({marks})
"""
CORRECTED: Final = 8
"""Of so many of the best candidates the corrections are answers as well, if that is asked for."""
OF_ITS_TARGET: Final = 0.7
"""How much of the score of what it corrects a correction has ..."""
OF_ITS_WORDS: Final = 5.0
"""... and how much it is worth that it holds the words of the question itself."""


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
    top = found[: max(CLOSELY, most)]
    numbers = [one.head.number for one in top]
    texts = {number: Text(name, body) for number, name, body in batched(records, _TEXTS, numbers)}
    meanings = Meanings(asked)
    better = []
    for one in top:
        text = texts[one.head.number]
        if says_how_much(asked, one, text):
            parts = tuple(
                part
                for part in meanings.parts(Text(text.name, "") if one.head.kind == "figure" else text)
                if part.points
            )
            score = round(one.score + sum(part.points for part in parts), 3)
            better.append(one._replace(score=score, parts=(*one.parts, *parts)))
    return sorted(better, key=lambda one: -one.score)


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

    def parts(self, text: Text) -> Iterator[Part]:
        """Give the reasons why a record is better than others."""
        title = [root(word) for word in re.findall(_WORDS, fold(text.name)) if word not in ASKING]
        if title:
            share = sum(self.worth.get(word, 0.0) for word in title) / len(title)
            yield Part("its name is what is asked for", round(TITLE * share, 3))
        words = [root(word) for word in re.findall(_WORDS, fold(" ".join(text))) if word not in ASKING]
        said = [self.place.get(word, -1) for word in words]
        pairs = {(one, other) for one, other in pairwise(said) if one >= 0 and other == one + 1}
        yield Part("words that stand together", round(TOGETHER * len(pairs), 3))
        numbers = Counter(words)
        found = sum(self.weight.get(word, 0.0) * (1 + math.log(number)) for word, number in numbers.items())
        most = math.sqrt(max(SHORTEST, len(numbers)) * self.whole)
        yield Part("much of what it says is what is asked for", round(DENSE * found / most, 3))


def corrected(records: Records, asked: Understood, evidence: Evidence, found: Sequence[Scored]) -> list[Scored]:
    """Add what corrects the best candidates."""
    best = {one.head.id: one for one in found[:CORRECTED]}
    marks = ", ".join("?" * len(best))
    links = list(records.table(_CORRECTIONS.format(marks=marks), tuple(best)))
    heads = {row[0]: Head(*row) for row in batched(records, HEADS, [number for _, _, number in links])}
    whole = sum(word.weight for word in asked.words) or 1.0
    every = {one.head.id: one for one in found}
    for target, record, number in links:
        fits = zip(asked.words, evidence.words, strict=True)
        own = sum(fit.get(number, 0.0) * word.weight for word, fit in fits) / whole
        parts = (
            Part(f"corrects {target}", round(OF_ITS_TARGET * best[target].score, 3)),
            Part("fits what is asked itself", round(OF_ITS_WORDS * own, 3)),
        )
        score = round(sum(part.points for part in parts), 3)
        if record not in every or every[record].score < score:
            every[record] = Scored(heads[number], score, parts)
    return sorted(every.values(), key=lambda one: (-one.score, one.head.sort, one.head.id))
