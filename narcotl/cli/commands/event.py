"""`narcotl event`: one event in full."""

from typing import Annotated

import typer

from narcotl.cli import complete
from narcotl.cli.answer import show
from narcotl.cli.options import Output, Stores
from narcotl.model.vocab.base import RecordKind
from narcotl.reports.event import event as report


def event(
    name: Annotated[str, typer.Argument(help="The id of an event.", metavar="ID", autocompletion=complete.events)],
    output: Output,
    stores: Stores,
    as_written: Annotated[
        bool, typer.Option("--as-written", help="Dates, places and people as sources write them.")
    ] = False,
) -> None:
    """Print one event in full: when, where, who, how sure, what is claimed of it, and who says so.

    Example: narcotl event laos-secret-war
    """
    library = stores.open()
    row = library.record(name, RecordKind.EVENT)
    show(report(library.index, row, as_written=as_written), output.shown(RecordKind.EVENT))
