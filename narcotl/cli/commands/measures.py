"""`narcotl measures`: what the figures count, and what they do not."""

from dataclasses import replace

from narcotl.cli.answer import show
from narcotl.cli.options import Output, QueryFilters, Stores, Today
from narcotl.model.vocab.base import RecordKind
from narcotl.reports.measures import FIELDS
from narcotl.reports.measures import measures as report
from narcotl.select.asked import Asked
from narcotl.select.selection import Sort


def measures(filters: QueryFilters, today: Today, output: Output, stores: Stores) -> None:
    """Print what is measured: what each measure counts and leaves out, and how many figures of it there are.

    --text looks in the measures themselves; the other filters choose figures, and leave measures without any out.

    Example: narcotl measures --region peru
    """
    library = stores.open()
    asked, nothing = filters.asked(), Asked()
    order = asked.sort if asked.sort is not Sort.DATE else Sort.NAME
    own = replace(nothing, text=asked.text, reverse=asked.reverse, sort=order)
    figures = replace(asked, text=(), limit=None, sort=nothing.sort, reverse=False)
    listed = report(
        library.index,
        library.selection(own, RecordKind.MEASURE, today.day()),
        library.selection(figures, RecordKind.FIGURE, today.day()),
        all_of_them=figures == nothing,
    )
    everything = list(listed.rows)
    cut = replace(
        listed, title=filters.title("Measures"), rows=everything[: asked.limit], total=lambda: len(everything)
    )
    show(cut, output.shown(RecordKind.MEASURE, FIELDS))
