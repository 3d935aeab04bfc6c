"""`narcotl sql`: SQL, read only, over documented views."""

from typing import Annotated

from narcotl.cli import standard_input
from narcotl.cli.answer import show
from narcotl.cli.declared import Argument, Option
from narcotl.cli.giving_up import give_up
from narcotl.cli.options import Output, Stores
from narcotl.errors import UsageError
from narcotl.reports import sql as reports


def sql(
    output: Output,
    stores: Stores,
    text: Annotated[
        str | None,
        Argument(help="One SELECT; - reads it from standard input.", metavar="SQL", show_default=False),
    ] = None,
    views: Annotated[bool, Option("--views", help="List the views and their columns.")] = False,
    timeout: Annotated[
        float, Option("--timeout", help="Give up after this many seconds.", metavar="SECONDS", min=0.001)
    ] = 10.0,
) -> None:
    """Print what one SELECT over the views gives; nothing else runs, and nothing can be changed.

    Example: narcotl sql "SELECT status, COUNT(*) AS events FROM events GROUP BY status"
    """
    if views:
        from narcotl.index.views import described

        show(reports.views(described()), output.shown(added=("view", "column", "about")))
        return
    if text is None:
        raise UsageError("there is no SQL", "Give one SELECT in quotes; `narcotl sql --views` lists what it may read.")
    question = standard_input.text() if text == "-" else text
    library = stores.open()
    answer = library.sql(question, timeout, give_up)
    show(reports.answer(answer.columns, answer.rows), output.shown(added=answer.columns))
