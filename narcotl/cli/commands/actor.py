"""`narcotl actor`: the profile of an actor, or the list of all."""

from functools import partial
from typing import Annotated

from narcotl.cli import complete
from narcotl.cli.again import again
from narcotl.cli.answer import show
from narcotl.cli.declared import Argument
from narcotl.cli.options import Filters, Output, Stores, Today
from narcotl.cli.several import show_each
from narcotl.errors import ExitStatus
from narcotl.model.vocab.base import RecordKind
from narcotl.reports.actor import FIELDS, profile
from narcotl.reports.listing import FIELDS as LISTED
from narcotl.reports.profile import Scope


def actor(
    filters: Filters,
    today: Today,
    output: Output,
    stores: Stores,
    names: Annotated[
        list[str] | None,
        Argument(
            help="Ids, names or aliases; - reads one per line.", metavar="NAME...", autocompletion=complete.actors
        ),
    ] = None,
) -> int:
    """Print what an actor took part in, says and is said to have done; without a name, list all actors.

    Units of an actor, and whoever holds an office in it, are included, each shown as itself.

    Example: narcotl actor CIA --during 1980s
    """
    library = stores.open()
    if not names:
        show(filters.listing(library, RecordKind.ACTOR, today.day()), output.shown(RecordKind.ACTOR, LISTED))
        return ExitStatus.ANSWERED
    selection = library.selection(filters.asked(), RecordKind.EVENT, today.day())
    scope = Scope(selection=selection, units=not filters.no_units, options=again(filters))
    shown = output.shown(RecordKind.ACTOR, FIELDS)
    return show_each(library, names, RecordKind.ACTOR, partial(profile, library.index, scope=scope), shown)
