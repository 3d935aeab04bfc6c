"""`narcotl search`: every record that holds some words, the best first."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Annotated

from narcotl.cli.answer import show
from narcotl.cli.declared import Argument, Option
from narcotl.cli.options import Filters, Output, Stores, Today
from narcotl.library.any_kind import AnyKind
from narcotl.library.questions import kinds_of
from narcotl.model.vocab.base import RecordKind
from narcotl.reports.search import ADDED, Search
from narcotl.reports.search import search as report
from narcotl.select.selection import Sort
from narcotl.select.words import words_of


class Ranked(Filters):
    """The shared filters, for a list of the best."""

    limit: Annotated[int | None, Option("--limit", help="Show at most this many.", metavar="N")] = 20
    sort: Annotated[Sort, Option("--sort", help="Sort by this.")] = Sort.SCORE


def search(
    words: Annotated[list[str], Argument(help='Words; "a phrase", begin*, -without.', metavar="WORDS")],
    filters: Ranked,
    today: Today,
    output: Output,
    stores: Stores,
    kinds: Annotated[
        list[str] | None, Option("--in", help="Only records of these kinds: event,claim,figure.", metavar="KIND")
    ] = None,
) -> None:
    """Print the records of every kind that hold all these words, the best first, with the words marked.

    A record is also found by the names of the places, actors and measures that it has to do with.
    Put quotes around the whole if a word begins with a dash.

    Example: narcotl search "smuggl* peru -opium"
    """
    wanted = kinds_of(kinds or ())
    shown = output.shown(wanted[0], added=chain(ADDED, paths_of_all(wanted))) if output.fields else output.shown()
    library = stores.open()
    text = " ".join(words)
    selection = filters.asked().selection(AnyKind(library.index, wanted), wanted[0], today.day())
    asked = Search(words_of(text), [kind.value for kind in wanted], selection)
    show(report(library.index, asked, filters.title(f"Search: {text}"), text), shown)


def paths_of_all(kinds: Sequence[RecordKind]) -> Iterator[str]:
    """Give the fields that any of these kinds has."""
    from narcotl.model.paths import paths_of

    yield from (path for kind in kinds for path in paths_of(kind))
