"""The JSON Schema of a store, made from the dataclasses of the model: whatever it accepts, narcotl reads.

An editor reads a scalar of YAML as a number, a truth or nothing where it looks like one; narcotl reads every scalar as
text. So a text may be a number here, a year may be one, and what is optional may be null (`op: ~` is the word "about").
"""

import dataclasses
import typing
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from narcotl.dates import FuzzyDate
from narcotl.model.checks import Check, Distinction, Silence
from narcotl.model.record import HIDDEN, Record
from narcotl.model.records import RECORDS
from narcotl.model.units import FACTORS, UNITS
from narcotl.model.vocab.base import RecordKind
from narcotl.model.vocab.rule import Rule
from narcotl.schema import DIALECT
from narcotl.schema.described import fields_of, plain
from narcotl.schema.edtf import PATTERN
from narcotl.schema.types import Kind, kind_of, listed, vocabulary_of, words
from narcotl.store.checks import CHECK
from narcotl.store.decode import ADDED_BY_OUTPUT
from narcotl.store.layout import FILE_KINDS, SETTINGS
from narcotl.store.reader import SETTING_KEYS
from narcotl.store.settings import ABOUT

Schema = dict[str, Any]

WORD = "word-"
"""How the name of a definition begins that is a vocabulary."""
TEXT: Schema = {"type": ["string", "number", "boolean"]}
NULL: Schema = {"type": "null"}
NO_DATE = "This is no date in EDTF, such as 1989-06-01, 1989, 198X, 1965/1975, 2015/.. or 1972~."
"""What an editor says instead of the pattern."""
DIGITS = r"^[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?$"


def about_unit(unit: str) -> str:
    """Say what a unit measures, and how it is converted."""
    if unit not in FACTORS:
        return "never converted"
    dimension, factor = FACTORS[unit]
    base = next(name for name, (what, one) in FACTORS.items() if what == dimension and one == 1)
    return f"{dimension}" if unit == base else f"{dimension}: {factor} {base}"


VALUES: dict[str, Schema] = {
    "date": {
        "description": "A date in EDTF, such as 1989-06-01, 1989, 198X, 1965/1975, 2015/.. or 1972~.",
        "anyOf": [
            {"type": "string", "pattern": PATTERN, "patternErrorMessage": NO_DATE},
            {"type": "integer", "minimum": -9999, "maximum": 9999},
            {"type": "object", "required": ["edtf"], "properties": {"edtf": {"type": "string", "pattern": PATTERN}}},
        ],
    },
    "number": {"anyOf": [{"type": "number"}, {"type": "string", "pattern": DIGITS}]},
    "truth": {"enum": [True, False, "true", "false"]},
    "id": {"description": "An id that no other record of the store has.", **TEXT},
    "reference": {
        "description": "The id of another record.",
        "anyOf": [
            TEXT,
            {
                "type": "object",
                "properties": {"id": TEXT, "name": {"type": [*TEXT["type"], "null"]}},
                "anyOf": [{"required": ["id"]}, {"required": ["name"]}],
                "additionalProperties": False,
            },
        ],
    },
    "unit": {
        "enum": sorted(UNITS),
        "enumDescriptions": [about_unit(unit) for unit in sorted(UNITS)],
        "description": "A unit; those without a factor are never converted.",
    },
}
"""What stands for itself in every schema of a store."""

ONE_NUMBER: tuple[Schema, ...] = tuple(
    {"anyOf": [{"required": [key], "properties": {key: {"not": NULL}}} for key in keys]}
    for keys in (("value",), ("low", "high"), ("missing",))
)
RULES: dict[RecordKind, Schema] = {
    RecordKind.FIGURE: {
        "oneOf": list(ONE_NUMBER),
        "anyOf": [{"required": [key]} for key in ("source", "derived", "missing")],
    }
}
"""What `flaws` of a record refuses: a figure has a value, or a range, or says that it is missing, and has a source."""


WORDS: Schema = {"anyOf": [TEXT, {"type": "array", "items": TEXT}]}
SETTINGS_SCHEMAS: dict[str, Schema] = {
    "title": {"description": ABOUT["title"], "anyOf": [TEXT, NULL]},
    "licence": {"description": ABOUT["licence"], "anyOf": [TEXT, NULL]},
    "topics": {
        "description": ABOUT["topics"],
        "anyOf": [
            {"type": "object", "additionalProperties": {"anyOf": [TEXT, NULL]}},
            {"type": "array", "items": TEXT},
            NULL,
        ],
    },
    "synonyms": {
        "description": ABOUT["synonyms"],
        "anyOf": [{"type": "object", "additionalProperties": WORDS}, NULL],
    },
    "settings": {"description": ABOUT["settings"]},
}
"""The settings that are words."""


def store_schema(file: str | None = None) -> Schema:
    """Make the schema of a store in one file, or of one file of a folder: `events`, `actors`, ..., `store`."""
    head: Schema = {"$schema": DIALECT, "title": f"narcotl: {file or 'a store in one file'}"}
    if file is None:
        content = one_file((*SETTING_KEYS, *FILE_KINDS))
    elif file == SETTINGS:
        content = one_file(SETTING_KEYS)
    else:
        listed = several(defined(FILE_KINDS[file]))
        content = {
            "description": f"A list of {file}.",
            "type": ["array", "object"],
            "items": listed["items"],
            "properties": {file: listed},
            "additionalProperties": False,
        }
    return {**head, **content, "$defs": definitions()}


def one_file(keys: tuple[str, ...]) -> Schema:
    """Write the schema of a file that is a mapping."""
    known = {
        key: several(defined(FILE_KINDS[key])) if key in FILE_KINDS else SETTINGS_SCHEMAS.get(key, {}) for key in keys
    }
    known |= {CHECK: defined(Check.__name__)} if CHECK in keys else {}
    return {"type": "object", "properties": known, "additionalProperties": False}


