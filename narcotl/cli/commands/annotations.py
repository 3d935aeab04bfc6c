"""`narcotl annotations`: what is added to the records of a store."""

from narcotl.cli.answer import show
from narcotl.cli.options import Output, QueryFilters, Stores, Today
from narcotl.model.vocab.base import RecordKind
from narcotl.reports.annotations import annotations as report


def annotations(filters: QueryFilters, today: Today, output: Output, stores: Stores) -> None:
    """Print annotations: notes, tags, positions and sources that somebody adds to records, mostly of another store.

    Each is shown on its record as well, wherever that is printed. `narcotl annotate` writes them.

    Example: narcotl annotations --limit 5
    """
    library = stores.open()
    selection = library.selection(filters.asked(), RecordKind.ANNOTATION, today.day())
    show(report(library.index, selection, filters.title("Annotations")), output.shown(RecordKind.ANNOTATION))
