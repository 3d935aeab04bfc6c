"""`narcotl date`: how a date is understood."""

from typing import TYPE_CHECKING, Annotated

from narcotl.cli import standard_input
from narcotl.cli.answer import show
from narcotl.cli.complain import complain
from narcotl.cli.declared import Argument, Option
from narcotl.cli.options import Output, Today
from narcotl.errors import DateError, ExitStatus
from narcotl.render import Format, Shown
from narcotl.reports import date as reports

if TYPE_CHECKING:
    from narcotl.dates import Day


def date(
    texts: Annotated[list[str], Argument(help="Dates; - reads one per line from standard input.", metavar="TEXT...")],
    today: Today,
    output: Output,
    edtf: Annotated[bool, Option("--edtf", help="Read EDTF only.")] = False,
) -> int:
    """Explain how a date is understood: its EDTF form, its first and last day, and the convention it rests on.

    The exit status is 1 if a text is no date.

    Example: narcotl date "early 1980s" "june 1989"
    """
    shown = output.shown(added=reports.FIELDS)
    day = today.day()
    if texts == ["-"]:
        answers = reports.Answers(standard_input.lines(), day, strict=edtf)
    elif len(texts) == 1 and shown.format is Format.TABLE:
        return explain_one(texts[0], day, shown, strict=edtf)
    else:
        answers = reports.Answers(texts, day, strict=edtf)
    show(answers.report(), shown)
    if shown.format is Format.TABLE:
        for error in answers.errors:
            complain(error.message, error.hint)
    return ExitStatus.NO if answers.errors else ExitStatus.ANSWERED


def explain_one(text: str, day: "Day", shown: Shown, *, strict: bool) -> ExitStatus:
    """Explain one date in full; that it is none is an answer here, and no misuse as in an option."""
    try:
        card = reports.card(text, day, strict=strict)
    except DateError as error:
        complain(error.message, error.hint)
        return ExitStatus.NO
    show(card, shown)
    return ExitStatus.ANSWERED
