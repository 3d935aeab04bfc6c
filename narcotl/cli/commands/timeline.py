"""`narcotl timeline`: events in order of time."""

from typing import Annotated

from narcotl.cli import complete
from narcotl.cli.answer import show
from narcotl.cli.declared import Option, OptionGroup
from narcotl.cli.options import Output, QueryFilters, Several, Stores, Today
from narcotl.model.vocab.base import RecordKind
from narcotl.reports.grouping import GroupBy
from narcotl.reports.timeline import timeline as report


class Layout(OptionGroup):
    """How the events are laid out."""

    group_by: Annotated[GroupBy | None, Option("--group-by", help="Group under headings.", show_default=False)] = None
    beside: Annotated[
        Several,
        Option(
            "--beside",
            help="Give this region or actor its own column; repeat, or name the other one with --region or --actor.",
            autocompletion=complete.sides,
        ),
    ] = None
    as_written: Annotated[bool, Option("--as-written", help="Dates, places and people as sources write them.")] = False


def timeline(filters: QueryFilters, layout: Layout, today: Today, output: Output, stores: Stores) -> None:
    """Print events in order of time.

    An event whose date or place only overlaps what was asked is kept and marked as possible.

    Example: narcotl timeline --region andes --since 1980
    """
    library = stores.open()
    asked, title = filters.asked(), filters.title("Timeline")
    added = ("group",) * bool(layout.group_by) + ("beside",) * bool(layout.beside)
    shown = output.shown(RecordKind.EVENT, added)
    if layout.beside:
        from narcotl.cli.beside import sides
        from narcotl.reports.beside import beside as side_by_side

        found, asked = sides(library, layout.beside, asked)
        selection = library.selection(asked, RecordKind.EVENT, today.day())
        listed = side_by_side(library.index, found, selection, " beside ".join(side.name for side in found))
    else:
        listed = report(library.index, library.selection(asked, RecordKind.EVENT, today.day()), title)
    if layout.group_by is not None:
        from narcotl.reports.grouping import grouped

        listed = listed.but(rows=grouped(listed.rows, layout.group_by), groups=lambda row: tuple(row["group"]))
    if layout.as_written:
        from narcotl.reports.as_written import worded

        listed = worded(listed)
    show(listed, shown)
