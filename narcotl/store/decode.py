"""Turn nodes into records, as the dataclasses of the model say: their types are the schema.

A decoder is compiled once for each class. It never raises for bad data: it notes problems in the scope
and gives `INVALID`, so that one pass over a record finds everything that is wrong with it.
"""

import types
import typing
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final, TypeAlias

from narcotl.dates import FuzzyDate
from narcotl.errors import Place, choice, did_you_mean, nearest
from narcotl.model.declared import REQUIRED, is_value
from narcotl.model.entry import Entry
from narcotl.model.fields import Ref
from narcotl.model.record import HIDDEN, Record, Value
from narcotl.model.vocab.base import RecordKind
from narcotl.store import scalars
from narcotl.store.nodes import Node
from narcotl.store.scope import Scope

Decode: TypeAlias = Callable[[Any, Scope], Any]
Decoders: TypeAlias = dict[str, tuple[str, Decode, bool]]
FlatFields: TypeAlias = dict[str, tuple[type[Value], bool]]

COMPILED: dict[type[Any], Decoders] = {}
FLAT: dict[type[Any], FlatFields] = {}

INVALID: Final = scalars.INVALID

ADDED_BY_OUTPUT = frozenset(
    {"match", "corrections", "chain", "polarity", "office", "layer", "annotation", "annotations"}
)
"""Keys that JSON output adds to a record; on the way in they are read over."""


def entry(kind: RecordKind, node: Node, file: str) -> Entry:
    """Decode one record of a kind."""
    from narcotl.model.records import RECORDS

    scope = Scope(file)
    here = scope.place(node)
    scope.line, scope.column = here.line, here.column
    if not isinstance(node, dict):
        scope.problem(node, f"{an(kind)} must be a mapping of fields, such as `id: ...`")
        return Entry(record=None, problems=tuple(scope.problems))
    name = node.get("id")
    scope.record = str(name) if isinstance(name, str) else ""
    record = record_of(RECORDS[kind], node, scope, here)
    return Entry(
        record=record,
        id=scope.record,
        references=tuple(scope.references),
        problems=tuple(scope.problems),
    )


def record_of(cls: type[Record], node: dict[str, Node], scope: Scope, place: Place) -> Record | None:
    """Build a record, or None if anything in it is broken."""
    values = fields_of(cls, own_kind(cls, node, scope), scope)
    if scope.broken:
        return None
    record = cls(place=place, **values)
    flaws = list(record.flaws())
    for message, hint in flaws:
        scope.problem(node, message, hint, rule="consistency")
    return None if flaws else record


def own_kind(cls: type[Record], node: dict[str, Node], scope: Scope) -> dict[str, Node]:
    """Undo what JSON output does to kinds: `kind` is the kind of record, and `type` the record's own kind."""
    stated = node.get("kind")
    has_kind = "kind" in decoders(cls)
    if "kind" not in node or (has_kind and "type" not in node):
        return node
    if stated != cls.KIND:
        scope.problem(stated, f"this is {an(cls.KIND)}, not {stated!r}")
    rest = {key: value for key, value in node.items() if key not in ("kind", *(("type",) if has_kind else ()))}
    if has_kind:
        rest["kind"] = node["type"]
    return rest


def decoders(cls: type[Any]) -> Decoders:
    """Give the compiled fields of a class: key in the store -> attribute, decoder, whether it is required."""
    if cls not in COMPILED:
        COMPILED[cls] = compile_decoders(cls)
    return COMPILED[cls]


def compile_decoders(cls: type[Any]) -> Decoders:
    """Compile the fields of a class."""
    hints = typing.get_type_hints(cls, include_extras=True)
    compiled = {}
    for field in cls.FIELDS:
        if field.name in HIDDEN or field.flat:
            continue
        required = field.default is REQUIRED
        compiled[field.name.rstrip("_")] = field.name, decoder(hints[field.name]), required
    return compiled


def flat_fields(cls: type[Any]) -> FlatFields:
    """Give the fields whose own fields stand beside them: attribute -> class, whether it is required."""
    if cls not in FLAT:
        FLAT[cls] = find_flat_fields(cls)
    return FLAT[cls]


def find_flat_fields(cls: type[Any]) -> FlatFields:
    """Find the fields of a class whose own fields stand beside them."""
    found = {}
    for field in cls.FIELDS:
        if field.flat:
            inner: Any = next((part for part in typing.get_args(field.type) if part is not type(None)), field.type)
            found[field.name] = inner, field.default is REQUIRED
    return found


