"""`narcotl export`: the whole store in another format."""

from dataclasses import replace
from enum import StrEnum
from typing import Annotated

import typer

from narcotl.cli.answer import show
from narcotl.cli.options import Output, Stores
from narcotl.render import Format
from narcotl.reports.everything import everything


class Target(StrEnum):
    """The formats to which a store can be exported."""

    JSONL = "jsonl"


def export(
    target: Annotated[Target, typer.Argument(help="The format.", metavar="FORMAT")],
    output: Output,
    stores: Stores,
) -> None:
    """Print every record of the store; as jsonl it can be read back with --store.

    Example: narcotl export jsonl --output store.jsonl
    """
    library = stores.open()
    show(everything(library.index), replace(output.shown(), format=Format(target.value)))
