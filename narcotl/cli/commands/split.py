"""`narcotl split`: a folder of a store that is one file."""

from pathlib import Path
from typing import Annotated

from narcotl.cli.answer import show
from narcotl.cli.declared import Argument, Option
from narcotl.cli.edited import DryRun, make
from narcotl.cli.options import Output
from narcotl.editing.diffs import row
from narcotl.library.reshaping import By
from narcotl.library.reshaping import split as report
from narcotl.reports.edits import FIELDS, edits


def split(
    file: Annotated[Path, Argument(help="A store that is one file.", metavar="FILE")],
    into: Annotated[Path, Option("--into", help="A new folder.", metavar="DIR")],
    output: Output,
    by: Annotated[By, Option("--by", help="Spread events and figures by this; else one file for each kind.")] = By.KIND,
    dry_run: DryRun = False,
) -> None:
    """Make a folder of a store that is one file; records, comments and settings stay what they are.

    The file stays too. `narcotl join` is the way back.

    Example: narcotl init notes && narcotl join notes --to notes.yaml && narcotl split notes.yaml --into again
    """
    shown = output.shown(added=FIELDS)
    changes = report(file, by, into)
    show(edits(f"{file} by {by}", [row(change, with_diff=False) for change in changes]), shown)
    make(changes, dry_run=dry_run)
