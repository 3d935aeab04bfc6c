"""What a file holds, before it means anything: texts, lists and mappings that know where they stand.

Every scalar is a text. `1984`, `-0043`, `NO` and `010` are what the author wrote, and only the model,
which knows that a field is a date, a number or a word, turns them into one.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

from narcotl.errors import Place, Problem

if TYPE_CHECKING:
    from narcotl.store.outline import Outline

LINE: Final = 2**20
"""A spot is how many lines after the first one of a record something begins, times this, and its column, from 1."""


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


class Spotted(dict[str, "Node"]):
    """A mapping read quickly: `spots` says where each of its values begins; others read alike may share it."""

    __slots__ = ("spots",)

    spots: Mapping[str, int]


class SpottedItems(list["Node"]):
    """A list read quickly, with the spots of its items."""

    __slots__ = ("spots",)

    spots: Sequence[int]


Node: TypeAlias = str | list["Node"] | dict[str, "Node"] | None
"""A node of a file; plain `str`, `list` and `dict` are nodes without a position, None is an empty value."""


Item: TypeAlias = tuple[str | None, Node]
"""The key at the top of a file below which something stands (None in a list), and what stands there."""


class Read:
    """A record that was taken apart."""

    __slots__ = ("made", "outline", "texts")

    def __init__(self, texts: list[Any], outline: "Outline") -> None:
        """Take what stands there, and what it means together."""
        self.texts = texts
        self.outline = outline
        self.made: Spotted | None = None

    @property
    def node(self) -> Spotted:
        """The whole record."""
        if self.made is None:
            self.made = self.outline.assembly.put(self.texts, ())
        return self.made


class Draft(NamedTuple):
    """An item of a list that was read quickly, by a reader that knows less than all of its format."""

    read: dict[str, Node] | Read
    """What it says, put together or not."""
    place: Place
    text: str
    """The text of a node that knows the spots of its values; empty if it does not."""
    exact: Callable[[], Iterable[Item | Problem]]
    """Read the item again, with all that the format allows, and with all positions."""
    key: str | None = None
    """The key at the top of the file below which the item stands; None in a list."""

    @property
    def node(self) -> dict[str, Node]:
        """The item, put together."""
        return self.read if isinstance(self.read, dict) else self.read.node


def place_of(spot: int, line: int) -> tuple[int, int]:
    """Give the line and the column of a spot in a record that begins in a line."""
    return line + spot // LINE, spot % LINE


def position(node: object) -> tuple[int, int]:
    """Give the line and column of a node, zeros where it has none."""
    return getattr(node, "line", 0), getattr(node, "column", 0)
