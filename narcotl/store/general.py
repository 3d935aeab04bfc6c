"""Decode a mapping of a class whatever keys it has, and write its JSON on the way, field by field.

This is for what comes too seldom to be worth a function of its own (`narcotl.store.shaped`). Whatever is not expected
makes it fail, in one of the ways that `narcotl.store.quick` knows.
"""

import typing
from collections.abc import Callable, Iterator
from decimal import Decimal
from json.encoder import encode_basestring
from types import NoneType, UnionType
from typing import Any, NamedTuple, TypeAlias

from narcotl.dates import FuzzyDate
from narcotl.model.declared import REQUIRED, is_value
from narcotl.model.encode import DATES, number_text, plain
from narcotl.model.fields import Ref
from narcotl.model.record import HIDDEN, Record
from narcotl.store.compiler import NUMBER, TRUTHS, Found, points
from narcotl.store.decode import flat_fields
from narcotl.store.nodes import Spotted, SpottedItems
from narcotl.store.remembered import Made, Shape
from narcotl.store.scalars import MAX_TEXT

Read: TypeAlias = Callable[[Any, Found, Any], Made]
"""Reads what stands in a field, given where in the text it begins; what names no records does not look at that."""


class Part(NamedTuple):
    """What is to be known of a field to read it."""

    key: str
    put: Callable[[Any, Any], None]
    default: Any
    absent: str
    """What JSON has where nothing is said."""
    silent: Any
    """The value that JSON does not have."""
    head: str
    """What stands before the value in JSON; empty where an owner writes it."""
    pointed: bool
    """Whether it matters where in the text the value begins."""
    read: Read


