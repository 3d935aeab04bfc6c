"""`narcotl region`: the profile of a region, or the list of all."""

from typing import Annotated

import typer

from narcotl.cli import complete
from narcotl.cli.again import again
from narcotl.cli.answer import show
from narcotl.cli.options import Filters, Output, Stores, Today
from narcotl.model.vocab.base import RecordKind
from narcotl.reports.listing import FIELDS as LISTED
from narcotl.reports.profile import Scope
from narcotl.reports.region import FIELDS, profile


def region(
    filters: Filters,
    today: Today,
    output: Output,
    stores: Stores,
    name: Annotated[
        str | None, typer.Argument(help="An id, a name or an alias.", metavar="NAME", autocompletion=complete.regions)
    ] = None,
) -> None:
    """Print what lies in a region and what happened there; without a name, list all regions.

    Example: narcotl region "golden triangle"
    """
    library = stores.open()
    if name is None:
        show(filters.listing(library, RecordKind.REGION, today.day()), output.shown(RecordKind.REGION, LISTED))
        return
    row = library.record(name, RecordKind.REGION)
    selection = library.selection(filters.asked(), RecordKind.EVENT, today.day())
    show(
        profile(library.index, row, Scope(selection=selection, options=again(filters))),
        output.shown(RecordKind.REGION, FIELDS),
    )
