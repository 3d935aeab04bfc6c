"""Functions compiled from the dataclasses of the model: each makes a value of a class from a mapping, or gives up.

A function of plain statements is made for each class; whatever it does not expect makes it fail, in one of the ways
that `narcotl.store.quick` knows. A test holds what it makes to what `narcotl.store.decode` makes.
"""

import dataclasses
import re
import typing
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from types import NoneType
from typing import Any, Final, TypeAlias

from narcotl.dates import FuzzyDate, parse_edtf
from narcotl.errors import Place
from narcotl.model.fields import Ref
from narcotl.model.record import HIDDEN, Record, Value
from narcotl.store.decode import ADDED_BY_OUTPUT, decoders, flat_fields
from narcotl.store.nodes import Spotted, SpottedItems
from narcotl.store.scalars import MAX_TEXT

Found: TypeAlias = list[tuple[str, Ref, str, int]]
"""References: the target, what it may be, the field, and where in the text it begins."""
Make: TypeAlias = Callable[[dict[str, Any], Found, Place | None], Any]

NUMBER: Final = re.compile(r"-?[0-9]{1,12}(?:\.[0-9]{1,3})?", re.ASCII)
"""Numbers that surely have few enough digits."""
TRUTHS: Final = {"true": True, "false": False, True: True, False: False}

MADE: Final[dict[tuple[type[Any], bool], Make]] = {}
KNOWN: Final[dict[type[Any], frozenset[str]]] = {}


def known(cls: type[Any]) -> frozenset[str]:
    """Give the keys that may stand in a mapping, whether they are read or read over."""
    if cls not in KNOWN:
        own = decoders(cls).keys()
        borrowed = [key for inner, _ in flat_fields(cls).values() for key in decoders(inner)]
        KNOWN[cls] = frozenset([*own, *borrowed, *ADDED_BY_OUTPUT, *(["name"] if "id" in own else [])])
    return KNOWN[cls]


def maker(cls: type[Any], *, spotted: bool) -> Make:
    """Give the compiled function that makes a value of a class from a mapping whose keys are known."""
    if (cls, spotted) not in MADE:
        MADE[cls, spotted] = Compiler(spotted=spotted).compiled(cls)
    return MADE[cls, spotted]