class General:
    """Makes what reads mappings of any class; for nodes that know where in a text their values begin, or for others."""

    def __init__(self, shapes: Callable[[type[Any]], Shape], *, spotted: bool) -> None:
        """Take what gives the function that reads the mappings inside others."""
        self.shapes = shapes
        self.spotted = spotted

    def shape(self, cls: type[Any], outer: frozenset[str] | None = None) -> Shape:
        """Give what reads a mapping of a class.

        Where its fields stand among those of an owner, that writes its own (`outer`) and puts the braces around all.
        """
        parts = tuple(self.parts(cls, outer))
        derived = tuple(getattr(cls, "DERIVED", ()))
        hidden = [getattr(cls, name).__set__ for name in ("place", "printed")] if issubclass(cls, Record) else []
        head, start, tail = ("{", 1, "}") if outer is None else ("", 0, "")
        if issubclass(cls, Record):
            head, start = f'{{"kind":"{cls.KIND.value}"', 0
        new, spotted = object.__new__, self.spotted

        def shape(node: Any, found: Found, place: Any) -> Made:
            value = new(cls)
            get = node.get
            spots = node.spots if spotted else node
            text = ""
            for key, put, default, absent, silent, key_text, pointed, read in parts:
                part = get(key)
                if part is None:
                    if default is REQUIRED:
                        raise KeyError(key)
                    put(value, default)
                    text += absent
                else:
                    part, written = read(part, found, spots[key] if pointed else node)
                    put(value, part)
                    if part != silent:
                        text += key_text + written
            for name in derived:
                text += f',"{name}":' + encode_basestring(getattr(value, name))
            for put, hide in zip(hidden, (place, None), strict=False):
                put(value, hide)
            return value, head + text[start:] + tail

        return shape

    def parts(self, cls: type[Any], outer: frozenset[str] | None) -> Iterator[Part]:
        """Give the fields in the order in which JSON has them."""
        fields = [field for field in cls.FIELDS if field.name not in HIDDEN]
        own = frozenset(field.name for field in fields)
        flat = flat_fields(cls)
        for field in sorted(fields, key=lambda field: field.name != "id"):
            put = getattr(cls, field.name).__set__
            if field.name in flat:
                inner = flat[field.name][0]
                shape = self.shape(inner, own)
                yield Part(inner.SHORT, put, field.default, "", REQUIRED, "", pointed=False, read=beside(shape))
                continue
            key = field.name.rstrip("_")
            is_said = field.name not in (outer or ())
            is_core = field.name in cls.CORE
            head = f',"{"type" if key == "kind" and issubclass(cls, Record) else key}":'
            read = self.reader(field.type, key)
            yield Part(
                key,
                put,
                field.default,
                absent=head + nothing(field.default) if is_core and is_said else "",
                silent=REQUIRED if is_core or field.default is None else field.default,
                head=head if is_said else "",
                pointed=self.spotted and points(field.type),
                read=read if is_said else unsaid(read),
            )

    def reader(self, hint: Any, key: str) -> Read:
        """Give what reads a value of a type."""
        origin = typing.get_origin(hint)
        if origin is typing.Annotated:
            return self.reference(next(note for note in hint.__metadata__ if isinstance(note, Ref)), key)
        if origin is tuple:
            item = typing.get_args(hint)[0]
            return self.sequence(self.reader(item, key), pointed=points(item), single=is_value(item))
        if origin in (typing.Union, UnionType):
            return self.reader(next(one for one in typing.get_args(hint) if one is not NoneType), key)
        simple: dict[Any, Read] = {str: text, bool: truth, Decimal: number, FuzzyDate: date}
        if hint in simple:
            return simple[hint]
        return self.value(typing.cast("type[Any]", hint)) if is_value(hint) else word(hint)

    def reference(self, to: Ref, key: str) -> Read:
        """Read an id, bare or as `{id: ..., name: ...}`, and note the reference."""
        spotted, kinds, loose = self.spotted, to.listed, to.is_loose
        mapping: Any = Spotted if spotted else dict
        # The id of a part itself is a text, of whatever it is the id.
        head, tail = ("", "") if key == "id" else (f'{{"{"ref" if to.loose else "id"}":', "}")

        def read(part: Any, found: Found, at: Any) -> Made:
            if part.__class__ is mapping:
                at = part.spots["id" if part.get("id") else "name"] if spotted else 0
                part = part.get("id") or part.get("name")
            part, written = text(part, found, at)
            found.append((part, key, kinds, loose, at if spotted else 0))
            return part, head + written + tail

        return read

    def sequence(self, read: Read, *, pointed: bool, single: bool) -> Read:
        """Read a list; a single item may stand for a list of one, and a single mapping if items have fields."""
        sequence: Any = SpottedItems if self.spotted else list
        mapping: Any = Spotted if self.spotted else dict
        pointed = pointed and self.spotted

        def read_all(part: Any, found: Found, at: Any) -> Made:
            if part.__class__ is sequence:
                spots = part.spots if pointed else part
                made = [read(item, found, spot) for item, spot in zip(part, spots, strict=True)]
            elif part.__class__ is mapping and not single:
                raise KeyError
            else:
                made = [read(part, found, at)]
            return tuple([value for value, _ in made]), f"[{','.join([written for _, written in made])}]"

        return read_all

    def value(self, cls: type[Any]) -> Read:
        """Read a value with fields of its own; a bare text fills the field that the class names."""
        shape = self.shapes(cls)
        mapping: Any = Spotted if self.spotted else dict
        short, pointed = cls.SHORT, self.spotted and points(cls)

        def read(part: Any, found: Found, at: Any) -> Made:
            if part.__class__ is str and short:
                part = mapping({short: part})
                if pointed:
                    part.spots = {short: at}
            elif part.__class__ is not mapping:
                raise KeyError
            return shape(part, found, None)

        return read


def beside(shape: Shape) -> Read:
    """Read fields that stand among those of their owner, whose mapping comes instead of a place."""
    return lambda _, found, node: shape(node, found, None)


def unsaid(read: Read) -> Read:
    """Read a value that somebody else writes."""
    return lambda part, found, at: (read(part, found, at)[0], "")


def nothing(default: Any) -> str:
    """Write what a field that is always printed has by default."""
    return "[]" if default == () else plain(default)


def text(part: Any, _: Found, __: Any) -> Made:
    """Read a text."""
    if part.__class__ is not str or len(part) > MAX_TEXT:
        raise KeyError
    return part, encode_basestring(part)


def truth(part: Any, _: Found, __: Any) -> Made:
    """Read `true` or `false`."""
    value = TRUTHS[part]
    return value, "true" if value else "false"


def number(part: Any, _: Found, __: Any) -> Made:
    """Read a number that surely has few enough digits."""
    if not NUMBER.fullmatch(part):
        raise KeyError
    value = Decimal(part)
    return value, number_text(value)


def date(part: Any, _: Found, __: Any) -> Made:
    """Read a date, also one that was printed."""
    return DATES[part if part.__class__ is str else part["edtf"]]


def word(vocabulary: Any) -> Read:
    """Give what reads a word of a vocabulary."""
    words = {word.value: (word, encode_basestring(word.value)) for word in vocabulary}
    return lambda part, _, __: words[part]
