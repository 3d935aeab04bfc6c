"""Turn records into the objects that JSON prints, and that the store reads back.

A reference is written `{"id": ...}`; whoever prints it adds the name (`{"id": ..., "name": ...}`), since a
record cannot know the names of others. A reference that may be a plain name is written `{"ref": ...}` until then.
"""

import dataclasses
import typing
from collections.abc import Callable
from decimal import Decimal
from typing import Any, TypeAlias

from narcotl.dates import FuzzyDate
from narcotl.model.fields import Ref
from narcotl.model.record import HIDDEN, Record

Encode: TypeAlias = Callable[[Any], Any]
Fields: TypeAlias = tuple[tuple[str, str, Encode, Any, bool], ...]

COMPILED: dict[type[Any], Fields] = {}
"""The fields of each class that was encoded before: compiling them costs more than encoding a record."""


def to_json(record: Record) -> dict[str, Any]:
    """Encode a record: its kind and id first, then its fields in the order of the model.

    What the record does not say is left out, except for the fields that its class calls core.
    A record's own kind (of a region, an actor, a correction) is written as `type`.
    """
    return {"kind": str(record.KIND), **encode_fields(record)}


def encode_fields(value: Any) -> dict[str, Any]:
    """Encode the fields of a record or of a part of one."""
    encoded: dict[str, Any] = {}
    for name, key, encode, default, core in fields(type(value)):
        part = getattr(value, name)
        if part is None or (not core and part == default):
            if core:
                encoded[key] = None
        elif key:
            encoded[key] = encode(part)
        else:
            encoded |= encode(part)
    for name in getattr(value, "DERIVED", ()):
        encoded[name] = str(getattr(value, name))
    return encoded


def fields(cls: type[Any]) -> Fields:
    """Give the compiled fields of a class: attribute, key (empty for flat ones), encoder, default, whether core."""
    if cls not in COMPILED:
        COMPILED[cls] = compile_fields(cls)
    return COMPILED[cls]


def compile_fields(cls: type[Any]) -> Fields:
    """Compile the fields of a class."""
    hints = typing.get_type_hints(cls, include_extras=True)
    core: frozenset[str] = getattr(cls, "CORE", frozenset())
    compiled = []
    for field in dataclasses.fields(cls):
        if field.name in HIDDEN:
            continue
        key = "" if field.metadata.get("flat") else field.name.rstrip("_")
        if key == "kind" and issubclass(cls, Record):
            key = "type"
        encode = identity if key == "id" else encoder(hints[field.name])
        compiled.append((field.name, key, encode, field.default, field.name in core))
    return tuple(sorted(compiled, key=lambda part: part[1] != "id"))


def encoder(hint: Any) -> Encode:
    """Compile the encoder for a type."""
    origin = typing.get_origin(hint)
    if origin is typing.Annotated:
        loose = next(part for part in hint.__metadata__ if isinstance(part, Ref)).loose
        return loose_reference if loose else reference
    if origin is tuple:
        item = encoder(typing.get_args(hint)[0])
        return lambda parts: [item(part) for part in parts]
    if origin is not None:
        return encoder(next(part for part in typing.get_args(hint) if part is not type(None)))
    if hint is FuzzyDate:
        return FuzzyDate.to_json
    if hint is Decimal:
        return number
    if dataclasses.is_dataclass(hint):
        return encode_fields
    return identity if hint is bool else str


def identity(value: Any) -> Any:
    """Give the value as it is."""
    return value


def reference(target: str) -> dict[str, str]:
    """Write a reference to another record."""
    return {"id": target}


def loose_reference(target: str) -> dict[str, str]:
    """Write a reference that may be a plain name."""
    return {"ref": target}


def number(value: Decimal) -> int | float:
    """Write a number: whole ones without a point."""
    return int(value) if value == value.to_integral_value() else float(value)
