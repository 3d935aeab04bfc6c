"""Decode mappings whose keys are often the same, by a function for each such shape, and write their JSON on the way.

Most records of a large store have the same few keys, and so have their parts. A function that knows which keys there
are need not look for others, nor ask of each field whether anything was said. What comes often gets such a function;
all else is decoded field by field (`narcotl.store.general`). A test holds both to what `narcotl.model.encode` writes.
"""

import typing
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from types import NoneType
from typing import Any, Final

from narcotl.dates import FuzzyDate
from narcotl.errors import Place
from narcotl.model.declared import REQUIRED, is_value
from narcotl.model.encode import expression
from narcotl.model.record import Record
from narcotl.store.compiler import Found, indented, keys_of, known, lacks, points
from narcotl.store.general import General
from narcotl.store.nodes import Spotted
from narcotl.store.remembered import Remembered, Seldom, Shape, once, remembering, repeated
from narcotl.store.written import Written

OFTEN: Final = 200
"""A shape that came so often is worth a function: to compile it costs as much as some hundred records."""
MOST: Final = 300
"""For no more shapes of one class functions are made."""


class Shapes:
    """The functions for the shapes of one class."""

    def __init__(self, cls: type[Any], *, spotted: bool) -> None:
        """Begin without any."""
        self.cls = cls
        self.spotted = spotted
        self.found: dict[tuple[str, ...], Shape] = {}
        self.seen: Counter[tuple[str, ...]] = Counter()
        self.known = known(cls)
        self.general: Shape | None = None

    def learn(self, node: Any) -> Shape:
        """Give the function for a mapping that none was made for yet; fails if it has other keys than the class."""
        if not self.known.issuperset(node):
            raise KeyError
        keys = tuple(node)
        self.seen[keys] += 1
        if self.seen[keys] == OFTEN and len(self.found) < MOST and not lacks(self.cls, keys):
            shape = self.found[keys] = self.compiled(keys)
            return shape
        if len(self.seen) > OFTEN * MOST:
            self.seen.clear()
        return self.by_fields()

    def compiled(self, keys: tuple[str, ...]) -> Shape:
        """Give the function for a shape; where all is words and ids, one that makes each value once."""
        cls: Any = self.cls
        values, said = remembered(cls, keys), repeated(cls, keys)
        if values is None or said is None:
            return Shaper(cls, keys, spotted=self.spotted).shape()
        return remembering(seldom(cls, keys, spotted=self.spotted), values, said, spotted=self.spotted)

    def by_fields(self) -> Shape:
        """Give what reads a mapping field by field."""
        if self.general is None:
            others = General(lambda cls: shapes(cls, spotted=self.spotted).made, spotted=self.spotted)
            self.general = others.shape(self.cls)
        return self.general

    def again(self, node: Any, found: Found, place: Place | int | None) -> tuple[Any, str]:
        """Make a value of a mapping in which some keys have nothing, as if they were not there."""
        rest: Any = {key: part for key, part in node.items() if part is not None}
        if self.spotted:
            rest = Spotted(rest)
            rest.spots = node.spots
        return self.made(rest, found, place)

    def made(self, node: Any, found: Found, place: Place | int | None) -> tuple[Any, str]:
        """Make a value of a mapping."""
        return (self.found.get(tuple(node)) or self.learn(node))(node, found, place)


SHAPES: Final[dict[tuple[type[Any], bool], Shapes]] = {}


def shapes(cls: type[Any], *, spotted: bool) -> Shapes:
    """Give the functions for the shapes of a class."""
    if (cls, spotted) not in SHAPES:
        SHAPES[cls, spotted] = Shapes(cls, spotted=spotted)
    return SHAPES[cls, spotted]


def seldom(cls: type[Any], keys: tuple[str, ...], *, spotted: bool) -> Shape:
    """Give what reads mappings that will be few, of a shape that comes often."""
    by_fields = shapes(cls, spotted=spotted).by_fields()
    return Seldom(by_fields, OFTEN, Shaper(cls, keys, spotted=spotted).shape)


