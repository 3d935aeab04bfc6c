"""`narcotl check`: every problem of a store."""

from itertools import islice
from typing import Annotated

from narcotl.cli.answer import show
from narcotl.cli.complain import complain
from narcotl.cli.declared import Option, OptionGroup
from narcotl.cli.options import Output, Stores
from narcotl.cli.problems import annotations, texts, write
from narcotl.errors import ExitStatus, Level
from narcotl.library.opened import Library
from narcotl.render import Format
from narcotl.reports import check as reports
from narcotl.reports import rules as ruling

GITHUB = "github"
"""The format that only this command has: annotations of a pull request."""
MOST = 100
"""How many problems people are shown unless they ask for more."""


def complete(incomplete: str) -> list[str]:
    """Complete the name of a rule."""
    from narcotl.model.vocab.rule import Rule

    return [rule.value for rule in Rule if rule.startswith(incomplete)]


class Wanted(OptionGroup):
    """Which problems are told."""

    level: Annotated[Level, Option("--level", help="Only problems of this level or above.")] = Level.NOTE
    silenced: Annotated[bool, Option("--silenced", help="Also problems that the store silences, with its reasons.")] = (
        False
    )
    limit: Annotated[
        int | None,
        Option("--limit", min=0, help=f"Show at most this many; {MOST} for people, all for programs.", metavar="N"),
    ] = None
    fail_on: Annotated[Level, Option("--fail-on", help="Exit with status 1 from this level on.")] = Level.ERROR


def check(
    wanted: Wanted,
    output: Output,
    stores: Stores,
    rules: Annotated[bool, Option("--rules", help="List the rules, and check nothing.")] = False,
    explain: Annotated[
        str | None,
        Option("--explain", help="Explain this rule, and check nothing.", metavar="RULE", autocompletion=complete),
    ] = None,
) -> int:
    """Report everything that is wrong with a store, each with its place and a way out.

    The exit status is 1 if there are errors; warnings and notes do not count unless --fail-on says so. --format
    github annotates the lines of a pull request.

    Example: narcotl check --level warning
    """
    if rules or explain is not None:
        show(ruling.rule(explain) if explain is not None else ruling.rules(), output.shown(added=ruling.FIELDS))
        return ExitStatus.ANSWERED
    # What --strict refuses is the very thing that is asked for here.
    library = stores.but(strict=False).open(quiet=True)
    tell(library, wanted, output)
    return ExitStatus.NO if library.count_problems(wanted.fail_on) else ExitStatus.ANSWERED


def tell(library: Library, wanted: Wanted, output: Output) -> None:
    """Write the problems, and on standard error how many are kept back."""
    github = output.format == GITHUB and not output.json
    shown = output.but(format=Format.TABLE.value if github else output.format).shown(added=reports.FIELDS)
    people = github or (shown.format is Format.TABLE and shown.output is None)
    total = library.count_problems(wanted.level, silenced=wanted.silenced)
    most = wanted.limit if wanted.limit is not None else MOST if people else total
    problems = islice(library.problems(wanted.level, silenced=wanted.silenced), most)
    if people:
        lines = annotations(problems) if github else texts(problems) if total else ["No problems."]
        write(lines, shown)
    else:
        show(reports.check(problems), shown)
    if total > most:
        complain(f"{most} of {total} problems shown; --limit {total} shows them all")
    quiet = library.count_problems(wanted.level, silenced=True) - library.count_problems(wanted.level)
    if quiet and not wanted.silenced:
        complain(f"{quiet} silenced by the store; --silenced shows them, with the reasons")
