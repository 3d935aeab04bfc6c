"""Values that were made of the same words before: places, actors and roles repeat in every store."""

import typing
from collections.abc import Callable, Iterable
from enum import EnumType
from types import NoneType, UnionType
from typing import Any, Final, TypeAlias

from narcotl.errors import Place
from narcotl.model.fields import Ref
from narcotl.store.compiler import Found

Made: TypeAlias = tuple[Any, str]
"""A value, and its JSON."""
Shape: TypeAlias = Callable[[Any, Found, Place | int | None], Made]
"""Makes a value of a mapping, and its JSON; a bare text has the place where it begins in that of a record."""

MOST: Final = 2**13
"""How many values of one shape are remembered at a time."""


class Remembered(dict[Any, Made]):
    """The values of one shape of a class, by what is said of them: a text, or one for each key."""

    __slots__ = ("make",)

    def __init__(self, make: Callable[[Any], Made]) -> None:
        """Begin with nothing, and with what makes a value; it fails on whatever it does not expect."""
        self.make = make

    def __missing__(self, said: Any) -> Made:
        """Make a value, and remember it."""
        made = self.make(said)
        if len(self) >= MOST:
            self.clear()
        self[said] = made
        return made


class Seldom:
    """Makes values field by field as long as they are few, and after that by a function that is compiled for them."""

    __slots__ = ("compiled", "left", "shape")

    def __init__(self, shape: Shape, few: int, compiled: Callable[[], Shape]) -> None:
        """Begin with what makes values field by field; so many are few."""
        self.shape = shape
        self.left = few
        self.compiled = compiled

    def __call__(self, node: Any, found: Found, place: Place | int | None) -> Made:
        """Make one."""
        self.left -= 1
        if self.left == 0:
            self.shape = self.compiled()
        return self.shape(node, found, place)


def repeated(cls: type[Any], keys: Iterable[str]) -> dict[str, Ref | None] | None:
    """Give what each of some keys names, if a record; None if one of them says more than a word or an id."""
    hints = {field.name.rstrip("_"): field.type for field in cls.FIELDS}
    found: dict[str, Ref | None] = {}
    for key in keys:
        hint: Any = hints.get(key)
        if typing.get_origin(hint) in (typing.Union, UnionType):
            hint = next(one for one in typing.get_args(hint) if one is not NoneType)
        if typing.get_origin(hint) is typing.Annotated:
            found[key] = next(note for note in hint.__metadata__ if isinstance(note, Ref))
        elif isinstance(hint, EnumType):
            found[key] = None
        else:
            return None
    return found


def once(plain: Shape, keys: tuple[str, ...]) -> Remembered:
    """Have a shape make each value of plain nodes once; fails if nothing is said of a key."""

    def make(values: tuple[str | None, ...]) -> Made:
        if None in values:
            raise TypeError
        return plain(dict(zip(keys, values, strict=True)), [], None)

    return Remembered(make)


def remembering(shape: Shape, known: Remembered, said: dict[str, Ref | None], *, spotted: bool) -> Shape:
    """Have a shape give the values that are known, given what each of its keys names.

    What is not as plain as that (a key with nothing, an id with its name) is left to the shape.
    """
    named = [(key, to.listed, to.is_loose) for key, to in said.items() if to is not None]

    def again(node: Any, found: Found, place: Place | int | None) -> Made:
        try:
            made = known[tuple(node.values())]
        except TypeError:
            return shape(node, found, place)
        for key, kinds, loose in named:
            found.append((node[key], key, kinds, loose, node.spots[key] if spotted else 0))
        return made

    return again
