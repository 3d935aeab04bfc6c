"""How sure it is that a record answers a question at all, and does not only come near to it.

Each of some measures, most of them of what a question asks for and the record does not hold, has a weight; their sum
becomes a probability by the logistic function. The weights are learned, as those of the signs are: docs/ask.md.
"""

import math
from collections.abc import Mapping, Sequence
from typing import Final

from narcotl.reports.ask.evidence import Evidence
from narcotl.reports.ask.scores import Scored
from narcotl.reports.ask.understood import Understood, Word
from narcotl.reports.ask.weights import SURE

LEAST: Final = 0.5
"""How sure an answer must be: less likely than not is none."""
FAINT: Final = 0.6
"""A word that fits less than this is hardly there."""
BEST: Final = 2
"""One of so many of the best must be as sure, or nothing answers."""


class Sureness:
    """How sure answers to one question are."""

    def __init__(self, asked: Understood, evidence: Evidence) -> None:
        """Take the question, and how candidates fit its words."""
        self.asked = asked
        self.evidence = evidence
        self.weight = sum(word.weight for word in asked.words) or 1.0
        self.of_question = dict(measures(asked, self.weight))

    def of(self, one: Scored) -> Scored:
        """Say how sure an answer is."""
        is_of_words = bool(self.asked.words or self.asked.named)
        return one._replace(sure=probability(self.measured(one)) if is_of_words else 1.0)

    def measured(self, one: Scored) -> dict[str, float]:
        """Measure a candidate."""
        held = [fits.get(one.head.number, 0.0) for fits in self.evidence.words]
        missed = [word for word, fit in zip(self.asked.words, held, strict=True) if not fit]
        faint = sum(word.weight for word, fit in zip(self.asked.words, held, strict=True) if 0 < fit < FAINT)
        return {
            **self.of_question,
            **one.signs,
            "score": one.score,
            "faint": faint / self.weight,
            "missed": len(missed),
            "missed that others have": sum(word.weight for word in missed if word.number),
            "missed things": sum(word.weight * (word.thing == 1.0) for word in missed),
            "missed things perhaps": sum(word.weight * (0.0 < word.thing < 1.0) for word in missed),
            "missed things of no record": sum(bool(word.thing) and not word.number for word in missed),
            "missed names": sum(word.text[:1].isupper() for word in missed),
        }


def answering(found: Sequence[Scored]) -> list[Scored]:
    """Keep the candidates, given in order, that probably answer; none if the best ones do not."""
    if all(one.sure < LEAST for one in found[:BEST]):
        return []
    return [one for one in found if one.sure >= LEAST]


def measures(asked: Understood, weight: float) -> dict[str, float]:
    """Measure a question whose words weigh so much."""
    unknown = [word for word in asked.words if not word.number]
    return {
        "": 1.0,
        "unknown": len(unknown),
        "unknown share": sum(word.weight for word in unknown) / weight,
        "unheard of": sum(map(is_unheard_of, unknown)),
        "words": len(asked.words),
        "names": len({name.text for name in asked.named if name.kind != "measure"}),
        "dates": bool(asked.dates),
        "is checking": asked.is_checking,
        f"wants {asked.wanted[0]}": 1.0,
    }


def is_unheard_of(word: Word) -> bool:
    """Say whether neither records nor plain English have anything for a word."""
    return not (word.forms or word.same or word.alike)


def probability(measured: Mapping[str, float]) -> float:
    """Give the logistic function of what was measured, weighed."""
    total = sum(SURE.get(key, 0.0) * value for key, value in measured.items())
    return round(1 / (1 + math.exp(-total)), 3)
