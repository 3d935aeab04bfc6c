"""What every command takes, read from the commands themselves: for the reference and for the manual page."""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from narcotl.cli.app import load
from narcotl.cli.declared import OptionGroup, fields_of
from narcotl.cli.options import Filters, Output, Stores, Today
from narcotl.cli.registry import PURPOSES

SHARED: Final[dict[str, type[OptionGroup]]] = {
    "which records": Filters,
    "what is today": Today,
    "in which form": Output,
    "which store": Stores,
}
"""The options that commands have in common, by the heading under which the reference tells them once."""
WITH_ALL: Final = "timeline"
"""A command that takes all of them; what another command means otherwise by such a name is its own."""


class Parameter(NamedTuple):
    """An argument or option of a command, as its help shows it."""

    written: str
    about: str


class Usage(NamedTuple):
    """A command: its purpose, its name, what it does, an example, and what it takes."""

    purpose: str
    name: str
    about: str
    text: str
    example: str
    parameters: list[Parameter]


def shared() -> dict[Parameter, str]:
    """Give the shared options, each with the heading under which it is told for all commands."""
    titles = {name: title for title, group in SHARED.items() for name, _, _ in fields_of(group)}
    return {parameter: titles[name] for name, parameter in taken(load(WITH_ALL)) if name in titles}


def usages() -> Iterator[Usage]:
    """Give every command in the order of the help; each word below a command is one of its own."""
    for purpose, entries in PURPOSES.items():
        for entry in entries:
            command = load(entry.name)
            yield of(purpose, entry.name, entry.about, command)
            for word, below in getattr(command, "commands", {}).items():
                yield of(purpose, f"{entry.name} {word}", (below.help or "").partition("\n")[0], below)


def of(purpose: str, name: str, about: str, command: Any) -> Usage:
    """Read one command."""
    text, _, example = (command.help or "").partition("Example: ")
    return Usage(purpose, name, about, text.strip(), " ".join(example.split()), [one for _, one in taken(command)])


def taken(command: Any) -> Iterator[tuple[str, Parameter]]:
    """Give what a command takes, by name."""
    from typer._click import Context  # Typer carries its own click

    context = Context(command, info_name="narcotl")
    for param in command.params:
        record = param.get_help_record(context)
        if record is not None and "--help" not in param.opts:
            yield param.name, Parameter(*record)
