"""`narcotl config`: every setting in force, and where it comes from."""

import typer

from narcotl.cli.answer import show
from narcotl.cli.options import Filters, Output, Stores, Today
from narcotl.cli.settings import rows
from narcotl.reports.config import FIELDS
from narcotl.reports.config import config as report


def config(
    context: typer.Context,
    filters: Filters,  # noqa: ARG001 - its options are what is shown
    today: Today,  # noqa: ARG001 - as above
    output: Output,
    stores: Stores,  # noqa: ARG001 - as above
) -> None:
    """Print the default of every shared option, the defaults of single commands, and the saved queries.

    Each comes from the command line (flag), the environment, the project's file, the user's file, or is built in.

    Example: narcotl config --limit 20
    """
    show(report(rows(context)), output.shown(added=FIELDS))
