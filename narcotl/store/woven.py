"""Make records of texts that an outline tells of, without lists and mappings in between.

What stands in which list or mapping is the same for all records of one skeleton, so it need not be put together and
taken apart again for each: one function takes each text from its place and makes the record, and its JSON. What each
field means it has from `narcotl.store.shaped`; a test holds both to the same records.
"""

import dataclasses
import typing
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import count
from types import NoneType
from typing import Any, Final, NamedTuple, TypeAlias

from narcotl.dates import FuzzyDate
from narcotl.errors import Place
from narcotl.store.compiler import Found, keys_of, known, points
from narcotl.store.outline import FLOWING, Outline
from narcotl.store.remembered import Made, repeated
from narcotl.store.shaped import Shaper, remembered
from narcotl.store.texts import nothing, remark

Weave: TypeAlias = Callable[[Sequence[Any], Sequence[int], Found, Place | None, int], Made]
"""Makes a value of texts, and its JSON; given the spots of the texts as well, and the number of the first one."""

MOST: Final = 512
"""For no more parts of records functions are kept."""


class Leaf(NamedTuple):
    """What stands for a text."""

    number: int
    is_text: bool
    """Whether it surely is one, and no list or mapping in brackets."""


class Branch(NamedTuple):
    """A list, or a mapping."""

    keys: tuple[str, ...] | None
    """None: a list."""
    parts: "tuple[Tree, ...]"


Tree: TypeAlias = Leaf | Branch
"""Where texts stand."""


class NotWovenError(Exception):
    """Something that is better put together and looked at."""


def woven(cls: type[Any], outline: Outline) -> Weave | None:
    """Give the function that makes records of a class; None if what is there is not what the class has."""
    try:
        tree = tree_of(outline)
        keys = tree.keys or ()
        # What `take_kind` has to look at.
        if "kind" in keys and ("type" in keys or "kind" not in keys_of(cls)):
            return None
        return Weaver(cls, tree).weave()
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


@lru_cache(maxsize=MOST)
def part_woven(cls: type[Any], tree: Branch) -> Weave:
    """Give the function for a part of records, whose texts are numbered from 0; fails if it is not what a class has."""
    return Weaver(cls, tree, is_part=True).weave()


def first_of(tree: Tree) -> int:
    """Give the number of the first text."""
    return tree.number if isinstance(tree, Leaf) else first_of(tree.parts[0])


def moved(tree: Tree, by: int) -> Tree:
    """Count from another text on."""
    if isinstance(tree, Leaf):
        return Leaf(tree.number - by, tree.is_text)
    return Branch(tree.keys, tuple([moved(part, by) for part in tree.parts]))


class Weaver(Shaper):
    """Writes the function for one class, and what stands where."""

    PARAMETERS = "nodes, where, found, place, base"

    def __init__(self, cls: type[Any], tree: Branch, *, is_part: bool = False) -> None:
        """Begin; the texts of a part are those from the base on."""
        if tree.keys is None or not known(cls).issuperset(tree.keys):
            raise NotWovenError
        super().__init__(cls, tree.keys, spotted=True)
        self.tree = dict(zip(tree.keys, tree.parts, strict=True))
        self.is_part = is_part
        self.number = count()

    def weave(self, outer: frozenset[str] | None = None) -> Weave:
        """Compile the function; fails if something is lacking."""
        shape: Any = self.shape(outer=outer)
        if shape is None:
            raise NotWovenError
        return typing.cast("Weave", shape)

    def taken(self, outer: frozenset[str] | None, present: Sequence[str]) -> Iterator[str]:  # noqa: ARG002 - as above
        """Give nothing: each text is taken where it is needed, and is there."""
        yield from ()

    def aside(self, name: str, inner: type[Any], own: frozenset[str]) -> str:
        """Give the call that makes a value of fields which stand among those of this one."""
        keys = tuple([key for key in self.keys if key in keys_of(inner)])
        tree = Branch(keys, tuple([self.tree[key] for key in keys]))
        self.names[f"shape_{name}"] = Weaver(inner, tree, is_part=self.is_part).weave(own)
        return f"shape_{name}(nodes, where, found, None, base)"

    def field(self, name: str) -> Iterator[str]:
        """Decode one field that is there, and write it."""
        key = name.rstrip("_")
        yield from self.read(self.hints[name], self.tree[key], f"a_{name}", key)
        yield f"t_{name} = text"

    def read(self, hint: Any, tree: Tree, part: str, key: str) -> Iterator[str]:
        """Give the statements that make a value of a part of the tree, and put its JSON into `text`."""
        origin = typing.get_origin(hint)
        if isinstance(tree, Leaf):
            yield f"{part} = {self.at('nodes', tree)}"
            if points(hint):
                yield f"at = {self.at('where', tree)}"
            yield from self.told(hint, part, key)
        elif origin is tuple and tree.keys is None:
            yield from self.read_items(typing.get_args(hint)[0], tree.parts, part, key)
        elif origin not in (None, tuple, typing.Annotated):
            yield from self.read(next(one for one in typing.get_args(hint) if one is not NoneType), tree, part, key)
        elif dataclasses.is_dataclass(hint) and hint is not FuzzyDate and tree.keys is not None:
            yield from self.read_value(hint, tree, part)
        else:
            raise NotWovenError

    def read_items(self, item: Any, trees: Sequence[Tree], part: str, key: str) -> Iterator[str]:
        """Read a list, one item after the other."""
        names = [f"{part}_{number}" for number in range(len(trees))]
        for name, tree in zip(names, trees, strict=True):
            yield from self.read(item, tree, name, key)
            yield f"t_{name} = text"
        yield f"{part} = ({', '.join(names)},)"
        yield f"text = f'[{','.join(f'{{t_{name}}}' for name in names)}]'"

    def read_value(self, cls: Any, tree: Branch, part: str) -> Iterator[str]:
        """Read a mapping; one that is only words and ids is made once."""
        keys, number = typing.cast("tuple[str, ...]", tree.keys), next(self.number)
        leaves = [leaf for leaf in tree.parts if isinstance(leaf, Leaf) and leaf.is_text]
        said = repeated(cls, keys) if len(leaves) == len(keys) else None
        if said is None or (values := remembered(cls, keys)) is None:
            first = Leaf(first_of(tree), is_text=False)
            self.names[f"value_{number}"] = part_woven(cls, typing.cast("Branch", moved(tree, first.number)))
            yield f"{part}, text = value_{number}(nodes, where, found, None, {self.index(first)})"
            return
        self.names[f"values_{number}"] = values
        yield f"{part}, text = values_{number}[{', '.join([self.at('nodes', leaf) for leaf in leaves])},]"
        for leaf, (key, to) in zip(leaves, said.items(), strict=True):
            if to is not None:
                named = f"{self.at('nodes', leaf)}, {key!r}, {to.listed!r}, {to.is_loose}"
                yield f"found.append(({named}, {self.at('where', leaf)}))"

    def at(self, what: str, leaf: Leaf) -> str:
        """Give the expression for a text, or its spot."""
        return f"{what}[{self.index(leaf)}]"

    def index(self, leaf: Leaf) -> str:
        """Give the expression for the number of a text."""
        return f"base + {leaf.number}" if self.is_part else str(leaf.number)
