"""What a field of the model is, taken from its annotation: both schemas ask, and write down different things."""

import types
import typing
from collections.abc import Iterable
from enum import Enum
from typing import Any, NamedTuple

from narcotl.model.fields import Ref
from narcotl.model.record import Record
from narcotl.model.vocab.words import VOCABULARIES, Word


class Kind(NamedTuple):
    """What a field holds."""

    hint: Any
    """The type without what stands around it: `str`, `Decimal`, `FuzzyDate`, a word, a part of a record."""
    ref: Ref | None = None
    """Which records it may name, if it names one."""
    several: bool = False


def kind_of(hint: Any) -> Kind:
    """Take an annotation apart: `tuple[X, ...]` is several, `X | None` is X, `Annotated[str, Ref]` names a record."""
    origin = typing.get_origin(hint)
    if origin is typing.Annotated:
        return Kind(str, next(part for part in hint.__metadata__ if isinstance(part, Ref)))
    if origin is tuple:
        return kind_of(typing.get_args(hint)[0])._replace(several=True)
    if origin in (typing.Union, types.UnionType):
        return kind_of(next(part for part in typing.get_args(hint) if part is not type(None)))
    return Kind(hint)


def key_of(cls: type[Any], field: str) -> str:
    """Give the key under which the store and JSON write a field; what a record itself is, is its `type` in JSON."""
    return "type" if field == "kind" and issubclass(cls, Record) else field.rstrip("_")


def vocabulary_of(hint: Any) -> str | None:
    """Name the vocabulary that a field takes its words from, or None."""
    if isinstance(hint, type) and issubclass(hint, Enum):
        return next(name for name, words in VOCABULARIES.items() if words is hint)
    return None


def words(name: str) -> dict[str, Any]:
    """Write the schema of a word of a vocabulary, with the meaning of each as editors show it."""
    vocabulary: type[Word] = VOCABULARIES[name]
    return {
        "description": f"A word of the vocabulary {name}; `narcotl vocab {name}` explains them.",
        **listed(vocabulary),
    }


def listed(vocabulary: Iterable[Word]) -> dict[str, Any]:
    """Write the schema of some words, with the meaning of each."""
    known = list(vocabulary)
    return {"enum": [word.value for word in known], "enumDescriptions": [word.meaning for word in known]}
