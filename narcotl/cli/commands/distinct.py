"""`narcotl distinct`: records that look alike and are not the same."""

from typing import Annotated

from narcotl.cli import complete
from narcotl.cli.complain import complain
from narcotl.cli.declared import Argument, Option
from narcotl.cli.edited import DryRun, make, show_changes
from narcotl.cli.options import Output, Stores
from narcotl.library.opened import stores_from_environment
from narcotl.library.telling_apart import tell_apart as report
from narcotl.reports.edits import FIELDS, shortened


def distinct(
    records: Annotated[
        list[str],
        Argument(help="The ids of two records or more.", metavar="ID...", autocompletion=complete.records),
    ],
    reason: Annotated[str, Option("--reason", help="How you know that, for whoever wonders later.")],
    output: Output,
    stores: Stores,
    dry_run: DryRun = False,
) -> None:
    """Say that records which look alike are not the same: `duplicates` and `check` take them for two from then on.

    It is written into store.yaml under `check`, with the reason; of several stores, into that of the last one. What is
    said to be distinct cannot be merged by `merge-records`. The diff is shown.

    Example: narcotl distinct russia-gov soviet-gov --reason "one followed the other" --dry-run
    """
    shown = output.shown(added=FIELDS)
    paths = tuple(stores.store or stores_from_environment())
    found = report(paths, records, reason)
    show_changes(f"{', '.join(records)} are distinct", found.changes, shown)
    if found.known is not None:
        complain(f"{shortened(str(found.known.place))} says so already: {found.known.text}")
    else:
        make(found.changes, dry_run=dry_run)
