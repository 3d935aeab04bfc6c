"""`narcotl facts`: what sources state, claims and figures together."""

from collections.abc import Iterator

from narcotl.cli.answer import show
from narcotl.cli.options import Output, QueryFilters, Stores, Today
from narcotl.library.any_kind import AnyKind
from narcotl.model.vocab.base import RecordKind
from narcotl.reports.claims import FIELDS as OF_CLAIMS
from narcotl.reports.facts import FIELDS
from narcotl.reports.facts import facts as report

KINDS = (RecordKind.CLAIM, RecordKind.FIGURE)


def facts(filters: QueryFilters, today: Today, output: Output, stores: Stores) -> None:
    """Print what sources state, claims and figures together in order of time, each with who says so.

    A contested fact names those who say no.

    Example: narcotl facts --region herat --text hawala
    """
    library = stores.open()
    selection = filters.asked().selection(AnyKind(library.index, KINDS), RecordKind.CLAIM, today.day())
    shown = output.shown(RecordKind.CLAIM, added())
    show(report(library.index, selection, filters.title("Facts")), shown)


def added() -> Iterator[str]:
    """Give the fields that claims do not have by themselves; whoever names no fields does not ask for them."""
    from narcotl.model.paths import paths_of

    yield from (*paths_of(RecordKind.FIGURE), *OF_CLAIMS, *FIELDS)
