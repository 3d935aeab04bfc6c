"""Show what changes in files, as a diff for people and as rows for programs, and make the changes."""

from collections.abc import Sequence
from typing import Annotated, TypeAlias

from narcotl import render
from narcotl.cli.complain import complain
from narcotl.cli.declared import Option
from narcotl.editing.diffs import patch, row
from narcotl.editing.files import Change, write
from narcotl.editing.references import Spot
from narcotl.library.shipped import writable
from narcotl.render import Format, Shown
from narcotl.reports.edits import edits, shortened

MOST = 10
"""How many texts that are left as they are, are told one by one."""
DryRun: TypeAlias = Annotated[bool, Option("--dry-run", help="Only show what would change.")]


def show_changes(title: str, changes: Sequence[Change], shown: Shown) -> None:
    """Show changes."""
    if shown.format is Format.TABLE:
        from narcotl.render.patch import show_patch

        show_patch(patch(iter(changes)), shown)
    else:
        render.show(edits(title, map(row, changes)), shown)


def make(changes: Sequence[Change], *, dry_run: bool) -> None:
    """Make changes, all or none, and say so; or say that nothing was written. The shipped store is refused."""
    if dry_run:
        complain("nothing was written (--dry-run)")
        return
    for change in changes:
        writable(change.path)
    for path in write(changes):
        complain(f"written to {shortened(str(path))}")


def told_texts(texts: Sequence[Spot], name: str) -> None:
    """Say where a text holds an id that was left as it is."""
    for spot in texts[:MOST]:
        complain(f"{shortened(spot.place.file)}:{spot.place.line}: '{name}' stands in a text, which is left")
    if len(texts) > MOST:
        complain(f"'{name}' stands in {len(texts) - MOST} more texts")
