"""`narcotl claim`: one claim in full."""

from typing import Annotated

import typer

from narcotl.cli import complete
from narcotl.cli.answer import show
from narcotl.cli.options import Output, Stores
from narcotl.model.vocab.base import RecordKind
from narcotl.reports.claim import FIELDS
from narcotl.reports.claim import claim as report


def claim(
    name: Annotated[str, typer.Argument(help="The id of a claim.", metavar="ID", autocompletion=complete.claims)],
    output: Output,
    stores: Stores,
) -> None:
    """Print one claim in full: every position on it in order of time, who took it and what it rests on.

    Example: narcotl claim cia-complicit-laos-opium
    """
    library = stores.open()
    row = library.record(name, RecordKind.CLAIM)
    show(report(library.index, row), output.shown(RecordKind.CLAIM, FIELDS))
