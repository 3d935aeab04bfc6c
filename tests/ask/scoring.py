"""Put questions to a store, and count how many are answered as they should be."""

import hashlib
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from narcotl.library.opened import Library
from narcotl.reports.ask.asking import ask

HERE = Path(__file__).parent
TODAY = (2026, 11, 22)
TOP = 3
"""An answer that need not come first must be among so many."""


class Question(NamedTuple):
    """A question, and what its answers must be."""

    text: str
    first: tuple[str, ...]
    top: tuple[str, ...]
    nothing: bool
    is_held_back: bool

    def is_answered_by(self, found: list[str]) -> bool:
        """Say whether these records, the best first, are the right answer."""
        if self.nothing:
            return not found
        if self.first:
            return bool(found) and found[0] in self.first
        return not {*self.top}.isdisjoint(found[:TOP])


class Score(NamedTuple):
    """How many questions were answered rightly."""

    right: int
    asked: int

    @property
    def percent(self) -> float:
        """Give the part that was right."""
        return 100 * self.right / self.asked

    def __str__(self) -> str:
        """Write it as people do."""
        return f"{self.right} of {self.asked} ({self.percent:.1f}%)"


def digest(question: str) -> str:
    """Give the beginning of the SHA-256 of a question, by which the third is chosen that is held back."""
    return hashlib.sha256(question.encode()).hexdigest()[:12]


def questions() -> Iterator[Question]:
    """Read the questions of the first two rounds."""
    return read("questions.yaml", "held-back.txt")


def fourth_questions() -> Iterator[Question]:
    """Read the questions of the fourth round."""
    return read("fourth.yaml", "held-back-fourth.txt")


def read(file: str, held_back: str = "") -> Iterator[Question]:
    """Read the questions of a file; another one lists the digests of those that are held back."""
    lines = (HERE / held_back).read_text("utf-8").splitlines() if held_back else []
    digests = {line for line in lines if not line.startswith("#")}
    for group in yaml.safe_load((HERE / file).read_text("utf-8")):
        yield from asked_by(group, digests)


def asked_by(group: dict[str, Any], held_back: Collection[str]) -> Iterator[Question]:
    """Give the questions that have the same answers."""
    for text in group["ask"]:
        yield Question(
            text=text,
            first=tuple(group.get("first", ())),
            top=tuple(group.get("top", ())),
            nothing=group.get("nothing", False) or not (group.get("first") or group.get("top")),
            is_held_back=digest(text) in held_back,
        )


def answered(library: Library, question: Question) -> list[str]:
    """Give the ids of the answers, the best first."""
    return [str(row["id"]) for row in ask(library.index, question.text, TODAY).rows]


def score(library: Library, asked: Iterable[Question]) -> tuple[Score, list[tuple[Question, list[str]]]]:
    """Count the right answers, and give the wrong ones."""
    found = [(question, answered(library, question)) for question in asked]
    wrong = [(question, ids) for question, ids in found if not question.is_answered_by(ids)]
    return Score(len(found) - len(wrong), len(found)), wrong
