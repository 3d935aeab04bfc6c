"""`narcotl figure`: one figure in full."""

from typing import Annotated

import typer

from narcotl.cli import complete
from narcotl.cli.answer import show
from narcotl.cli.options import Output, Stores
from narcotl.model.vocab.base import RecordKind
from narcotl.reports.figure import FIELDS
from narcotl.reports.figure import figure as report
from narcotl.reports.figures import FIELDS_CONVERTED


def figure(
    name: Annotated[str, typer.Argument(help="The id of a figure.", metavar="ID", autocompletion=complete.figures)],
    output: Output,
    stores: Stores,
    unit: Annotated[
        str | None,
        typer.Option("--unit", help="Convert to this unit where a factor is known.", autocompletion=complete.units),
    ] = None,
) -> None:
    """Print one figure in full: what it counts, who says so, how it was computed, what it was before.

    Example: narcotl figure coca-peru-2017-ondcp
    """
    library = stores.open()
    row = library.record(name, RecordKind.FIGURE)
    added = FIELDS if unit is None else (*FIELDS, *FIELDS_CONVERTED)
    show(report(library.index, row, unit), output.shown(RecordKind.FIGURE, added))
