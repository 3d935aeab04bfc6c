"""The score of an answer: a sum of weighed signs, each of which can be told."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from narcotl.reports.ask.heads import Head
from narcotl.reports.ask.weights import OF_SIGNS

UNCERTAIN: Final = 0.8
"""How sure an answer is that is not marked: docs/ask.md says how often such answers are right."""
SHARE_OF_BEST: Final = 0.65
"""Answers with less than this part of the best score are left out."""


class Sign(NamedTuple):
    """One thing that speaks for a candidate or against it, and how strongly it is there."""

    key: str
    """Under which its weight is kept."""
    value: float
    text: str = ""
    """How it is told, if not by its key."""


class Part(NamedTuple):
    """One reason for a score."""

    text: str
    points: float


class Scored(NamedTuple):
    """A candidate with its score and the reasons for it."""

    head: Head
    score: float
    parts: tuple[Part, ...]
    signs: Mapping[str, float] = {}
    """How strongly each sign is there, by its key."""
    sure: float = 1.0
    """How sure it is, from 0 to 1, that it answers the question at all."""

    @property
    def is_uncertain(self) -> bool:
        """Whether it fits only a part of what is asked, so that it may answer something else."""
        return self.sure < UNCERTAIN

    def and_also(self, signs: Sequence[Sign]) -> "Scored":
        """Add signs that a closer look has shown."""
        parts = weighed(signs)
        score = round(self.score + sum(part.points for part in parts), 3)
        return self._replace(score=score, parts=(*self.parts, *parts), signs={**self.signs, **by_key(signs)})


def weighed(signs: Sequence[Sign]) -> tuple[Part, ...]:
    """Turn signs into points."""
    parts = (Part(sign.text or sign.key, round(OF_SIGNS.get(sign.key, 1.0) * sign.value, 3)) for sign in signs)
    return tuple(part for part in parts if part.points)


def by_key(signs: Sequence[Sign]) -> dict[str, float]:
    """Add up how strongly signs are there, by their keys."""
    found: dict[str, float] = {}
    for sign in signs:
        found[sign.key] = found.get(sign.key, 0.0) + sign.value
    return found


def best(found: Sequence[Scored], most: int) -> list[Scored]:
    """Keep the first ones, as long as they are hardly worse than the very first."""
    return [one for one in found[:most] if one.score >= found[0].score * SHARE_OF_BEST]
