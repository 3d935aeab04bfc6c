"""Nodes that know where in a text they begin and end, in characters from 0."""

from narcotl.store.nodes import Fields, Items, Text


class Scalar(Text):
    """A scalar as it is written: between `start` and `end`, in a style."""

    __slots__ = ("end", "start", "style")

    start: int
    end: int
    style: str
    """The character that opens it: a quote, `|` or `>`; empty for a plain one."""


class Listing(Items):
    """A list, from its first bracket or dash to the end of its last item."""

    __slots__ = ("end", "flow", "start")

    start: int
    end: int
    flow: bool
    """Whether it stands in brackets."""


class Mapping(Fields):
    """A mapping, from its first brace or key to the end of its last value."""

    __slots__ = ("end", "flow", "start")

    start: int
    end: int
    flow: bool
    """Whether it stands in braces."""


def scalar(value: str, start: int, end: int, style: str, place: tuple[int, int]) -> Scalar:
    """Make a scalar; its place is the line and column (from 1) where it begins."""
    made = Scalar(value)
    made.start, made.end, made.style = start, end, style
    made.line, made.column = place
    return made