def definitions() -> dict[str, Schema]:
    """Write down every record, every part of one, and every word, once."""
    found: dict[str, Schema] = dict(VALUES)
    for kind, cls in RECORDS.items():
        found[kind.value] = record_schema(kind, cls)
        for part in parts_of(cls):
            found.setdefault(part.__name__, part_schema(part))
    settings: list[type[Any]] = [Check, *parts_of(Check)]
    found |= {part.__name__: part_schema(part) for part in settings}
    silence, distinct = (found[cls.__name__]["properties"] for cls in (Silence, Distinction))
    silence["rule"] = {
        "description": silence["rule"]["description"],
        **listed([one for one in Rule if one.silenceable]),
    }
    distinct["records"] = {"description": distinct["records"]["description"], **several(TEXT), "minItems": 2}
    used = sorted({name for name in references_in(list(found.values())) if name.startswith(WORD)})
    return found | {name: words(name.removeprefix(WORD)) for name in used}


def references_in(value: Any) -> Iterator[str]:
    """Find the names of the definitions that a schema refers to."""
    if isinstance(value, dict):
        if "$ref" in value:
            yield value["$ref"].removeprefix("#/$defs/")
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from references_in(part)


def parts_of(cls: type[Any]) -> Iterator[type[Any]]:
    """Find the parts that a record is made of, and their parts."""
    for hint in typing.get_type_hints(cls, include_extras=True).values():
        part = kind_of(hint).hint
        if dataclasses.is_dataclass(part) and isinstance(part, type) and part is not FuzzyDate:
            yield part
            yield from parts_of(part)


def record_schema(kind: RecordKind, cls: type[Record]) -> Schema:
    """Write the schema of a record."""
    properties, required = fields(cls)
    schema: Schema = {"description": plain(cls.__doc__ or ""), "type": "object"}
    if "kind" in properties:
        # As JSON writes it: `kind` is the kind of record, and `type` what the record itself is.
        own = properties["kind"]
        properties |= {"kind": {"anyOf": [own, {"const": kind.value}]}, "type": {**own, "doNotSuggest": True}}
        stated = {"properties": {"kind": {"const": kind.value}}}
        schema |= {"if": {"required": ["type"]}, "then": stated, "else": {"properties": {"kind": own}}}
    else:
        properties["kind"] = {"const": kind.value, "doNotSuggest": True}
    return schema | closed(properties, required) | RULES.get(kind, {})


def part_schema(cls: type[Any]) -> Schema:
    """Write the schema of a part of a record, which may be written short: `peru` for `{id: peru}`."""
    properties, required = fields(cls)
    schema: Schema = {"type": "object"} | closed(properties, required)
    short = getattr(cls, "SHORT", "")
    about = {"description": plain(cls.__doc__ or "")}
    return about | ({"anyOf": [properties[short], schema]} if short else schema)


def closed(properties: dict[str, Schema], required: list[str]) -> Schema:
    """Let an object hold these keys only, and those that output adds, which are read over."""
    over = {"doNotSuggest": True, "description": "Added by the output of narcotl; read over."}
    added = [*sorted(ADDED_BY_OUTPUT), *(["name"] if "id" in properties else [])]
    known = properties | {key: over for key in added if key not in properties}
    return {"properties": known, "required": required, "additionalProperties": False}


def fields(cls: type[Any]) -> tuple[dict[str, Schema], list[str]]:
    """Write the schema of each field of a class, and which of them must be there."""
    hints = typing.get_type_hints(cls, include_extras=True)
    told = fields_of(cls)
    properties: dict[str, Schema] = {}
    required: list[str] = []
    for field in dataclasses.fields(cls):
        if field.name in HIDDEN:
            continue
        must = field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
        kind = kind_of(hints[field.name])
        if field.metadata.get("flat"):
            inner, needed = fields(kind.hint)
            properties |= inner
            required += needed if must else []
            continue
        key = field.name.rstrip("_")
        about = {"description": told[field.name]} if field.name in told else {}
        properties[key] = about | (value(kind, key) if must else nullable(value(kind, key)))
        required += [key] if must else []
    order = sorted(properties, key=lambda key: key != "id")
    return {key: properties[key] for key in order}, required


def value(kind: Kind, key: str) -> Schema:
    """Write the schema of the value of a field."""
    one = defined("id") if key == "id" and kind.ref is None else single(kind, key)
    if not kind.several:
        return one
    # One item may stand for a list of one; a mapping only where the items are mappings of their own.
    alone = one if dataclasses.is_dataclass(kind.hint) else TEXT if kind.ref else one
    return {"anyOf": [{"type": "array", "items": one}, alone]}


def single(kind: Kind, key: str) -> Schema:
    """Write the schema of one value."""
    if kind.ref:
        return defined("reference")
    if vocabulary := vocabulary_of(kind.hint):
        return defined(WORD + vocabulary)
    if dataclasses.is_dataclass(kind.hint) and kind.hint is not FuzzyDate:
        return defined(typing.cast("type", kind.hint).__name__)
    if key == "unit":
        return defined("unit")
    return {FuzzyDate: defined("date"), Decimal: defined("number"), bool: defined("truth")}.get(kind.hint, TEXT)


def nullable(schema: Schema) -> Schema:
    """Allow nothing in place of a value."""
    if "anyOf" in schema:
        return {**schema, "anyOf": [*schema["anyOf"], NULL]}
    return {"anyOf": [schema, NULL]}


def several(item: Schema) -> Schema:
    """Write the schema of a list."""
    return {"type": "array", "items": item}


def defined(name: str) -> Schema:
    """Refer to a definition."""
    return {"$ref": f"#/$defs/{name}"}
