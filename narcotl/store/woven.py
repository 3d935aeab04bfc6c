"""Make records of texts that an outline tells of, without lists and mappings in between.

What stands in which list or mapping is the same for all records of one skeleton. So it is planned once which function
makes what of which texts, and need not be put together and taken apart again for each record. What each field means
these functions have from `narcotl.store.shaped`; a test holds both to the same records.
"""

import typing
from collections.abc import Callable, Iterator, Sequence
from enum import Enum, auto
from functools import lru_cache
from types import NoneType
from typing import Any, Final, NamedTuple, TypeAlias

from narcotl.errors import Place
from narcotl.model.declared import is_value
from narcotl.model.fields import Ref
from narcotl.store.compiler import Found, indented, keys_of, known, lacks, points
from narcotl.store.decode import flat_fields
from narcotl.store.outline import FLOWING, Outline
from narcotl.store.remembered import Made, repeated
from narcotl.store.shaped import Shaper, remembered
from narcotl.store.texts import nothing, remark

Weave: TypeAlias = Callable[[Sequence[Any], Sequence[int], Found, Place | None, Any], Made]
"""Makes a value of texts, and its JSON; given the spots of the texts as well, and which of them to take."""

MOST: Final = 512
"""For no more forms of values functions are kept."""


class Leaf(NamedTuple):
    """What stands for a text."""

    number: int
    is_text: bool
    """Whether it surely is one, and no list or mapping in brackets."""


class Branch(NamedTuple):
    """A list, or a mapping."""

    keys: tuple[str, ...] | None
    """None: a list."""
    parts: tuple["Leaf | Branch", ...]


Tree: TypeAlias = Leaf | Branch
"""Where texts stand."""


class Stands(Enum):
    """As what a field stands there."""

    TEXT = auto()
    """Surely as a text; it is not too long, since a record that is long has no plan."""
    NODE = auto()
    """Maybe as a list or mapping in brackets."""
    LIST = auto()
    MAPPING = auto()


class Plan(NamedTuple):
    """How to make something of texts."""

    weave: Weave
    numbers: Any
    """The numbers of the texts: of a mapping a tuple, with tuples and plans inside for lists and values."""


class NotWovenError(Exception):
    """Something that is better put together and looked at."""


def planned(cls: type[Any], outline: Outline) -> Plan | None:
    """Say how to make records of a class; None if what is there is not what the class has."""
    try:
        tree = tree_of(outline)
        keys = tree.keys or ()
        # What `take_kind` has to look at.
        if "kind" in keys and ("type" in keys or "kind" not in keys_of(cls)):
            return None
        return plan_of_mapping(cls, tree)
    except NotWovenError:
        return None


def tree_of(outline: Outline) -> Branch:
    """Say where the texts of an outline stand; fails if there is nothing somewhere."""
    read = {leaf.number: leaf.read for leaf in (*outline.always, *outline.others)}
    nodes: list[Tree | None] = [
        None if read[number] in (nothing, remark) else Leaf(number, read[number] not in FLOWING)
        for number in range(outline.assembly.texts)
    ]
    for keys, numbers, _ in outline.assembly.steps:
        parts = tuple([part for number in numbers if (part := nodes[number]) is not None])
        if len(parts) < len(numbers):
            raise NotWovenError
        nodes.append(Branch(keys, parts))
    if not isinstance(nodes[-1], Branch):
        raise NotWovenError
    return nodes[-1]


def plan_of_mapping(cls: Any, tree: Branch) -> Plan:
    """Plan a value of a class with fields of its own."""
    if tree.keys is None or not known(cls).issuperset(tree.keys):
        raise NotWovenError
    hints = hints_of(cls)
    numbers = [part_numbers(hints.get(key), part) for key, part in zip(tree.keys, tree.parts, strict=True)]
    if all(isinstance(part, Leaf) and part.is_text for part in tree.parts):
        return Plan(same(cls, tree.keys) or weave(cls, tree.keys, (Stands.TEXT,) * len(numbers)), tuple(numbers))
    return Plan(weave(cls, tree.keys, tuple(map(standing, tree.parts))), tuple(numbers))


def hints_of(cls: Any) -> dict[str, Any]:
    """Give the types of the fields by key, also of those of a value that stand among them."""
    inner = [hints_of(other) for other, _ in flat_fields(cls).values()]
    own = {field.name.rstrip("_"): field.type for field in cls.FIELDS}
    return {key: hint for hints in (*inner, own) for key, hint in hints.items()}


def standing(tree: Tree) -> Stands:
    """Say as what something stands there."""
    if isinstance(tree, Leaf):
        return Stands.TEXT if tree.is_text else Stands.NODE
    return Stands.LIST if tree.keys is None else Stands.MAPPING


def part_numbers(hint: Any, tree: Tree) -> Any:
    """Give the numbers of the texts of a field."""
    if isinstance(tree, Leaf):
        return tree.number
    origin = typing.get_origin(hint)
    if origin is tuple and tree.keys is None:
        (item, *_) = typing.get_args(hint)
        return tuple([plan(item, part) if is_value(item) else number_of(part) for part in tree.parts])
    if origin not in (None, tuple, typing.Annotated):
        return part_numbers(next(one for one in typing.get_args(hint) if one is not NoneType), tree)
    if not is_value(hint):
        raise NotWovenError
    return plan(hint, tree)


