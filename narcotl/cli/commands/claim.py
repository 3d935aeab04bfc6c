"""`narcotl claim`: one claim in full."""

from functools import partial
from typing import Annotated

from narcotl.cli import complete
from narcotl.cli.declared import Argument
from narcotl.cli.options import Output, Stores
from narcotl.cli.several import show_each
from narcotl.model.vocab.base import RecordKind
from narcotl.reports.claim import FIELDS
from narcotl.reports.claim import claim as report


def claim(
    names: Annotated[
        list[str],
        Argument(help="Ids of claims; - reads one per line.", metavar="ID...", autocompletion=complete.claims),
    ],
    output: Output,
    stores: Stores,
) -> int:
    """Print one claim in full: every position on it in order of time, who took it and what it rests on.

    Example: narcotl claim cia-complicit-laos-opium
    """
    library = stores.open()
    shown = output.shown(RecordKind.CLAIM, FIELDS)
    return show_each(library, names, RecordKind.CLAIM, partial(report, library.index), shown)
