"""The words of a question: as they are written, folded, and cut to the stem that their other forms share."""

import re
from typing import NamedTuple

from narcotl.select.fold import fold

_WORD = re.compile(r"\d{4}(?:-\d{1,2}){1,2}|(?:[^\W\d_]\.){2,}|[^\W_]+(?:['\u2019][^\W_]+)*", re.UNICODE)
_POSSESSIVE = re.compile(r"(?:(?<!ca)n['\u2019]t|['\u2019](?:s|t|d|m|re|ve|ll)?)$", re.IGNORECASE)
"""What is cut off: the genitive, and what is contracted: didn't, can't, they're."""
_ENDINGS = ("ations", "ation", "ings", "ing", "ions", "ion", "ers", "er", "ied", "ies", "ed", "es", "ly", "s", "e", "y")
_SHORTEST = 4
"""The shortest stem: shorter ones would be the beginning of too many words."""


class Token(NamedTuple):
    """One word of a question, and where it stands."""

    text: str
    folded: str
    start: int
    end: int

    @property
    def is_capital(self) -> bool:
        """Say whether it is written like a name."""
        return self.text[0].isupper()


def tokens(question: str) -> list[Token]:
    """Split a question into its words; hyphens split, the genitive and contractions are cut off."""
    found = []
    for match in _WORD.finditer(question):
        text = _POSSESSIVE.sub("", match[0])
        if folded := fold(text):
            found.append(Token(text, folded, match.start(), match.start() + len(text)))
    return found


def stem(word: str) -> str:
    """Cut a folded word to what its forms share: smuggled, smuggling and smugglers are `smuggl`."""
    for ending in _ENDINGS:
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= _SHORTEST:
            return rest[:-1] if rest[-1] == rest[-2] and ending in _DOUBLING and rest[-1] in "bdgmnpt" else rest
    return word


_DOUBLING = ("ing", "ings", "ed", "er", "ers")
"""Endings before which a consonant is doubled: shipped, shipping."""

_FURTHER = (
    *(
        "",
        "est",
        "al",
        "ally",
        "an",
        "ance",
        "ans",
        "ement",
        "ements",
        "ian",
        "ians",
        "ic",
        "ical",
        "ically",
        "ist",
        "ists",
    ),
    *("ive", "ment", "ments", "or", "ors"),
    *("ate", "ated", "ates", "ating", "ator", "ators", "ered", "erer", "erers", "ering", "ioned", "ioning"),
)
_GROWN = frozenset((*_ENDINGS, *_FURTHER))
"""What a word may add to a stem and be of the same family: `gold` is not found in `golden`."""


def is_of(word: str, root: str) -> bool:
    """Say whether a folded word is a stem with an ending, not any word that begins alike."""
    rest = word[len(root) :]
    return word.startswith(root) and (rest in _GROWN or (rest[:1] in (root[-1:], "k") and rest[1:] in _DOUBLING))
