"""`narcotl region`: the profile of a region, or the list of all."""

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
from narcotl.reports.listing import FIELDS as LISTED
from narcotl.reports.profile import Scope
from narcotl.reports.region import FIELDS, profile


def region(
    filters: Filters,
    today: Today,
    output: Output,
    stores: Stores,
    names: Annotated[
        list[str] | None,
        Argument(
            help="Ids, names or aliases; - reads one per line.", metavar="NAME...", autocompletion=complete.regions
        ),
    ] = None,
) -> int:
    """Print what lies in a region and what happened there; without a name, list all regions.

    Example: narcotl region "golden triangle"
    """
    library = stores.open()
    if not names:
        show(filters.listing(library, RecordKind.REGION, today.day()), output.shown(RecordKind.REGION, LISTED))
        return ExitStatus.ANSWERED
    selection = library.selection(filters.asked(), RecordKind.EVENT, today.day())
    scope = Scope(selection=selection, options=again(filters))
    shown = output.shown(RecordKind.REGION, FIELDS)
    return show_each(library, names, RecordKind.REGION, partial(profile, library.index, scope=scope), shown)
