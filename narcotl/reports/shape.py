"""How the shape of what is printed as JSON is said: `narcotl.reports.shapes` does, `narcotl schema output` publishes.

An object holds the keys that it lists and no others; `"note?"` is a key that may be absent.
"""

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias


class Plain(NamedTuple):
    """A text, a truth, or a number."""

    type: str
    about: str = ""


class OneOf(NamedTuple):
    """One of a few words."""

    words: tuple[str, ...]
    about: str = ""


class Word(NamedTuple):
    """A word of a closed vocabulary, by the name under which `narcotl vocab` prints it."""

    vocabulary: str
    about: str = ""


class Maybe(NamedTuple):
    """Something, or null."""

    shape: "Shape"
    about: str = ""


class Several(NamedTuple):
    """A list."""

    item: "Shape"
    about: str = ""


class Object(NamedTuple):
    """An object with these keys."""

    keys: "Keys"
    about: str = ""


class Counts(NamedTuple):
    """An object whose keys are not known beforehand, such as years or ids."""

    value: "Shape"
    about: str = ""


class Named(NamedTuple):
    """What has one shape everywhere: a date, a reference, a correction as it stands beside a record."""

    name: str
    about: str = ""


class Of(NamedTuple):
    """A record of a kind, with keys that are added or take the place of its own."""

    kind: str
    keys: "Keys" = {}  # noqa: RUF012 - nobody writes into the default of a tuple
    about: str = ""


class PartOf(NamedTuple):
    """A part of a record, by the name of its class, with keys that are added or take the place of its own."""

    cls: str
    keys: "Keys" = {}  # noqa: RUF012 - as above
    about: str = ""


class Either(NamedTuple):
    """Any of these."""

    shapes: tuple["Shape", ...]
    about: str = ""


Shape: TypeAlias = Plain | OneOf | Word | Maybe | Several | Object | Counts | Named | Of | PartOf | Either
Keys: TypeAlias = Mapping[str, Shape]

TEXT = Plain("string")
FLAG = Plain("boolean")
WHOLE = Plain("integer")
NUMBER = Plain("number")
DATE = Named("date")
REFERENCE = Named("reference")
"""The id and the name of a record; the name is null if the store has no such record."""
CORRECTIONS = Several(Named("correction"))
MATCH = OneOf(
    ("certain", "possible"),
    "Whether it meets what was asked certainly, or only may: `--certain` leaves out what only may.",
)
FOUND: Keys = {"match": MATCH}
"""What every record has that stands in a list by a selection."""
TALLY = Object(
    {
        "for": WHOLE,
        "against": WHOLE,
        "between": WHOLE,
        "origins": Plain("integer", "How many independent origins there are."),
        "contested": FLAG,
        "text": TEXT,
    },
    "How the positions on a claim stand.",
)
