"""`narcotl source`: the profile of a source, or the list of all."""

from typing import Annotated

import typer

from narcotl.cli import complete
from narcotl.cli.answer import show
from narcotl.cli.options import Filters, Output, Stores, Today
from narcotl.model.vocab.base import RecordKind
from narcotl.reports.listing import FIELDS as LISTED
from narcotl.reports.source import FIELDS, profile


def source(
    filters: Filters,
    today: Today,
    output: Output,
    stores: Stores,
    name: Annotated[
        str | None, typer.Argument(help="An id or a title.", metavar="NAME", autocompletion=complete.sources)
    ] = None,
) -> None:
    """Print what a source is and everything that rests on it; without a name, list all sources.

    Example: narcotl source seed-003
    """
    library = stores.open()
    if name is None:
        show(filters.listing(library, RecordKind.SOURCE, today.day()), output.shown(RecordKind.SOURCE, LISTED))
        return
    row = library.record(name, RecordKind.SOURCE)
    show(profile(library.index, row), output.shown(RecordKind.SOURCE, FIELDS))
