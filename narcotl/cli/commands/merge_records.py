"""`narcotl merge-records`: one record of two."""

from typing import Annotated

from narcotl.cli import complete
from narcotl.cli.complain import complain
from narcotl.cli.declared import Argument, Option
from narcotl.cli.edited import DryRun, make, show_changes, told_texts
from narcotl.cli.options import Output, Stores
from narcotl.library.opened import stores_from_environment
from narcotl.library.record_uniting import merge_records as report
from narcotl.plural import counted
from narcotl.reports.edits import FIELDS


def merge_records(
    keep: Annotated[str, Argument(help="The id of the record that stays.", autocompletion=complete.records)],
    drop: Annotated[str, Argument(help="The id of its twin, which is removed.", autocompletion=complete.records)],
    output: Output,
    stores: Stores,
    into_note: Annotated[
        bool, Option("--into-note", help="Move what conflicts into the note of KEEP instead of refusing.")
    ] = False,
    dry_run: DryRun = False,
) -> None:
    """Fold a record into its twin: lists are united, gaps filled, and whatever named the twin names the one that stays.

    The name of DROP becomes an alias, its note follows that of KEEP. Where both say different things, nothing is
    changed unless --into-note is given. The diff is shown.

    Example: narcotl merge-records kornbluh-1997 kornbluh-1997-copy --into-note --dry-run
    """
    shown = output.shown(added=FIELDS)
    found = report(tuple(stores.store or stores_from_environment()), keep, drop, into_note=into_note)
    show_changes(f"{drop} into {keep}", found.changes, shown)
    complain(f"{drop} was named in {counted(found.places, 'place')}, which name {keep} now")
    for one in found.conflicts:
        complain(f"{one.field}: {one.kept} stays; {one.dropped} goes into the note")
    told_texts(found.texts, drop)
    make(found.changes, dry_run=dry_run)