class Compiler:
    """Writes the function that makes values of one class, and gathers the names that it uses."""

    def __init__(self, *, spotted: bool) -> None:
        """Begin a function for nodes that know where in the text their values begin, or for such that do not."""
        self.spotted = spotted
        self.names: dict[str, Any] = {
            "Mapping": Spotted if spotted else dict,
            "List": SpottedItems if spotted else list,
            "Decimal": Decimal,
            "date": parse_edtf,
            "fits": NUMBER.fullmatch,
            "truths": TRUTHS,
        }

    def compiled(self, cls: type[Any]) -> Make:
        """Compile the function."""
        body = "".join(f"    {line}\n" for line in self.function(cls))
        text = f"def make(node, found, place):\n    get = node.get\n{body}"
        exec(text, self.names)  # noqa: S102 - made of our own classes
        return typing.cast("Make", self.names["make"])

    def function(self, cls: type[Any]) -> Iterator[str]:
        """Give the statements: one variable for each field, then the value."""
        hints = typing.get_type_hints(cls, include_extras=True)
        flat = flat_fields(cls)
        fields = [field for field in dataclasses.fields(cls) if field.name not in HIDDEN]
        for field in fields:
            required = field.default is dataclasses.MISSING
            self.names[f"default_{field.name}"] = field.default
            if field.name in flat:
                yield from self.flat(flat[field.name][0], required=required)
            else:
                key = field.name.rstrip("_")
                yield f"part = node['{key}']" if required else f"part = get('{key}')"
                yield "if True:" if required else "if part is not None:"
                if self.spotted and points(hints[field.name]):
                    yield f"    at = node.spots['{key}']"
                yield from indented(self.steps(hints[field.name], "part", key))
            if not required:
                yield "else:"
                yield f"    part = default_{field.name}"
            yield f"a_{field.name} = part"
        yield from self.construction(cls, fields)
        yield "return made"

    def construction(self, cls: type[Any], fields: Sequence["dataclasses.Field[Any]"]) -> Iterator[str]:
        """Give the statements that put the variables of all fields into a value."""
        self.names |= {"Class": cls, "new": object.__new__}
        # What `Class(...)` would do, at a third of the price: a frozen class looks up each of its slots by name.
        self.names |= {f"set_{field.name}": getattr(cls, field.name).__set__ for field in dataclasses.fields(cls)}
        yield "made = new(Class)"
        yield from (f"set_{field.name}(made, a_{field.name})" for field in fields)
        if issubclass(cls, Record):
            yield from ("set_place(made, place)", "set_printed(made, None)")

    def flat(self, cls: type[Value], *, required: bool) -> Iterator[str]:
        """Make a value whose fields stand among those of its owner, if the one that it cannot do without is there."""
        self.names[f"make_{cls.__name__}"] = maker(cls, spotted=self.spotted)
        yield "if True:" if required else f"if '{cls.SHORT}' in node:"
        yield f"    part = make_{cls.__name__}(node, found, None)"

    def steps(self, hint: Any, part: str, key: str) -> Iterator[str]:
        """Give the statements that turn the node in a variable into a value of a type."""
        origin = typing.get_origin(hint)
        if origin is typing.Annotated:
            yield from self.reference(next(note for note in hint.__metadata__ if isinstance(note, Ref)), part, key)
        elif origin is tuple:
            yield from self.sequence(typing.get_args(hint)[0], part, key)
        elif origin is not None:
            yield from self.steps(next(one for one in typing.get_args(hint) if one is not NoneType), part, key)
        elif dataclasses.is_dataclass(hint) and hint is not FuzzyDate:
            yield from self.value(typing.cast("type[Value]", hint), part)
        elif hint is str:
            yield f"if {part}.__class__ is not str or len({part}) > {MAX_TEXT}: raise KeyError"
        elif hint is FuzzyDate:
            yield f"{part} = date({part} if {part}.__class__ is str else {part}['edtf'])"
        elif hint is Decimal:
            yield f"if not fits({part}): raise KeyError"
            yield f"{part} = Decimal({part})"
        elif hint is bool:
            yield f"{part} = truths[{part}]"
        else:
            self.names[f"words_{hint.__name__}"] = {word.value: word for word in hint}
            yield f"{part} = words_{hint.__name__}[{part}]"

    def reference(self, to: Ref, part: str, key: str) -> Iterator[str]:
        """Read an id, bare or as `{id: ..., name: ...}`, and note the reference."""
        name = f"to_{len(self.names)}"
        self.names[name] = to
        yield f"if {part}.__class__ is Mapping:"
        if self.spotted:
            yield f"    at = {part}.spots['id' if {part}.get('id') else 'name']"
        yield f"    {part} = {part}.get('id') or {part}.get('name')"
        yield from self.steps(str, part, key)
        yield f"found.append(({part}, {name}, '{key}', {'at' if self.spotted else 0}))"

    def sequence(self, item: Any, part: str, key: str) -> Iterator[str]:
        """Read a list; a single item may stand for a list of one."""
        yield "made = []"
        yield from self.each(item, part)
        yield from indented(self.steps(item, "item", key))
        yield "    made.append(item)"
        yield f"{part} = tuple(made)"

    def each(self, item: Any, part: str) -> Iterator[str]:
        """Begin a loop over the items of a list, with their places if those are wanted."""
        spotted = self.spotted and points(item)
        yield f"if {part}.__class__ is List:"
        yield f"    items, spots = {part}, {f'{part}.spots' if spotted else '()'}"
        yield "else:"
        if not dataclasses.is_dataclass(item):
            yield f"    if {part}.__class__ is Mapping: raise KeyError"
        yield f"    items, spots = ({part},), {'(at,)' if spotted else '()'}"
        yield "for item, at in zip(items, spots):" if spotted else "for item in items:"

    def value(self, cls: type[Value], part: str) -> Iterator[str]:
        """Read a value with fields of its own; a bare text fills the field that the class names."""
        name = cls.__name__
        self.names |= {f"known_{name}": known(cls), f"make_{name}": maker(cls, spotted=self.spotted)}
        if cls.SHORT:
            yield f"if {part}.__class__ is str:"
            yield f"    {part} = Mapping({cls.SHORT}={part})"
            if self.spotted and points(cls):
                yield f"    {part}.spots = {{'{cls.SHORT}': at}}"
            yield f"elif not known_{name}.issuperset({part}): raise KeyError"
        else:
            yield f"if not known_{name}.issuperset({part}): raise KeyError"
        yield f"{part} = make_{name}({part}, found, None)"


def points(hint: Any) -> bool:
    """Tell whether values of a type hold references, so that it matters where they stand."""
    if typing.get_origin(hint) is typing.Annotated:
        return True
    if dataclasses.is_dataclass(hint) and hint is not FuzzyDate:
        return any(map(points, typing.get_type_hints(hint, include_extras=True).values()))
    return any(map(points, typing.get_args(hint)))


def indented(lines: Iterable[str]) -> Iterator[str]:
    """Indent statements by one step."""
    return (f"    {line}" for line in lines)
