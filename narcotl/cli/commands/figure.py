"""`narcotl figure`: one figure in full."""

from functools import partial
from typing import Annotated

from narcotl.cli import complete
from narcotl.cli.declared import Argument, Option
from narcotl.cli.options import Output, Stores
from narcotl.cli.several import show_each
from narcotl.model.vocab.base import RecordKind
from narcotl.reports.figure import FIELDS
from narcotl.reports.figure import figure as report
from narcotl.reports.figures import FIELDS_CONVERTED


def figure(
    names: Annotated[
        list[str],
        Argument(help="Ids of figures; - reads one per line.", metavar="ID...", autocompletion=complete.figures),
    ],
    output: Output,
    stores: Stores,
    unit: Annotated[
        str | None,
        Option("--unit", help="Convert to this unit where there is an exact factor.", autocompletion=complete.units),
    ] = None,
) -> int:
    """Print one figure in full: what it counts, who says so, how it was computed, what it was before.

    Example: narcotl figure coca-peru-2017-ondcp
    """
    library = stores.open()
    shown = output.shown(RecordKind.FIGURE, FIELDS if unit is None else (*FIELDS, *FIELDS_CONVERTED))
    return show_each(library, names, RecordKind.FIGURE, partial(report, library.index, unit=unit), shown)
