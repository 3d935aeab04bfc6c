"""`narcotl path`: what ties two actors, over as few others as possible."""

from typing import Annotated

from narcotl.cli import complete
from narcotl.cli.answer import show
from narcotl.cli.declared import Argument, Option, OptionGroup
from narcotl.cli.options import Filters, Output, Several, Stores, Today
from narcotl.errors import UsageError
from narcotl.model.vocab.base import RecordKind
from narcotl.reports.path import FIELDS, MOST_STEPS
from narcotl.reports.path import path as report
from narcotl.reports.ties import Net

Name = Annotated[str, Argument(help="An id, a name or an alias.", metavar="ACTOR", autocompletion=complete.actors)]


class Way(OptionGroup):
    """From whom to whom, and which way a chain may take."""

    one: Name
    other: Name
    via: Annotated[
        Several, Option("--via", help="Go through this actor; repeat in order.", autocompletion=complete.actors)
    ] = None
    avoid: Annotated[
        Several, Option("--avoid", help="Do not go through this actor.", autocompletion=complete.actors)
    ] = None
    most: Annotated[int, Option("--max", help="Take at most this many steps from stop to stop.", min=1)] = MOST_STEPS


def path(way: Way, filters: Filters, today: Today, output: Output, stores: Stores) -> None:
    """Print the shortest chain of events, claims and offices that ties two actors, with its sources.

    The filters choose the events and claims that count; to offices only those on time apply. A chain through an
    accusation ties whoever makes it to whoever is accused: it says who appears together, and not that they worked
    together. --limit asks for several chains.

    Example: narcotl path "Gary Webb" UNODC --avoid CIA
    """
    library = stores.open()
    stops = [str(library.record(name, RecordKind.ACTOR)["id"]) for name in (way.one, *(way.via or ()), way.other)]
    if len(set(stops)) < len(stops):
        raise UsageError("a chain does not pass the same actor twice", "Name different actors.")
    avoided = frozenset(str(library.record(name, RecordKind.ACTOR)["id"]) for name in way.avoid or ())
    if both := avoided & set(stops):
        raise UsageError(f"'{min(both)}' cannot be a stop and avoided at once", "Leave one of the two out.")
    selection = library.selection(filters.asked(), RecordKind.EVENT, today.day())
    title = filters.title(" to ".join(str(row["name"]) for row in library.index.get(stops)))
    net = Net(records=library.index, selection=selection, avoided=avoided)
    show(report(net, stops, title, way.most, selection.limit), output.shown(added=FIELDS))
