"""`narcotl merge`: two stores in one."""

from pathlib import Path
from typing import Annotated

from narcotl.cli.answer import show
from narcotl.cli.complain import complain
from narcotl.cli.declared import Argument, Option
from narcotl.cli.edited import DryRun, make
from narcotl.cli.options import Output
from narcotl.errors import ExitStatus
from narcotl.library.store_uniting import Outcome
from narcotl.library.store_uniting import merge as report
from narcotl.reports import merge as reports

WORDS = {
    Outcome.ADDED: "added",
    Outcome.PRESENT: "there already",
    Outcome.DIFFERS: "left, being otherwise there",
    Outcome.CLASH: "clash",
    Outcome.REFUSED: "broken",
}
"""How the outcomes are counted for people."""
MOST = 5
"""How many records whose comments stay behind are named."""


def merge(
    store: Annotated[Path, Argument(help="The store to take records from; it is not changed.", metavar="STORE")],
    into: Annotated[Path, Option("--into", help="The store that receives them.", metavar="STORE")],
    output: Output,
    skip: Annotated[bool, Option("--skip", help="Leave out what clashes or is broken, and take the rest.")] = False,
    dry_run: DryRun = False,
) -> int:
    """Take the records and settings of a store into another one, and report each that is there already or clashes.

    Two records with one id clash unless they say the same. Then nothing is written, and the exit status is 1: rename
    one of them, or write what is right in one; with --skip the record that is there stays. Records and settings come
    with their comments; a setting that is different in the other store is reported, and stays as it is there.

    Example: narcotl init notes && narcotl export jsonl > all.jsonl && narcotl merge all.jsonl --into notes
    """
    shown = output.shown(added=reports.FIELDS)
    found = report(store, into, skip=skip)
    show(reports.merge(found.rows), shown)
    told = [f"{found.count(outcome)} {word}" for outcome, word in WORDS.items() if found.count(outcome)]
    complain(", ".join(told) or "no records")
    if found.remarks:
        listed = ", ".join(found.remarks[:MOST]) + (", ..." if len(found.remarks) > MOST else "")
        complain(f"comments stay behind of {listed}")
    if found.is_stuck and not skip:
        complain("nothing was written", "Rename what clashes (`narcotl rename`), or leave it out with --skip.")
    else:
        make(found.changes, dry_run=dry_run)
    return ExitStatus.NO if found.is_stuck else ExitStatus.ANSWERED
