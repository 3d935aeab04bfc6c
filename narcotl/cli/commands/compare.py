"""`narcotl compare`: the figures of one measure side by side, with a verdict for each two that meet."""

from typing import Annotated

from narcotl.cli import complete
from narcotl.cli.answer import show
from narcotl.cli.complain import complain
from narcotl.cli.declared import Argument, Option
from narcotl.cli.fact_options import OfMeasure
from narcotl.cli.options import Filters, Output, Stores, Today
from narcotl.model.vocab.base import RecordKind
from narcotl.reports import compare as reports
from narcotl.reports.conflicts import FIELDS


class Comparison(OfMeasure):
    """Which figures are compared, and what of it is shown."""

    pairs: Annotated[bool, Option("--pairs", help="Only the pairs with their verdicts, as a list.")] = False
    all_pairs: Annotated[bool, Option("--all-pairs", help="Also the pairs that never meet, and why.")] = False


def compare(
    measure: Annotated[
        str,
        Argument(help="A measure, by id, name or a word for it.", metavar="MEASURE", autocompletion=complete.measures),
    ],
    comparison: Comparison,
    filters: Filters,
    today: Today,
    output: Output,
    stores: Stores,
) -> None:
    """Set the figures of a measure side by side, by place and period, with a verdict on each pair that meets.

    `narcotl measures` lists the measures, `narcotl vocab verdict` explains the verdicts.

    Example: narcotl compare "coca cultivation" --region bolivia
    """
    library = stores.open()
    row = library.record(measure, RecordKind.MEASURE)
    selection = library.selection(comparison.add(filters.asked(), row["id"]), RecordKind.FIGURE, today.day())
    every = comparison.all_pairs
    if comparison.pairs:
        show(reports.pairs(library.index, row, selection, every=every), output.shown(added=FIELDS))
        return
    card = reports.compare(library.index, row, selection, comparison.unit, every=every)
    show(card, output.shown(added=reports.FIELDS))
    shown, total = len(card.record["figures"]), library.index.count(RecordKind.FIGURE, selection)
    if shown < total:
        complain(f"{shown} of {total} shown; --limit cut the rest")
