"""`narcotl measures`: what the figures count, and what they do not."""

from narcotl.cli.answer import show
from narcotl.cli.options import Output, QueryFilters, Stores, Today
from narcotl.library.questions import measures as report
from narcotl.model.vocab.base import RecordKind
from narcotl.reports.measures import FIELDS


def measures(filters: QueryFilters, today: Today, output: Output, stores: Stores) -> None:
    """Print what is measured: what each measure counts and leaves out, and how many figures of it there are.

    --text looks in the measures themselves; the other filters choose figures, and leave out measures without any.

    Example: narcotl measures --region peru
    """
    library = stores.open()
    listed = report(library, filters.asked(), today.day())
    show(listed.but(title=filters.title("Measures")), output.shown(RecordKind.MEASURE, FIELDS))