@lru_cache(maxsize=MOST)
def remembered(cls: type[Any], keys: tuple[str, ...]) -> Remembered | None:
    """Give the values of a class that are made once; None if these keys say more than words and ids, or lack one."""
    return None if repeated(cls, keys) is None or lacks(cls, keys) else once(seldom(cls, keys, spotted=False), keys)


@lru_cache(maxsize=MOST)
def remembered_bare(cls: type[Any]) -> Remembered:
    """Give the values of a class that are made once, by the bare text that fills their only key."""
    plain = seldom(cls, (cls.SHORT,), spotted=False)
    return Remembered(lambda text: plain({cls.SHORT: text}, [], None))


@lru_cache(maxsize=MOST)
def shape_of_bare(cls: type[Any], *, spotted: bool) -> Shape:
    """Give the function for a bare text that fills the only key."""
    return Shaper(cls, (cls.SHORT,), spotted=spotted, is_bare=True).shape()


class Shaper(Written):
    """Writes the function for one shape of a class."""

    PARAMETERS = "node, found, place"

    def __init__(self, cls: type[Any], keys: tuple[str, ...], *, spotted: bool, is_bare: bool = False) -> None:
        """Begin; what is bare is not a mapping, but the text that fills the only key."""
        super().__init__(cls, keys, spotted=spotted)
        self.is_bare = is_bare
        self.hints: dict[str, Any] = {field.name: field.type for field in cls.FIELDS}

    def shape(self, *, outer: frozenset[str] | None = None) -> Shape:
        """Compile the function; the shape must not lack anything.

        Where the fields stand among those of an owner, that writes its own (`outer`) and puts the braces around all.
        """
        return typing.cast("Shape", self.compiled(self.body(outer)))

    def compiled(self, lines: Iterable[str]) -> Any:
        """Compile the function of some statements."""
        body = "".join(f"    {line}\n" for line in lines)
        exec(f"def shape({self.PARAMETERS}):\n{body}", self.names)  # noqa: S102 - made of our own classes
        return self.names["shape"]

    def body(self, outer: frozenset[str] | None) -> Iterator[str]:
        """Give the statements: a value, each of its fields, and the JSON of all of them together."""
        self.names |= {"Class": self.cls, "new": object.__new__}
        # What `Class(...)` would do, at a third of the price: a frozen class looks up each of its slots by name.
        self.names |= {f"set_{field.name}": getattr(self.cls, field.name).__set__ for field in self.cls.FIELDS}
        own = frozenset(field.name for field in self.fields)
        yield from self.taken(outer)
        yield "value = new(Class)"
        for field in self.fields:
            inner = self.beside.get(field.name)
            if (inner[0].SHORT if inner else field.name.rstrip("_")) not in self.keys:
                self.names[f"default_{field.name}"] = field.default
                yield f"set_{field.name}(value, default_{field.name})"
                continue
            if inner:
                yield f"part, text = {self.aside(field.name, inner[0], own)}"
            else:
                yield from self.field(field.name)
            yield f"set_{field.name}(value, part)"
            yield f"t_{field.name} = text"
        if issubclass(self.cls, Record):
            yield from ("set_place(value, place)", "set_printed(value, None)")
        yield from self.together(outer)

    def taken(self, outer: frozenset[str] | None) -> Iterator[str]:
        """See to it that none of the fields is nothing."""
        if outer is None and (empty := list(self.empty())):
            self.names["again"] = shapes(self.cls, spotted=self.spotted).again
            yield f"if {' or '.join(empty)}: return again(node, found, place)"

    def aside(self, name: str, inner: type[Any], own: frozenset[str]) -> str:
        """Give the call that makes a value of fields which stand among those of this one."""
        keys = tuple(key for key in self.keys if key in keys_of(inner))
        self.names[f"shape_{name}"] = Shaper(inner, keys, spotted=self.spotted).shape(outer=own)
        return f"shape_{name}(node, found, None)"

    def empty(self) -> Iterator[str]:
        """Give the tests whether a key has nothing that need not be there; also of what stands among the fields."""
        needed = {field.name.rstrip("_") for field in self.fields if field.default is REQUIRED}
        for key in self.keys:
            if key not in needed and not self.is_bare:
                yield f"node[{key!r}] is None"

    def field(self, name: str) -> Iterator[str]:
        """Decode one field that is there, and write it, into `part` and `text`."""
        hint, key = self.hints[name], name.rstrip("_")
        if self.spotted and points(hint):
            yield "at = place" if self.is_bare else f"at = node.spots[{key!r}]"
        yield f"part = {'node' if self.is_bare else f'node[{key!r}]'}"
        yield from self.told(hint, "part", key)

    def told(self, hint: Any, part: str, key: str) -> Iterator[str]:
        """Give the statements that turn the node in a variable into a value, and put its JSON into `text`."""
        origin = typing.get_origin(hint)
        if origin not in (None, tuple, typing.Annotated):
            yield from self.told(next(one for one in typing.get_args(hint) if one is not NoneType), part, key)
        elif origin is tuple:
            yield from self.told_sequence(typing.get_args(hint)[0], part, key)
        elif is_value(hint):
            yield from self.told_value(typing.cast("type[Any]", hint), part)
        elif hint is FuzzyDate:
            yield f"{part}, text = dates[{part} if {part}.__class__ is str else {part}['edtf']]"
        elif self.is_vocabulary(hint):
            yield f"text = texts_{hint.__name__}[{part}]"
            yield from self.steps(hint, part, key)
        else:
            if hint is not str:  # to write what is no text fails
                yield from self.steps(hint, part, key)
            # The id itself is a text, of whatever it is the id.
            yield f"text = {expression(str if key == 'id' else hint, part, {})}"

    def told_sequence(self, item: Any, part: str, key: str) -> Iterator[str]:
        """Read a list, and write it; a single item may stand for a list of one."""
        yield "made, texts = [], []"
        yield from self.each(item, part)
        yield from indented(self.told(item, "item", key))
        yield "    made.append(item)"
        yield "    texts.append(text)"
        yield f"{part}, text = tuple(made), '[' + ','.join(texts) + ']'"

    def told_value(self, cls: type[Any], part: str) -> Iterator[str]:
        """Read a value with fields of its own, and write it; a bare text fills the field that the class names."""
        name = cls.__name__
        inner = shapes(cls, spotted=self.spotted)
        self.names |= {f"get_{name}": inner.found.get, f"learn_{name}": inner.learn}
        otherwise = ""
        if cls.SHORT and not lacks(cls, (cls.SHORT,)):
            yield f"if {part}.__class__ is str:"
            yield from indented(self.told_bare(cls, part))
            otherwise = "el"
        yield f"{otherwise}if {part}.__class__ is not Mapping: raise KeyError"
        made = f"{part}, text = (get_{name}(tuple({part})) or learn_{name}({part}))({part}, found, None)"
        yield f"else: {made}"

    def told_bare(self, cls: Any, part: str) -> Iterator[str]:
        """Read a bare text, and write it; the same word or id makes the same value."""
        name, key = cls.__name__, cls.SHORT
        at = "at" if self.spotted and points(cls) else "0"
        if (said := repeated(cls, (key,))) is None:
            self.names[f"bare_{name}"] = shape_of_bare(cls, spotted=self.spotted)
            yield f"{part}, text = bare_{name}({part}, found, {at})"
            return
        if (to := said[key]) is not None:
            yield f"found.append(({part}, {key!r}, {to.listed!r}, {to.is_loose}, {at}))"
        self.names[f"bare_{name}"] = remembered_bare(cls)
        yield f"{part}, text = bare_{name}[{part}]"
