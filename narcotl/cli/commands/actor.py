"""`narcotl actor`: the profile of an actor, or the list of all."""

from typing import Annotated

import typer

from narcotl.cli import complete
from narcotl.cli.again import again
from narcotl.cli.answer import show
from narcotl.cli.options import Filters, Output, Stores, Today
from narcotl.model.vocab.base import RecordKind
from narcotl.reports.actor import FIELDS, profile
from narcotl.reports.listing import FIELDS as LISTED
from narcotl.reports.profile import Scope


def actor(
    filters: Filters,
    today: Today,
    output: Output,
    stores: Stores,
    name: Annotated[
        str | None, typer.Argument(help="An id, a name or an alias.", metavar="NAME", autocompletion=complete.actors)
    ] = None,
) -> None:
    """Print what an actor took part in, says and is said to have done; without a name, list all actors.

    Units of an actor, and whoever holds an office in it, are included, each shown as itself.

    Example: narcotl actor CIA --during 1980s
    """
    library = stores.open()
    if name is None:
        show(filters.listing(library, RecordKind.ACTOR, today.day()), output.shown(RecordKind.ACTOR, LISTED))
        return
    row = library.record(name, RecordKind.ACTOR)
    selection = library.selection(filters.asked(), RecordKind.EVENT, today.day())
    scope = Scope(selection=selection, units=not filters.no_units, options=again(filters))
    show(profile(library.index, row, scope), output.shown(RecordKind.ACTOR, FIELDS))