def fields_of(cls: type[Any], node: dict[str, Node], scope: Scope) -> dict[str, Any]:
    """Decode the fields of a mapping into arguments for the class."""
    known = decoders(cls)
    flat = flat_fields(cls)
    borrowed = {key for inner, _ in flat.values() for key in decoders(inner)}
    values: dict[str, Any] = {}
    for key, part in node.items():
        if key in known:
            attribute, decode, _ = known[key]
            if part is not None:
                scope.field = key
                values[attribute] = decode(part, scope)
        elif key not in borrowed and key not in ADDED_BY_OUTPUT and not (key == "name" and "id" in known):
            unknown_field(cls, key, [*known, *borrowed], scope)
    for key, (attribute, _, required) in known.items():
        if required and attribute not in values:
            scope.problem(node, f"{an(cls)} needs `{key}`", f"Add `{key}: ...`.", rule="required")
    for attribute, (inner, required) in flat.items():
        values |= flat_value(attribute, inner, node, scope, required=required)
    return values


def flat_value(
    attribute: str, cls: type[Value], node: dict[str, Node], scope: Scope, *, required: bool
) -> dict[str, Any]:
    """Decode a value whose fields stand among those of its owner; nothing if none of them is there."""
    own = {key: part for key, part in node.items() if key in decoders(cls)}
    if cls.SHORT not in own:
        if required:
            scope.problem(node, f"{an(cls)} is needed here: `{cls.SHORT}: ...`", rule="required")
        return {}
    values = fields_of(cls, own, scope)
    return {} if scope.broken else {attribute: cls(**values)}


def unknown_field(cls: type[Any], key: str, known: list[str], scope: Scope) -> None:
    """Report a key that the class does not have, with the nearest one that it has."""
    hint = did_you_mean([f"`{name}`" for name in nearest(key, known, 1)], choice(sorted(known)))
    scope.problem(key, f"unknown field '{scalars.excerpt(key)}' in {an(cls)}", hint, rule="unknown-field")


def decoder(hint: Any) -> Decode:
    """Compile the decoder for a type."""
    origin = typing.get_origin(hint)
    if origin is typing.Annotated:
        reference = next(part for part in hint.__metadata__ if isinstance(part, Ref))
        return reference_decoder(reference)
    if origin is tuple:
        return list_decoder(decoder(typing.get_args(hint)[0]), typing.get_args(hint)[0])
    if origin in (typing.Union, types.UnionType):
        return decoder(next(part for part in typing.get_args(hint) if part is not type(None)))
    simple: dict[Any, Decode] = {
        str: scalars.text,
        bool: scalars.truth,
        Decimal: scalars.number,
        FuzzyDate: scalars.date,
    }
    if hint in simple:
        return simple[hint]
    if is_value(hint):
        return value_decoder(typing.cast("type[Value]", hint))
    return scalars.word(hint)


def reference_decoder(to: Ref) -> Decode:
    """Decode an id, written bare or as `{id: ..., name: ...}`, and note the reference."""

    def decode(node: Node, scope: Scope) -> Any:
        if isinstance(node, dict):
            node = node.get("id") or node.get("name")
        found = scalars.text(node, scope)
        if found is not INVALID:
            scope.refer(found, to)
            return str(found)
        return found

    return decode


def list_decoder(item: Decode, hint: Any) -> Decode:
    """Decode a list; a single item may stand for a list of one."""
    single = is_value(hint)

    def decode(node: Node, scope: Scope) -> Any:
        if isinstance(node, list):
            return tuple([item(part, scope) for part in node])
        if isinstance(node, dict) and not single:
            scope.problem(node, "a list is needed here, not a mapping")
            return INVALID
        return (item(node, scope),)

    return decode


def value_decoder(cls: type[Value]) -> Decode:
    """Decode a value with fields of its own; a bare scalar fills the field that the class names."""

    def decode(node: Node, scope: Scope) -> Any:
        if isinstance(node, str) and cls.SHORT:
            short: Node = node
            node = {cls.SHORT: short}
        if not isinstance(node, dict):
            scope.problem(node, f"{an(cls)} must be a mapping of fields")
            return INVALID
        values = fields_of(cls, node, scope)
        return INVALID if scope.broken else cls(**values)

    return decode


def an(thing: type[Any] | RecordKind) -> str:
    """Name a class or kind with its article."""
    name = thing.value if isinstance(thing, RecordKind) else thing.__name__.lower()
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"
