"""`narcotl corrections`: what is wrong in the sources, and what should stand there."""

from narcotl.cli.answer import show
from narcotl.cli.options import Output, QueryFilters, Stores, Today
from narcotl.model.vocab.base import RecordKind
from narcotl.reports.corrections import corrections as report


def corrections(filters: QueryFilters, today: Today, output: Output, stores: Stores) -> None:
    """Print what is wrong or doubtful in the sources, and what should stand there.

    A correction has the places and the actors of the records that it touches. --kind takes its kind, such as
    wrong-date, and --status how certain it is.

    Example: narcotl corrections --kind wrong-date
    """
    library = stores.open()
    selection = library.selection(filters.asked(), RecordKind.CORRECTION, today.day())
    show(report(library.index, selection, filters.title("Corrections")), output.shown(RecordKind.CORRECTION))
