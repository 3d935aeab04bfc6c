"""`narcotl ask`: a question in plain words."""

from typing import Annotated

from narcotl.cli.answer import show
from narcotl.cli.declared import Argument, Option
from narcotl.cli.options import Output, Stores, Today
from narcotl.errors import UsageError
from narcotl.reports.ask.asking import MOST
from narcotl.reports.ask.asking import ask as report


def ask(
    question: Annotated[list[str], Argument(help="A question in plain words.", metavar="QUESTION")],
    today: Today,
    output: Output,
    stores: Stores,
    limit: Annotated[int, Option("--limit", help="Show at most this many answers.", metavar="N")] = MOST,
    explain: Annotated[
        bool, Option("--explain", help="Show what was understood, and why each answer was chosen.")
    ] = False,
) -> None:
    """Answer a question in plain words with the few records that fit it best, and who says so.

    Names, places, dates and words are looked up; nothing is made up. If nothing fits, that is said.

    Example: narcotl ask "how much coca did ONDCP count in Peru in 2017?"
    """
    if limit < 0:
        raise UsageError("--limit must be zero or more", "Leave it out to get the five best.")
    library = stores.open()
    show(report(library.index, " ".join(question), today.day(), limit, explained=explain), output.shown())
