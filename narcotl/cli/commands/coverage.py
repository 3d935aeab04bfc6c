"""`narcotl coverage`: which sources cover what, what rests on one of them, and what nobody covers."""

from typing import Annotated

from narcotl.cli.answer import show
from narcotl.cli.declared import Option, OptionGroup
from narcotl.cli.options import Output, QueryFilters, Stores, Today
from narcotl.errors import UsageError
from narcotl.library.any_kind import AnyKind
from narcotl.model.vocab.base import RecordKind
from narcotl.reports import coverage as reports
from narcotl.reports import covering
from narcotl.reports.coverage import Link, Resting, Thing


class Layout(OptionGroup):
    """What is set against what."""

    by: Annotated[
        Thing | None, Option("--by", help="Set these against the sources.", show_default="what each covers")
    ] = None
    link: Annotated[Link, Option("--link", help="Which works of a chain: the first, the last (read) or any.")] = (
        Link.ORIGIN
    )
    resting: Annotated[
        list[Resting] | None,
        Option("--resting", help="With --by: only what rests on this many sources.", show_default=False),
    ] = None


def coverage(filters: QueryFilters, layout: Layout, today: Today, output: Output, stores: Stores) -> None:
    """Print what each source covers, or set events, actors, regions, topics or years against the sources.

    Events, claims and figures are counted. With --by, `--resting one` leaves what a single source says, and
    `--resting none` what nobody covers.

    Example: narcotl coverage --by actor --resting one --limit 5
    """
    if layout.resting and layout.by is None:
        raise UsageError("--resting needs --by", "Such as --by event --resting one.")
    library = stores.open()
    kinds = [RecordKind(kind) for kind in reports.KINDS]
    selection = filters.asked().selection(AnyKind(library.index, kinds), RecordKind.EVENT, today.day())
    if layout.by is None:
        listed = covering.covering(library.index, layout.link, selection, filters.title("What sources cover"))
        show(listed, output.shown(added=covering.FIELDS))
        return
    title = filters.title(f"{layout.by.capitalize()}s by source")
    listed = reports.coverage(library.index, layout.by, layout.link, selection, layout.resting or (), title)
    show(listed, output.shown(added=(*reports.FIELDS, *(column.key for column in listed.columns))))
