"""The JSON Schema of the output: records from the dataclasses of the model, the rest from the shapes of reports."""

import dataclasses
import typing
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, assert_never

from narcotl.dates import FuzzyDate
from narcotl.dates.vocabulary import End, Precision
from narcotl.model import records
from narcotl.model.record import HIDDEN, Record
from narcotl.model.records import RECORDS
from narcotl.model.vocab.base import RecordKind
from narcotl.reports.shape import (
    Counts,
    Either,
    Keys,
    Maybe,
    Named,
    Object,
    Of,
    OneOf,
    PartOf,
    Plain,
    Several,
    Shape,
    Word,
)
from narcotl.schema import DIALECT, OUTPUT_VERSION
from narcotl.schema.described import fields_of, plain
from narcotl.schema.types import Kind, key_of, kind_of, vocabulary_of, words

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
DAY: Schema = {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}$"}
NAME: Schema = {"type": ["string", "null"], "description": "Null if the store has no record with this id."}


def closed(properties: Mapping[str, Schema], required: list[str], about: str = "") -> Schema:
    """Write an object that has these keys and no others."""
    head: Schema = {"description": about} if about else {}
    return head | {
        "type": "object",
        "properties": dict(properties),
        "required": required,
        "additionalProperties": False,
    }


def all_of(properties: Mapping[str, Schema], about: str = "") -> Schema:
    """Write an object that has all these keys."""
    return closed(properties, list(properties), about)


VALUES: dict[str, Schema] = {
    "date": all_of(
        {
            "edtf": TEXT,
            "text": {"type": "string", "description": "As people write it; for reading, not for parsing."},
            "earliest": {**DAY, "description": "The first day it may denote; null if the start is open or unknown."},
            "latest": {**DAY, "description": "The last day it may denote; null if the end is open or unknown."},
            "start": {"enum": [end.value for end in End]},
            "end": {"enum": [end.value for end in End]},
            "precision": {"enum": [unit.value for unit in Precision]},
            "approximate": {"type": "boolean"},
            "uncertain": {"type": "boolean"},
        },
        "A date as sources give it.",
    ),
    "reference": all_of({"id": TEXT, "name": NAME}, "Another record."),
    "name": all_of({"name": TEXT}, "A name that has no record of its own."),
    "correction": all_of(
        {
            "id": TEXT,
            "type": {"$ref": "#/$defs/word-correction-kind"},
            "says": TEXT,
            "should_be": TEXT,
            "certainty": {"$ref": "#/$defs/word-certainty"},
        },
        "What is corrected on a record; a suspected correction is shown and not applied.",
    ),
    "annotation": closed(
        {
            "annotation": {"type": "string", "description": "The annotation, by id."},
            "layer": {"type": "string", "description": "The store after the first one that it is from, by name."},
            "note": TEXT,
            "tags": {"type": "array", "items": TEXT},
            "by": TEXT,
            "made": {"$ref": "#/$defs/date"},
        },
        ["annotation"],
    ),
}
"""What has one shape everywhere."""
LAYER: Schema = {"type": "string", "description": "The store after the first one that it is from, by name."}
ANNOTATION: Schema = {"type": "string", "description": "The annotation that adds it, by id."}


