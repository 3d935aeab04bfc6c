"""What a command takes: options and arguments, declared without Typer, whose import costs more than most answers.

They stand in annotations, as Typer has it: `Annotated[int | None, Option("--limit", help="Show at most this many.")]`.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final, Self, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypedDict, Unpack

    class Told(TypedDict, total=False):
        """What is said of an option or argument; the words are Typer's."""

        help: str
        metavar: str
        show_default: bool
        autocompletion: Callable[..., Any] | None
        min: float
        max: float
        readable: bool


REQUIRED: Final = object()
"""The default of what has none."""


class Taken:
    """Something that a command takes: its names on the command line, if it has any, and what is said of it."""

    __slots__ = ("names", "told")

    def __init__(self, *names: str, **told: "Unpack[Told]") -> None:
        self.names = names
        self.told = told


class Option(Taken):
    """What is given by a name, such as `--limit 5`."""

    __slots__ = ()


class Argument(Taken):
    """What is given by its place."""

    __slots__ = ()


@dataclass_transform(frozen_default=True, kw_only_default=True)
class OptionGroup:
    """A group of options that a command takes as one parameter: declared like a dataclass, for which no code is made.

    Making code for dataclasses with dozens of fields would be a twentieth of what most answers cost.
    """

    def __init__(self, **values: Any) -> None:
        """Take the values that are not the default."""
        vars(self).update(values)

    def but(self, **values: Any) -> Self:
        """Give the same with other values."""
        return type(self)(**vars(self) | values)


def fields_of(group: type[OptionGroup]) -> Iterator[tuple[str, Any, Any]]:
    """Give the name, the annotation and the default of each option of a group; `REQUIRED` where there is none."""
    annotations: dict[str, Any] = {}
    for cls in reversed(group.__mro__):
        annotations |= vars(cls).get("__annotations__", {})
    for name, annotation in annotations.items():
        yield name, annotation, getattr(group, name, REQUIRED)
