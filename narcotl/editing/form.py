"""A record as a person writes it in a store: what can be short is short, what goes without saying is not said."""

import dataclasses
import typing
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from narcotl.dates import FuzzyDate
from narcotl.editing.layout import Plain
from narcotl.model.entry import Entry
from narcotl.model.record import HIDDEN, Record, Value
from narcotl.model.vocab.base import RecordKind
from narcotl.store.decode import entry, flat_fields
from narcotl.store.jsonl_file import as_texts

KEYS: dict[type[Any], tuple[str, ...]] = {}
PARTS: dict[type[Any], dict[str, type[Any]]] = {}
"""What was found out about each class before: asking for the types of its fields is slow."""


def understood(kind: RecordKind, fields: Mapping[str, Any]) -> Entry:
    """Make a record of plain values: as people write them, or as `narcotl export jsonl` prints them."""
    return entry(kind, as_texts(dict(fields)), "")


def plain(value: Any, *, typed: bool = False) -> Any:
    """Give the plain form of a record, or of a part of one; `typed` keeps numbers and truths for JSON."""
    if isinstance(value, Record | Value):
        fields = written_fields(value, typed=typed)
        short = getattr(value, "SHORT", "")
        return fields[short] if short and list(fields) == [short] else fields
    if isinstance(value, tuple):
        return [plain(part, typed=typed) for part in value]
    if isinstance(value, bool):
        return value if typed else str(value).lower()
    if isinstance(value, FuzzyDate):
        return value.edtf
    if isinstance(value, Decimal):
        return number(value) if typed else format(value, "f")
    return str(value)


def number(value: Decimal) -> int | float | str:
    """Give a number for JSON, as text if a float would change it."""
    if value == value.to_integral_value():
        return int(value)
    return float(value) if Decimal(repr(float(value))) == value else format(value, "f")


def written_fields(value: Record | Value, *, typed: bool = False) -> dict[str, Any]:
    """Give the fields of a record or a part that say something, in the order of the model."""
    flat = flat_fields(type(value))
    fields: dict[str, Any] = {"id": value.id} if isinstance(value, Record) else {}
    for field in dataclasses.fields(value):
        if field.name in HIDDEN or (field.name == "id" and isinstance(value, Record)):
            continue
        part = getattr(value, field.name)
        if part is None or part == field.default:
            continue
        if field.name in flat:
            fields |= written_fields(part, typed=typed)
        else:
            fields[field.name.rstrip("_")] = plain(part, typed=typed)
    return fields


def stated(record: Record, *, typed: bool = False) -> dict[str, Any]:
    """Give the fields of a record with its kind before them, and its own kind as `type`, as exports do."""
    fields = written_fields(record, typed=typed)
    own = {("type" if key == "kind" else key): value for key, value in fields.items()}
    return {"kind": record.KIND.value, **own}


def in_order(cls: type[Any], keys: Iterable[str]) -> list[str]:
    """Put keys in the order of the fields of a class, unknown ones last.

    A record may say which kind of record it is: then `kind` stands first, and `type` where its own kind would.
    """
    places = {key: place for place, key in enumerate(keys_of(cls))}
    found = list(keys)
    if issubclass(cls, Record) and "kind" in found and ("kind" not in places or "type" in found):
        places["type"] = places.get("type", places.get("kind", len(places)))
        places["kind"] = -1
    return sorted(found, key=lambda key: places.get(key, len(places)))


def keys_of(cls: type[Any]) -> tuple[str, ...]:
    """Give the keys that a class has in a store, in the order in which they are written."""
    if cls not in KEYS:
        flat = flat_fields(cls)
        found: list[str] = ["id"] if issubclass(cls, Record) else []
        for field in dataclasses.fields(cls):
            if field.name in flat:
                found += keys_of(flat[field.name][0])
            elif field.name not in HIDDEN and field.name.rstrip("_") not in found:
                found.append(field.name.rstrip("_"))
        KEYS[cls] = tuple(found)
    return KEYS[cls]


def part_classes(cls: type[Any]) -> dict[str, type[Any]]:
    """Give the classes of the fields of a class that have fields of their own."""
    if cls not in PARTS:
        hints = typing.get_type_hints(cls)
        PARTS[cls] = {
            field.name.rstrip("_"): part
            for field in dataclasses.fields(cls)
            for part in (hints[field.name], *typing.get_args(hints[field.name]))
            if isinstance(part, type) and issubclass(part, Value)
        }
    return PARTS[cls]


def ordered(cls: type[Any], node: Plain) -> Plain:
    """Put a node of a record of this class, or of a part of it, in order; nothing in it is changed."""
    if isinstance(node, str) or node is None:
        return node
    if not isinstance(node, Mapping):
        return [ordered(cls, part) for part in node]
    parts = part_classes(cls)
    return {key: ordered(parts[key], node[key]) if key in parts else node[key] for key in in_order(cls, node)}
