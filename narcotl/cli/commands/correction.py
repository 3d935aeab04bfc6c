"""`narcotl correction`: one correction in full."""

from typing import Annotated

import typer

from narcotl.cli import complete
from narcotl.cli.answer import show
from narcotl.cli.options import Output, Stores
from narcotl.model.vocab.base import RecordKind
from narcotl.reports.corrections import FIELDS
from narcotl.reports.corrections import correction as report


def correction(
    name: Annotated[
        str, typer.Argument(help="The id of a correction.", metavar="ID", autocompletion=complete.corrections)
    ],
    output: Output,
    stores: Stores,
) -> None:
    """Print one correction in full: what is wrong where, what should stand there, and on what basis.

    Example: narcotl correction correct-otarola-office
    """
    library = stores.open()
    row = library.record(name, RecordKind.CORRECTION)
    show(report(library.index, row), output.shown(RecordKind.CORRECTION, FIELDS))