def number_of(tree: Tree) -> int:
    """Give the number of what surely is a text; fails for anything else."""
    if isinstance(tree, Branch) or not tree.is_text:
        raise NotWovenError
    return tree.number


def plan(cls: Any, tree: Tree) -> Plan:
    """Plan a value that may be a bare text."""
    return plan_of_mapping(cls, tree) if isinstance(tree, Branch) else Plan(bare(cls), tree.number)


@lru_cache(maxsize=MOST)
def weave(cls: Any, keys: tuple[str, ...], stands: tuple[Stands, ...]) -> Weave:
    """Give the function for a mapping of a class; fails if something is lacking."""
    return Weaver(cls, dict(zip(keys, stands, strict=True))).weave()


@lru_cache(maxsize=MOST)
def same(cls: Any, keys: tuple[str, ...]) -> Weave | None:
    """Give the function for a mapping that is only words and ids, whose values are made once; None if it is more."""
    said, values = repeated(cls, keys), remembered(cls, keys)
    if said is None or values is None:
        return None
    taken = ", ".join(f"n_{key}" for key in keys)
    lines = ["def shape(nodes, where, found, place, numbers):", f"    {taken}, = numbers"]
    for key, to in said.items():
        if to is not None:
            named = f"nodes[n_{key}], {key!r}, {to.listed!r}, {to.is_loose}, where[n_{key}]"
            lines.append(f"    found.append(({named}))")
    lines.append(f"    return values[{', '.join(f'nodes[n_{key}]' for key in keys)},]")
    names: dict[str, Any] = {"values": values}
    exec("\n".join(lines), names)  # noqa: S102 - made of our own classes
    return typing.cast("Weave", names["shape"])


@lru_cache(maxsize=MOST)
def bare(cls: Any) -> Weave:
    """Give the function for a text that stands for a value of a class, or for a mapping in brackets."""
    weaver = Weaver(cls, {})
    lines = ["part = nodes[numbers]", "at = where[numbers]", *weaver.told(cls, "part", ""), "return part, text"]
    return typing.cast("Weave", weaver.compiled(lines))


class Weaver(Shaper):
    """Writes the function for the fields of one class, and as what each stands there."""

    PARAMETERS = "nodes, where, found, place, numbers"

    def __init__(self, cls: type[Any], stands: dict[str, Stands]) -> None:
        """Begin."""
        super().__init__(cls, tuple(stands), spotted=True)
        self.stands = stands
        self.is_text = False
        """Whether what is being read surely is a text."""

    def weave(self, outer: frozenset[str] | None = None) -> Weave:
        """Compile the function; fails if something is lacking."""
        if lacks(self.cls, self.keys):
            raise NotWovenError
        return typing.cast("Weave", self.shape(outer=outer))

    def taken(self, outer: frozenset[str] | None) -> Iterator[str]:  # noqa: ARG002 - as `Shaper` has it
        """Take the numbers of all fields; that there is something was seen to."""
        yield f"{', '.join(f'n_{key}' for key in self.keys)}, = numbers"

    def aside(self, name: str, inner: type[Any], own: frozenset[str]) -> str:
        """Give the call that makes a value of fields which stand among those of this one."""
        keys = [key for key in self.keys if key in keys_of(inner)]
        self.names[f"shape_{name}"] = Weaver(inner, {key: self.stands[key] for key in keys}).weave(own)
        return f"shape_{name}(nodes, where, found, None, ({', '.join(f'n_{key}' for key in keys)},))"

    def field(self, name: str) -> Iterator[str]:
        """Decode one field that is there, and write it, into `part` and `text`."""
        hint, key = self.hints[name], name.rstrip("_")
        if self.stands[key] in (Stands.TEXT, Stands.NODE):
            self.is_text = self.stands[key] is Stands.TEXT
            yield from self.one(hint, f"n_{key}", "part", key)
            self.is_text = False
        elif self.stands[key] is Stands.LIST:
            yield from self.several(hint, key)
        else:
            yield f"weave, inner = n_{key}"
            yield "part, text = weave(nodes, where, found, None, inner)"

    def one(self, hint: Any, number: str, part: str, key: str) -> Iterator[str]:
        """Read what stands as a text."""
        yield f"{part} = nodes[{number}]"
        if points(hint):
            yield f"at = where[{number}]"
        yield from self.told(hint, part, key)

    def reference(self, to: Ref, part: str, key: str) -> Iterator[str]:
        """Read an id, and note the reference."""
        if self.is_text:
            yield f"found.append(({part}, {key!r}, {to.listed!r}, {to.is_loose}, at))"
        else:
            yield from super().reference(to, part, key)

    def several(self, hint: Any, key: str) -> Iterator[str]:
        """Read a list, one item after the other."""
        (item, *_) = typing.get_args(hint)
        yield "made, texts = [], []"
        if is_value(item):
            yield f"for weave, inner in n_{key}:"
            yield "    item, text = weave(nodes, where, found, None, inner)"
        else:
            self.is_text = True
            yield f"for which in n_{key}:"
            yield from indented(self.one(item, "which", "item", key))
            self.is_text = False
        yield "    made.append(item)"
        yield "    texts.append(text)"
        yield "part, text = tuple(made), '[' + ','.join(texts) + ']'"
