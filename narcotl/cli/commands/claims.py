"""`narcotl claims`: what is claimed, by whom, and who says no."""

from narcotl.cli.answer import show
from narcotl.cli.fact_options import ClaimFilters
from narcotl.cli.options import Output, QueryFilters, Stores, Today
from narcotl.model.vocab.base import RecordKind
from narcotl.reports.claims import FIELDS
from narcotl.reports.claims import claims as report


def claims(claim: ClaimFilters, filters: QueryFilters, today: Today, output: Output, stores: Stores) -> None:
    """Print claims, each with who is for it and who is against it.

    A position that its actor later took back no longer counts. A claim is dated by its positions.

    Example: narcotl claims --by Webb
    """
    library = stores.open()
    selection = library.selection(claim.add(filters.asked()), RecordKind.CLAIM, today.day())
    title = claim.title(filters.title("Claims"))
    show(report(library.index, selection, title), output.shown(RecordKind.CLAIM, FIELDS))
