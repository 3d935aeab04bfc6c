"""The fields of records, taken from the model itself, so that those of later versions are among them."""

import dataclasses
import types
import typing
from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple, TypeAlias

from narcotl.dates import FuzzyDate
from narcotl.model.fields import Ref
from narcotl.model.record import HIDDEN

Leaf: TypeAlias = type | Ref
"""What a field holds in the end: a text, a truth, a number, a date, a word of a vocabulary, or an id."""


class Field(NamedTuple):
    """A field of a record or of a part of one: its key in a store, whether it must be there, and what it holds."""

    key: str
    required: bool
    holds: Any
    """A leaf, a list of one thing (`[leaf]`), or the fields of a part."""


def fields(cls: type[Any]) -> Iterator[Field]:
    """Give the fields of a class as a store has them; those of a flat part stand among them."""
    hints = typing.get_type_hints(cls, include_extras=True)
    for field in dataclasses.fields(cls):
        if field.name in HIDDEN:
            continue
        required = field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
        holds = held(hints[field.name])
        if field.metadata.get("flat"):
            yield from (part._replace(required=part.required and required) for part in holds)
        else:
            yield Field(field.name.rstrip("_"), required, holds)


def held(hint: Any) -> Any:
    """Give what a type holds."""
    origin = typing.get_origin(hint)
    if origin is typing.Annotated:
        return next(part for part in hint.__metadata__ if isinstance(part, Ref))
    if origin is tuple:
        return [held(typing.get_args(hint)[0])]
    if origin in (typing.Union, types.UnionType):
        return held(next(part for part in typing.get_args(hint) if part is not types.NoneType))
    is_leaf = hint in (str, bool, Decimal, FuzzyDate) or (isinstance(hint, type) and issubclass(hint, StrEnum))
    return hint if is_leaf else tuple(fields(hint))
