"""`narcotl rename`: another id for a record, wherever it is named."""

from typing import Annotated

from narcotl.cli import complete
from narcotl.cli.complain import complain
from narcotl.cli.declared import Argument
from narcotl.cli.edited import DryRun, make, show_changes, told_texts
from narcotl.cli.options import Output, Stores
from narcotl.library.opened import stores_from_environment
from narcotl.library.renaming import rename as report
from narcotl.plural import counted
from narcotl.reports.edits import FIELDS


def rename(
    old: Annotated[str, Argument(help="The id of the record now.", autocompletion=complete.records)],
    new: Annotated[str, Argument(help="The new id.")],
    output: Output,
    stores: Stores,
    dry_run: DryRun = False,
) -> None:
    """Change the id of a record and every reference to it, in all files; the rest stays as it is. The diff is shown.

    References are fields, chains of sources, targets of corrections, formulas and silences of checks. Other texts
    that contain the id are left alone, and listed on standard error.

    Example: narcotl rename vraem vraem-valley --dry-run
    """
    shown = output.shown(added=FIELDS)
    found = report(tuple(stores.store or stores_from_environment()), old, new)
    show_changes(f"{old} to {new}", found.changes, shown)
    complain(f"{old} is named in {counted(found.places, 'place')}")
    told_texts(found.texts, old)
    make(found.changes, dry_run=dry_run)
