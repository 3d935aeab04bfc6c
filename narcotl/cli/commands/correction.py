"""`narcotl correction`: one correction in full."""

from functools import partial
from typing import Annotated

from narcotl.cli import complete
from narcotl.cli.declared import Argument
from narcotl.cli.options import Output, Stores
from narcotl.cli.several import show_each
from narcotl.model.vocab.base import RecordKind
from narcotl.reports.corrections import FIELDS
from narcotl.reports.corrections import correction as report


def correction(
    names: Annotated[
        list[str],
        Argument(
            help="Ids of corrections; - reads one per line.", metavar="ID...", autocompletion=complete.corrections
        ),
    ],
    output: Output,
    stores: Stores,
) -> int:
    """Print one correction in full: what is wrong where, what should stand there, and on what basis.

    Example: narcotl correction correct-otarola-office
    """
    library = stores.open()
    shown = output.shown(RecordKind.CORRECTION, FIELDS)
    return show_each(library, names, RecordKind.CORRECTION, partial(report, library.index), shown)
