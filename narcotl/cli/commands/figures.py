"""`narcotl figures`: the numbers, with who counted what, where and when."""

from typing import Annotated

from narcotl.cli import complete
from narcotl.cli.answer import show
from narcotl.cli.declared import Option
from narcotl.cli.fact_options import FigureFilters
from narcotl.cli.options import Output, QueryFilters, Stores, Today
from narcotl.model.vocab.base import RecordKind
from narcotl.reports.figures import FIELDS, FIELDS_CONVERTED
from narcotl.reports.figures import figures as report


def figures(
    figure: FigureFilters,
    filters: QueryFilters,
    today: Today,
    output: Output,
    stores: Stores,
    unit: Annotated[
        str | None,
        Option("--unit", help="Convert to this unit where there is an exact factor.", autocompletion=complete.units),
    ] = None,
) -> None:
    """Print figures, each with its bound, unit, place, time and agency; a missing number is shown, with the reason.

    A number without an exact factor to the unit, such as one in tons of no stated kind, is kept as it is and marked.

    Example: narcotl figures --measure "coca cultivation" --region peru --during 2016-2017
    """
    library = stores.open()
    selection = library.selection(figure.add(filters.asked()), RecordKind.FIGURE, today.day())
    title = figure.title(filters.title("Figures"))
    added = FIELDS if unit is None else (*FIELDS, *FIELDS_CONVERTED)
    show(report(library.index, selection, title, unit), output.shown(RecordKind.FIGURE, added))
