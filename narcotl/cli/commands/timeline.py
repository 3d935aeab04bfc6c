"""`narcotl timeline`: events in order of time."""

from narcotl.cli.answer import show
from narcotl.cli.options import Output, QueryFilters, Stores, Today
from narcotl.model.vocab.base import RecordKind
from narcotl.reports.timeline import timeline as report


def timeline(filters: QueryFilters, today: Today, output: Output, stores: Stores) -> None:
    """Print events in order of time.

    An event whose date or place only overlaps what was asked is kept and marked as possible.

    Example: narcotl timeline --region andes --since 1980
    """
    library = stores.open()
    selection = library.selection(filters.asked(), RecordKind.EVENT, today.day())
    show(report(library.index, selection, filters.title("Timeline")), output.shown(RecordKind.EVENT))
