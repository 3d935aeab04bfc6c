"""What can go wrong: problems in data, which are returned, and errors in use, which are raised."""

from collections.abc import Iterable, Sequence
from enum import IntEnum, StrEnum
from typing import Self

from narcotl.frozen import Frozen

ALIKE = 0.55
"""How much of two names must be the same, from 0 to 1, so that one may be meant by the other."""


class ExitStatus(IntEnum):
    """What the process says to its caller when it ends."""

    ANSWERED = 0
    NO = 1
    USAGE = 2
    UNREADABLE = 3
    INTERRUPTED = 130


class Level(StrEnum):
    """How much a problem matters."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Place(Frozen):
    """Where something stands: a file, and the line and column in it (both from 1; 0 is unknown)."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Write the place as compilers do: `file:line:column`."""
        parts = [self.file, *(str(number) for number in (self.line, self.column) if number)]
        return ":".join(parts)


class Problem(Frozen):
    """Bad data: where it stands, what is wrong with it, and a way out."""

    place: Place
    message: str
    hint: str = ""
    rule: str = "shape"
    level: Level = Level.ERROR
    length: int = 1
    """How many characters the offending text has, for the caret line below an excerpt."""
    record: str = ""
    """The id of the record that it is about; empty if it is about none, or that is not known."""
    silenced: str = ""
    """The reason for which the store silences it; empty if it does not."""

    def __str__(self) -> str:
        """Write the problem in one line, without excerpt and hint."""
        return f"{self.place}: {self.message}"


class Excerpt(Frozen, kw_only=False):
    """A part of what somebody typed: the whole text, where the part begins in it (from 0), and how long it is."""

    text: str
    start: int
    length: int


class NarcotlError(Exception):
    """Broken use of narcotl: one clear message, a way out, and the exit status that goes with it."""

    status = ExitStatus.NO
    excerpt: Excerpt | None = None
    """The part of a typed text that is wrong, which is shown with carets below it."""

    def __init__(self, message: str, hint: str = "") -> None:
        """Keep the message (one line) and the hint (what to do about it)."""
        super().__init__(message)
        self.message = message
        self.hint = hint

    def at(self, excerpt: Excerpt) -> Self:
        """Say where in a typed text the error is, unless that is already known."""
        self.excerpt = self.excerpt or excerpt
        return self


class UnknownNameError(NarcotlError):
    """A name or an id that the store does not have."""


class UsageError(NarcotlError):
    """An option or argument that cannot mean anything."""

    status = ExitStatus.USAGE


class DateError(UsageError, ValueError):
    """A text that is not a date, or not one date only."""


class StoreError(NarcotlError):
    """A store that cannot be read."""

    status = ExitStatus.UNREADABLE


class ChangedMeanwhileError(NarcotlError):
    """A file that somebody changed after it was read, and that is not overwritten therefore."""


class ClosedPipeError(Exception):
    """Whoever reads standard output has closed it and wants no more; no error of anybody."""


def nearest(word: str, known: Iterable[str], most: int = 2) -> list[str]:
    """Find the names that are spelt nearly like a word, in whatever case, the nearest first."""
    from difflib import get_close_matches

    names = {name.lower(): name for name in known}
    return [names[name] for name in get_close_matches(word.lower(), names, most, ALIKE)]


def did_you_mean(near: Sequence[str], otherwise: str = "", then: str = "") -> str:
    """Ask whether one of these names is meant; if there are none, say something else. `then` follows in any case."""
    return " ".join(filter(None, (f"Did you mean {' or '.join(near)}?" if near else otherwise, then)))


def meant(word: str, known: Sequence[str], then: str = "") -> str:
    """Say what may be meant by an unknown word: the nearest of those that are known, or else all of them."""
    return did_you_mean(nearest(word, known), choice(known), then)


def choice(known: Iterable[str]) -> str:
    """List what there is to choose from."""
    return f"Choose from: {', '.join(known)}."
