"""What a command takes: options and arguments, declared without Typer, whose import costs more than most answers.

They stand in annotations, as Typer has it: `Annotated[int | None, Option("--limit", help="At most so many.")]`.
"""

from typing import TYPE_CHECKING, Any

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


class OptionGroup:
    """The base of dataclasses whose fields are options: a command takes the whole group as one parameter."""

    __slots__ = ()
