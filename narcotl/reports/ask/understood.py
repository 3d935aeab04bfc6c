"""What is understood of a question: which of its words are taken for what."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from narcotl.plural import counted
from narcotl.reports.ask.wanted import Wanted
from narcotl.reports.report import Row

_NEGATION: Final = re.compile(r"n['\u2019]t\b|\b(not|never|nobody|no one|fail(s|ed)? to)\b", re.IGNORECASE)
_CHECKING: Final = (
    r"\b(actually|really|in fact|is it true|true that|indeed|still|(correct|right|true)\W*$"
    r"|revised|updated|amended|corrected|one and the same)\b"
)
"""Words by which it is asked whether something that is said holds."""
MOST_TOLD: Final = 5
"""So many of the words are told that say the same, or nearly: the rarest; JSON has them all."""
Span = tuple[int, int]


class Named(NamedTuple):
    """Words that are taken for the name of a place, an actor, a source or a measure."""

    text: str
    kind: str
    ids: tuple[str, ...]
    names: tuple[str, ...]
    worth: float = 1.0
    """How much less it counts if the name is only a part of another one: `Peruvian` in `Peruvian farmers`."""


class Word(NamedTuple):
    """A word that is looked for in the records."""

    text: str
    forms: tuple[str, ...]
    """What is looked for, as the full text wants it: the word in all its forms, then what else people call it."""
    weight: float
    """How telling it is: rare words are worth up to two, frequent ones no less than one half."""
    number: int = 0
    """In how many records it is, at most."""
    own: int = 1
    """How many of the forms, from the first on, are forms of the word itself."""
    other: tuple[str, ...] = ()
    """The other words for it, as the list of synonyms has them."""
    is_counted: bool = False
    """Whether it says what is counted: how many `soldiers`."""
    is_proper: bool = False
    """Whether it is written like a name right after one: Air America `Radio` is not Air America."""
    thing: float = 0.0
    """How sure it is, by where it stands, that it names a thing: the `judge`, his `wife`."""
    alike: tuple[str, ...] = ()
    """What is looked for as well, since it says nearly the same in plain English ..."""
    same: tuple[str, ...] = ()
    """... and what says the same."""

    def told_others(self) -> str:
        """Tell what else is looked for."""
        also = f", also {', '.join(self.other)}" if self.other else ""
        same = f", the same as {', '.join(self.same[:MOST_TOLD])}" if self.same else ""
        near = f", nearly {', '.join(self.alike[:MOST_TOLD])}" if self.alike else ""
        return f"{also}{same}{near}"


class When(NamedTuple):
    """Words that are taken for a date."""

    text: str
    spans: tuple[Span, ...]
    before: Span | None = None
    """The year after which it is, if it is said so: what happened in that year may be meant as well."""


class Understood(NamedTuple):
    """Everything that is understood of a question."""

    question: str
    wanted: tuple[Wanted, ...]
    named: tuple[Named, ...] = ()
    dates: tuple[When, ...] = ()
    words: tuple[Word, ...] = ()
    misspelt: tuple[tuple[str, str], ...] = ()
    """Words as they were typed, and what they are taken for."""
    unknown: tuple[str, ...] = ()
    """Words that no record has."""
    strangers: tuple[str, ...] = ()
    """Those of them that are written like names: whoever asks for them is not answered with somebody else."""

    @property
    def is_negated(self) -> bool:
        """Whether it is asked why or who did not, or what somebody failed to do."""
        return bool(_NEGATION.search(self.question))

    @property
    def is_checking(self) -> bool:
        """Whether it is asked if something that is said holds, or still does."""
        return bool(re.search(_CHECKING, self.question.lower()))

    def lines(self, *, others: bool = True) -> Iterator[tuple[str, str]]:
        """Write what is understood, line by line, each with its label; `others`: also the other words for each."""
        yield "wanted", ", ".join(self.wanted)
        for named in self.named:
            yield named.kind, f"{', '.join(named.names)} ({', '.join(named.ids)}), from '{named.text}'"
        for date in self.dates:
            yield "date", date.text
        for word in self.words:
            if not word.number:
                continue
            yield "word", f"{word.text}{word.told_others() if others else ''} (in {counted(word.number, 'record')})"
        for typed, taken in self.misspelt:
            yield "spelling", f"'{typed}' taken for '{taken}'"
        if self.unknown:
            yield "unknown", ", ".join(self.unknown)

    def to_json(self) -> Row:
        """Give what is understood as the object that JSON prints."""
        return {
            "wanted": [str(kind) for kind in self.wanted],
            "named": [{"text": named.text, "kind": named.kind, "ids": list(named.ids)} for named in self.named],
            "dates": [date.text for date in self.dates],
            "words": [word.text for word in self.words],
            "alike": [
                {"text": word.text, "same": list(word.same), "near": list(word.alike)}
                for word in self.words
                if word.same or word.alike
            ],
            "misspelt": [{"typed": typed, "taken": taken} for typed, taken in self.misspelt],
            "unknown": list(self.unknown),
        }
