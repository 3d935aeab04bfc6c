"""`narcotl event`: one event in full."""

from functools import partial
from typing import Annotated

from narcotl.cli import complete
from narcotl.cli.declared import Argument, Option
from narcotl.cli.options import Output, Stores
from narcotl.cli.several import show_each
from narcotl.model.vocab.base import RecordKind
from narcotl.reports.event import event as report


def event(
    names: Annotated[
        list[str],
        Argument(help="Ids of events; - reads one per line.", metavar="ID...", autocompletion=complete.events),
    ],
    output: Output,
    stores: Stores,
    as_written: Annotated[bool, Option("--as-written", help="Dates, places and people as sources write them.")] = False,
) -> int:
    """Print one event in full: when, where, who, how sure, what is claimed of it, and who says so.

    Example: narcotl event laos-secret-war
    """
    library = stores.open()
    shown = output.shown(RecordKind.EVENT)
    card = partial(report, library.index, as_written=as_written)
    return show_each(library, names, RecordKind.EVENT, card, shown)
