"""`narcotl join`: one file of a store that is a folder."""

from pathlib import Path
from typing import Annotated

from narcotl.cli.answer import show
from narcotl.cli.declared import Argument, Option
from narcotl.cli.edited import DryRun, make
from narcotl.cli.options import Output
from narcotl.editing.diffs import row
from narcotl.library.reshaping import join as report
from narcotl.reports.edits import FIELDS, edits


def join(
    folder: Annotated[Path, Argument(help="A store that is a folder.", metavar="DIR")],
    to: Annotated[Path, Option("--to", help="A new file, in YAML or JSON Lines.", metavar="FILE")],
    output: Output,
    dry_run: DryRun = False,
) -> None:
    """Make one file of a store that is a folder; records, comments and settings stay what they are.

    The folder stays too. A file of JSON Lines holds no comments, and a store with settings is not written as one.

    Example: narcotl init notes && narcotl join notes --to notes.yaml
    """
    shown = output.shown(added=FIELDS)
    change = report(folder, to)
    show(edits(f"{folder} in one file", [row(change, with_diff=False)]), shown)
    make([change], dry_run=dry_run)
