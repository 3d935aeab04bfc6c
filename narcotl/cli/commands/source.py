"""`narcotl source`: the profile of a source, or the list of all."""

from functools import partial
from typing import Annotated

from narcotl.cli import complete
from narcotl.cli.answer import show
from narcotl.cli.declared import Argument
from narcotl.cli.options import Filters, Output, Stores, Today
from narcotl.cli.several import show_each
from narcotl.errors import ExitStatus
from narcotl.model.vocab.base import RecordKind
from narcotl.reports.listing import FIELDS as LISTED
from narcotl.reports.source import FIELDS, profile


def source(
    filters: Filters,
    today: Today,
    output: Output,
    stores: Stores,
    names: Annotated[
        list[str] | None,
        Argument(help="Ids or titles; - reads one per line.", metavar="NAME...", autocompletion=complete.sources),
    ] = None,
) -> int:
    """Print what a source is and everything that rests on it; without a name, list all sources.

    Example: narcotl source seed-003
    """
    library = stores.open()
    if not names:
        show(filters.listing(library, RecordKind.SOURCE, today.day()), output.shown(RecordKind.SOURCE, LISTED))
        return ExitStatus.ANSWERED
    shown = output.shown(RecordKind.SOURCE, FIELDS)
    return show_each(library, names, RecordKind.SOURCE, partial(profile, library.index), shown)
