"""`narcotl schema`: what stores and outputs look like, as JSON Schema."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from narcotl.cli.declared import Argument, Option
from narcotl.errors import UnknownNameError, UsageError, meant
from narcotl.render import Format, Shown, show
from narcotl.reports.report import Card
from narcotl.store.layout import FILE_KINDS, SETTINGS

if TYPE_CHECKING:
    from collections.abc import Iterable


class Subject(StrEnum):
    """What a schema is of."""

    STORE = "store"
    OUTPUT = "output"


def schema(
    subject: Annotated[Subject, Argument(help="What the schema describes.", metavar="[store|output]")],
    command: Annotated[
        str | None, Argument(help="Only what this command prints.", metavar="COMMAND", show_default=False)
    ] = None,
    file: Annotated[
        str | None,
        Option("--file", help="Only this file of a store: events, actors, ..., store.", show_default=False),
    ] = None,
    output: Annotated[Path | None, Option("--output", "-o", help="Write to this file.", show_default=False)] = None,
) -> None:
    """Print the JSON Schema of a store, for editors, or of what commands print with --json, for programs.

    Example: narcotl schema store --file events
    """
    made = of_store(command, file) if subject is Subject.STORE else of_output(command, file)
    show(Card(title=str(made["title"]), record=made, lines=()), Shown(format=Format.JSON, output=output))


def of_store(command: str | None, file: str | None) -> dict[str, Any]:
    """Make the schema of a store or of one of its files."""
    from narcotl.schema.store import store_schema

    if command is not None:
        raise UsageError(f"one argument too many: '{command}'", f"Did you mean --file {command}?")
    return store_schema(None if file is None else known(file, (*FILE_KINDS, SETTINGS), "file of a store"))


def of_output(command: str | None, file: str | None) -> dict[str, Any]:
    """Make the schema of what one command prints, or all of them."""
    from narcotl.reports.shapes import SHAPES
    from narcotl.schema.output import output_schema

    if file is not None:
        raise UsageError("--file goes with `narcotl schema store`", "Name a command instead: timeline.")
    if command is None:
        return output_schema("What narcotl prints with --json", SHAPES)
    found = known(command, SHAPES, "command")
    return output_schema(f"narcotl {found} --json", {found: SHAPES[found]})


def known(name: str, names: "Iterable[str]", what: str) -> str:
    """Give a name that exists; fails with near matches."""
    listed = list(names)
    if name in listed:
        return name
    raise UnknownNameError(f"there is no {what} '{name}'", meant(name, listed))
