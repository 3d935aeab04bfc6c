"""What may be said of a new record: one flag, one question, one place in the record."""

from dataclasses import dataclass
from enum import Enum, auto

from narcotl.model.vocab.base import RecordKind, Word


class Sort(Enum):
    """How what is said is understood."""

    TEXT = auto()
    DATE = auto()
    """A date as people write it."""
    WORD = auto()
    """A word of the vocabulary `of`."""
    NAME = auto()
    """The id, name or alias of a record of one of the kinds `of`; of any kind, if that is empty."""
    AUTHOR = auto()
    """An actor, or a plain name where there is none of that name."""
    PARTICIPANT = auto()
    """An actor and a role: `CIA=lead`; `name:...` is a plain name."""
    CITATION = auto()
    """A chain of sources and a place in the last of them: `book > survey @ p. 4`."""
    SUBJECT = auto()
    """What a claim is about: an event, an actor, a figure or a region."""
    UNIT = auto()
    TOPIC = auto()
    TRUTH = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One thing that may be said of a new record."""

    name: str
    """The long name of its flag."""
    about: str
    """What it is, as help and question say it."""
    key: str = ""
    """Where it stands in the record, by path, if it is not called like the flag; a path that ends in a point takes
    the keys of a mapping."""
    sort: Sort = Sort.TEXT
    of: type[Word] | tuple[RecordKind, ...] = ()
    several: bool = False
    required: bool = False
    usual: bool = False
    """Whether people are asked for it though they may leave it out."""
    unless: tuple[str, ...] = ()
    """The fields of which one makes this one needless."""

    @property
    def path(self) -> str:
        """Where it stands in the record."""
        return self.key or self.name.replace("-", "_")

    @property
    def is_truth(self) -> bool:
        """Tell whether its flag takes nothing: it is on or off."""
        return self.sort is Sort.TRUTH

    @property
    def parameter(self) -> str:
        """The name of its parameter in Python."""
        return self.name.replace("-", "_")


ID = Field(name="id", about="The id, if it is not to be made of what is said.")
NOTE = Field(name="note", about="A remark.")
SOURCES = Field(
    name="source",
    key="sources",
    about="Who says so: ID, or origin > work in hand @ p. 4.",
    sort=Sort.CITATION,
    several=True,
)


def words(name: str, about: str, vocabulary: type[Word], *, required: bool = False, several: bool = False) -> Field:
    """Make a field that takes words of a vocabulary."""
    key = f"{name}s" if several else ""
    return Field(name=name, key=key, about=about, sort=Sort.WORD, of=vocabulary, required=required, several=several)


def named(name: str, about: str, *kinds: RecordKind, usual: bool = False) -> Field:
    """Make a field that takes the names of records."""
    return Field(name=name, about=about, sort=Sort.NAME, of=kinds, several=True, usual=usual)
