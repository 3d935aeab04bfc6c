"""`narcotl links`: who appears with an actor."""

from typing import Annotated

from narcotl.cli import complete
from narcotl.cli.answer import show
from narcotl.cli.declared import Argument, Option
from narcotl.cli.options import Filters, Output, Stores, Today
from narcotl.model.vocab.base import RecordKind
from narcotl.reports.links import FIELDS
from narcotl.reports.links import links as report
from narcotl.select.selection import Sort


class Closest(Filters):
    """The shared filters, for a list that begins with who shares most."""

    sort: Annotated[Sort, Option("--sort", help="Sort by this; score puts those first who share most.")] = Sort.SCORE


def links(
    name: Annotated[str, Argument(help="An id, a name or an alias.", metavar="ACTOR", autocompletion=complete.actors)],
    filters: Closest,
    today: Today,
    output: Output,
    stores: Stores,
) -> None:
    """Print who appears with an actor, how often, in which roles, and on which side of claims.

    Units of the actor, and whoever held an office in it at the time, count as the actor. The filters choose the
    events and claims; an actor who shares most of them stands first.

    Example: narcotl links Contras
    """
    library = stores.open()
    row = library.record(name, RecordKind.ACTOR)
    selection = library.selection(filters.asked(), RecordKind.EVENT, today.day())
    title = filters.title(f"Who appears with {row['name']}")
    show(report(library.index, row, selection, units=not filters.no_units, title=title), output.shown(added=FIELDS))
