"""`narcotl gaps`: what the store does not know."""

from narcotl.cli.answer import show
from narcotl.cli.options import Output, QueryFilters, Stores, Today
from narcotl.library.questions import gaps as report
from narcotl.reports.gaps import FIELDS


def gaps(filters: QueryFilters, today: Today, output: Output, stores: Stores) -> None:
    """Print what the store does not know, each with its kind.

    --kind takes unknown-date, missing-figure, single-origin, unanswered-allegation or year-without-events; the
    last needs --region, and counts the years between the first and the last event there.

    Example: narcotl gaps --region peru
    """
    library = stores.open()
    shown = output.shown(added=FIELDS)
    found = report(library, filters.asked(), today.day())
    show(found.but(title=filters.title("Gaps")), shown)
