"""`narcotl check`: every problem of a store."""

from dataclasses import replace

import typer

from narcotl.cli.answer import show
from narcotl.cli.complain import problem_text
from narcotl.cli.options import Output, Stores
from narcotl.errors import ExitStatus, Level
from narcotl.render import Format
from narcotl.reports.check import COLUMNS
from narcotl.reports.check import check as report


def check(output: Output, stores: Stores) -> int:
    """Report everything that is wrong with a store, each with its place and a way out.

    The exit status is 1 if there are errors; warnings and notes do not count.

    Example: narcotl check
    """
    # What --strict refuses is the very thing that is asked for here.
    library = replace(stores, strict=False).open(quiet=True)
    problems = list(library.problems())
    shown = output.shown(added=[column.key for column in COLUMNS])
    if shown.format is Format.TABLE and shown.output is None:
        texts = [problem_text(problem) for problem in problems]
        typer.echo("\n".join(texts) if texts else "No problems.")
    else:
        show(report(problems), shown)
    return ExitStatus.NO if any(problem.level is Level.ERROR for problem in problems) else ExitStatus.ANSWERED
