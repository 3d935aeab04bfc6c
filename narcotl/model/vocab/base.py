"""The ground of every vocabulary: a word that knows its meaning, and the kinds of record."""

from enum import StrEnum
from typing import Self


class Word(StrEnum):
    """A word of a closed vocabulary: its spelling is its value, and it knows its meaning."""

    meaning: str

    def __new__(cls, value: str, meaning: str = "") -> Self:
        """Make a member that is the word itself."""
        word = str.__new__(cls, value)
        word._value_ = value
        word.meaning = meaning
        return word


class RecordKind(Word):
    """The kinds of record that a store holds, in the order in which they are read."""

    REGION = "region", "a place, in a graph of places"
    ACTOR = "actor", "a person, agency, group, company or people that acts or speaks"
    SOURCE = "source", "a work that says something, read or cited by others"
    MEASURE = "measure", "what a figure counts"
    EVENT = "event", "something that happened, thin and neutral"
    CLAIM = "claim", "one neutral proposition with the positions taken on it"
    FIGURE = "figure", "a number with measure, place, period, agency, bound and vintage"
    CORRECTION = "correction", "what is wrong in a source or a record, and what should stand there"
    ANNOTATION = "annotation", "what somebody adds to a record of a store: a note, tags, positions, sources"
