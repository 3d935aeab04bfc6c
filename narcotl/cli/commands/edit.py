"""`narcotl edit`: a record in one's own editor, and the check afterwards."""

import shlex
from pathlib import Path
from typing import Annotated

from narcotl.cli import editor
from narcotl.cli.answer import show
from narcotl.cli.complain import complain, shortened
from narcotl.cli.complete import records
from narcotl.cli.declared import Argument, Option
from narcotl.cli.options import Output, Stores
from narcotl.cli.problems import texts, write
from narcotl.editing.files import contents
from narcotl.errors import ExitStatus, Level
from narcotl.library.authoring.standing import concerned, editable, standing
from narcotl.render import Format
from narcotl.reports import check as reports


def edit(
    name: Annotated[str, Argument(help="The id or a name of a record.", metavar="ID", autocompletion=records)],
    output: Output,
    stores: Stores,
    dry_run: Annotated[bool, Option("--dry-run", help="Only say what would be opened, and what is wrong now.")] = False,
) -> int:
    """Open the file of a record at its line in $VISUAL or $EDITOR, and report afterwards what is wrong.

    That is every problem in the file, and new ones elsewhere; the exit status is 1 if there are errors.

    Example: narcotl edit laos-secret-war --dry-run
    """
    shown = output.shown(added=reports.FIELDS)
    library = stores.open(quiet=True)
    place = standing(library, name)
    path = editable(place)
    words = editor.command(path, place.line)
    before = list(library.problems())
    if dry_run:
        complain(f"nothing was opened (--dry-run): {shlex.join(words)}")
    else:
        library.close()
        edited(path, words)
        library = stores.open(quiet=True)
    problems = concerned(library.problems(), before, path)
    if shown.format is Format.TABLE and shown.output is None:
        write(texts(problems) if problems else ["No problems."], shown)
    else:
        show(reports.check(problems), shown)
    return ExitStatus.NO if any(problem.level is Level.ERROR for problem in problems) else ExitStatus.ANSWERED


def edited(path: Path, words: list[str]) -> None:
    """Wait for the editor, and tell what is unusual about its end."""
    text = contents(path)
    if status := editor.opened(words):
        complain(f"the editor ended with the exit status {status}")
    if contents(path) == text:
        complain(f"{shortened(str(path))} is as it was")
