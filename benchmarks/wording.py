"""Words for invented records: a few thousand made of syllables, drawn as seldom or as often as those of a language."""

from itertools import accumulate
from random import Random
from typing import Final

SYLLABLES: Final = (
    "ba",
    "ce",
    "do",
    "fi",
    "gu",
    "ha",
    "ji",
    "ko",
    "lu",
    "ma",
    "ne",
    "po",
    "qui",
    "ra",
    "se",
    "ti",
    "u",
    "ve",
    "wo",
    "xa",
    "yo",
    "zi",
)
VOCABULARY: Final = 5_000
TOPICS: Final = (
    "coca",
    "cocaine",
    "opium",
    "heroin",
    "laundering",
    "arms",
    "transport",
    "eradication",
    "trade",
    "treaty",
)


class Wording:
    """Draws words and sentences; the word of rank n is drawn one n-th as often as the first."""

    def __init__(self, random: Random) -> None:
        """Draw with a source of chance, from a vocabulary that is always the same."""
        self.random = random
        fixed = Random(1)  # noqa: S311 - no secret
        words = {"".join(fixed.choices(SYLLABLES, k=2 + place % 3)) for place in range(2 * VOCABULARY)}
        self.words = sorted(words)[:VOCABULARY]
        fixed.shuffle(self.words)
        self.weights = list(accumulate(1 / rank for rank in range(1, len(self.words) + 1)))

    def sentence(self, length: int) -> str:
        """Write so many words with a capital and without a full stop."""
        text = " ".join(self.random.choices(self.words, cum_weights=self.weights, k=length))
        return text[0].upper() + text[1:]

    def rarely(self, number: int) -> int:
        """Draw a place below a number, the first ones most often."""
        return int(number * self.random.random() ** 3)