class Writer:
    """Writes schemas, and keeps the definitions that they refer to."""

    def __init__(self) -> None:
        """Begin without definitions."""
        self.definitions: dict[str, Schema] = {}

    def refer(self, name: str) -> Schema:
        """Refer to a definition, which is written down when it is first asked for."""
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name] = self.define(name)
        return {"$ref": f"#/$defs/{name}"}

    def define(self, name: str) -> Schema:
        """Write a definition: a value, a word, a record or a part of one."""
        if name in VALUES:
            if name == "correction":
                self.refer("word-correction-kind")
                self.refer("word-certainty")
            if name == "annotation":
                self.refer("date")
            return VALUES[name]
        sort, _, what = name.partition("-")
        if sort == "word":
            return words(what)
        return self.record(RecordKind(what), {}) if sort == "record" else self.part(getattr(records, what), {})

    def schema(self, shape: Shape) -> Schema:
        """Write the schema of a shape."""
        found = self.of(shape)
        return found | {"description": shape.about} if shape.about else found

    def of(self, shape: Shape) -> Schema:  # noqa: C901 - a case for each shape
        """Write the schema of a shape, but for what it says of itself."""
        match shape:
            case Plain(type=sort):
                return {"type": sort}
            case OneOf(words=known):
                return {"enum": list(known)}
            case Word(vocabulary=vocabulary):
                return self.refer(f"word-{vocabulary}")
            case Named(name=name):
                return self.refer(name)
            case Maybe(shape=inner):
                return {"anyOf": [self.schema(inner), {"type": "null"}]}
            case Several(item=item):
                return {"type": "array", "items": self.schema(item)}
            case Object(keys=keys):
                return self.extended({}, [], keys)
            case Counts(value=inner):
                return {"type": "object", "additionalProperties": self.schema(inner)}
            case Of(kind=kind, keys=keys):
                return self.record(RecordKind(kind), keys) if keys else self.refer(f"record-{kind}")
            case PartOf(cls=cls, keys=keys):
                return self.part(getattr(records, cls), keys) if keys else self.refer(f"part-{cls}")
            case Either(shapes=shapes):
                return {"anyOf": [self.schema(one) for one in shapes]}
            case _:
                assert_never(shape)

    def extended(self, properties: dict[str, Schema], required: list[str], keys: Keys) -> Schema:
        """Write an object, with keys added or in place of its own; a question mark says that one may be absent."""
        known, needed = dict(properties), list(required)
        for written, shape in keys.items():
            key = written.removesuffix("?")
            known[key] = self.schema(shape)
            needed = [other for other in needed if other != key] + ([key] if key == written else [])
        return closed(known, needed)

    def record(self, kind: RecordKind, keys: Keys) -> Schema:
        """Write the schema of a record."""
        cls = RECORDS[kind]
        properties, required = self.fields(cls)
        head: dict[str, Schema] = {"kind": {"const": kind.value}}
        tail: dict[str, Schema] = {
            "layer": LAYER,
            "annotations": {"type": "array", "items": self.refer("annotation")},
            "corrections": {"type": "array", "items": self.refer("correction")},
            "match": {"enum": ["certain", "possible"]},
        }
        schema = self.extended(head | properties | tail, ["kind", *required], keys)
        return {"description": plain(cls.__doc__ or ""), **schema}

    def part(self, cls: type[Any], keys: Keys) -> Schema:
        """Write the schema of a part of a record."""
        properties, required = self.fields(cls)
        if cls in (records.Position, records.Citation):
            properties |= {"annotation": ANNOTATION, "layer": LAYER}
        return {"description": plain(cls.__doc__ or ""), **self.extended(properties, required, keys)}

    def fields(self, cls: type[Any]) -> tuple[dict[str, Schema], list[str]]:
        """Write the schema of the fields of a class, and which of them are always there: see `model.encode`."""
        hints = typing.get_type_hints(cls, include_extras=True)
        told = fields_of(cls)
        core: frozenset[str] = getattr(cls, "CORE", frozenset())
        properties: dict[str, Schema] = {}
        required: list[str] = []
        for field in dataclasses.fields(cls):
            if field.name in HIDDEN:
                continue
            must = field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
            kind = kind_of(hints[field.name])
            if field.metadata.get("flat"):
                inner, needed = self.fields(kind.hint)
                properties |= inner
                required += needed if must else []
                continue
            key = key_of(cls, field.name)
            value = self.value(kind, key)
            if field.name in core and not must and not kind.several:
                value = {"anyOf": [value, {"type": "null"}]}
            properties[key] = value | ({"description": told[field.name]} if field.name in told else {})
            required += [key] if must or field.name in core else []
            if key == "id" and not issubclass(cls, Record):
                properties["name"] = NAME
                required.append("name")
        properties |= {name: {"enum": ["+", "0", "-"]} for name in getattr(cls, "DERIVED", ())}
        return properties, [*required, *getattr(cls, "DERIVED", ())]

    def value(self, kind: Kind, key: str) -> Schema:
        """Write the schema of the value of a field."""
        one = self.single(kind, key)
        return {"type": "array", "items": one} if kind.several else one

    def single(self, kind: Kind, key: str) -> Schema:
        """Write the schema of one value."""
        if kind.ref and key != "id":
            reference = self.refer("reference")
            return {"anyOf": [reference, self.refer("name")]} if kind.ref.loose else reference
        if vocabulary := vocabulary_of(kind.hint):
            return self.refer(f"word-{vocabulary}")
        if kind.hint is FuzzyDate:
            return self.refer("date")
        if dataclasses.is_dataclass(kind.hint):
            return self.refer(f"part-{typing.cast('type', kind.hint).__name__}")
        return {Decimal: {"type": "number"}, bool: {"type": "boolean"}}.get(kind.hint, TEXT)


def output_schema(title: str, shapes: Mapping[str, Shape]) -> Schema:
    """Make one schema of what some commands print with `--json`."""
    writer = Writer()
    commands = {name: writer.schema(shape) for name, shape in shapes.items()}
    head: Schema = {"$schema": DIALECT, "title": title, "$comment": f"Version {OUTPUT_VERSION} of the output."}
    definitions = dict(sorted(writer.definitions.items()))
    if len(commands) == 1:
        return {**head, **next(iter(commands.values())), "$defs": definitions}
    named = {f"command-{name}": schema for name, schema in commands.items()}
    return {**head, "anyOf": [{"$ref": f"#/$defs/{name}"} for name in named], "$defs": {**named, **definitions}}
