"""What a file holds, before it means anything: texts, lists and mappings that know where they stand.

Every scalar is a text. `1984`, `-0043`, `NO` and `010` are what the author wrote, and only the model,
which knows that a field is a date, a number or a word, turns them into one.
"""

from typing import TypeAlias


class Text(str):
    """A scalar, and the line and column (from 1) where it begins; 0 where that is not known."""

    __slots__ = ("column", "line")

    line: int
    column: int


class Items(list["Node"]):
    """A list, and where it begins."""

    __slots__ = ("column", "line")

    line: int
    column: int


class Fields(dict[str, "Node"]):
    """A mapping, and where it begins; its keys are `Text` where the file gives positions."""

    __slots__ = ("column", "line")

    line: int
    column: int


Node: TypeAlias = str | list["Node"] | dict[str, "Node"] | None
"""A node of a file; plain `str`, `list` and `dict` are nodes without a position, None is an empty value."""


def position(node: object) -> tuple[int, int]:
    """Give the line and column of a node, zeros where it has none."""
    return getattr(node, "line", 0), getattr(node, "column", 0)
