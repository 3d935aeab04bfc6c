"""The rules that `narcotl check` applies: each has a name, a level, and may or may not be silenced."""

from typing import Self

from narcotl.errors import Level
from narcotl.model.vocab.base import Word

ERROR, WARNING, NOTE = Level.ERROR, Level.WARNING, Level.NOTE
MEANT = "may be meant"
"""A judgement about what is told, which a store may know better; what breaks other rules breaks answers."""


class Rule(Word):
    """What is asked of a store."""

    level: Level
    """How much it matters that a store does not keep to it; where a correction explains it, it is a note."""
    silenceable: bool
    """Whether a store can say that it means it."""

    def __new__(cls, value: str, meaning: str = "", level: Level = ERROR, silenceable: str = "") -> Self:
        """Make a member that is the name of the rule."""
        word = str.__new__(cls, value)
        word._value_ = value
        word.meaning = meaning
        word.level = level
        word.silenceable = silenceable == MEANT
        return word

    FILE = "file", "every file of a store can be read"
    ENCODING = "encoding", "files are UTF-8 without control characters"
    YAML = "yaml", "YAML is well-formed and plain: no tags, merge keys, second documents or keys that come twice"
    JSON = "json", "each line of JSON Lines is one object, and no key comes twice"
    LAYOUT = "layout", "keys and files hold what their names say, and a record can tell its kind"
    SETTING = "setting", "the settings of the store are what they can be"
    SHAPE = "shape", "a field holds a text, a number, a truth, a list or a mapping, as it should"
    REQUIRED = "required", "no required field is missing"
    UNKNOWN_FIELD = "unknown-field", "a record has only fields that its kind knows"
    VOCABULARY = "vocabulary", "words come from their vocabulary"
    DATE = "date", "dates are EDTF and exist"
    CONSISTENCY = "consistency", "the fields of one record fit together"
    DUPLICATE_ID = "duplicate-id", "an id belongs to one record"
    UNKNOWN_REFERENCE = "unknown-reference", "what a record names exists"
    WRONG_KIND = "wrong-kind", "what a record names is of the right kind"
    MISPLACED_ADDITION = "misplaced-addition", "an annotation adds only what its record can have"
    CYCLE = "cycle", "nothing is part of itself"
    UNKNOWN_UNIT = "unknown-unit", "units are known, so that figures can be compared"
    UNREAD_SOURCE = "unread-source", "a chain of citations ends in a work that was read", WARNING, MEANT
    ANACHRONISM = "anachronism", "no source is older than the fact that it supports", WARNING, MEANT
    STATUS = "status", "an event that somebody says did not happen is not documented", ERROR, MEANT
    ALLEGATION = "allegation", "somebody makes every allegation", WARNING, MEANT
    ARITHMETIC = (
        "arithmetic",
        "sums, changes in percent, second units and shares add up",
        ERROR,
        MEANT,
    )
    UNIT_JUMP = "unit-jump", "a series does not jump by the factor between two units", WARNING, MEANT
    DUPLICATE_EVENT = "duplicate-event", "no two events have the same day, places and actors", WARNING, MEANT
    UNREACHABLE_REGION = (
        "unreachable-region",
        "a smaller place lies in a larger one",
        NOTE,
        MEANT,
    )
    UNUSED_RECORD = (
        "unused-record",
        "actors, regions, sources and measures are named by something",
        NOTE,
        MEANT,
    )
    UNUSED_SILENCE = "unused-silence", "what the store silences, or tells apart, is there", NOTE
