"""`narcotl fmt`: the files of a store in one order and layout."""

import sys
from pathlib import Path
from typing import Annotated

from narcotl import render
from narcotl.cli.complain import complain
from narcotl.cli.declared import Argument, Option
from narcotl.cli.options import Output, Stores
from narcotl.cli.problems import texts
from narcotl.editing.files import write
from narcotl.errors import ExitStatus, NarcotlError, Problem
from narcotl.library.formatting import Outcome, lay_out, store_files
from narcotl.library.opened import stores_from_environment
from narcotl.library.shipped import writable
from narcotl.plural import counted
from narcotl.render import Format
from narcotl.reports.edits import FIELDS, edits


def fmt(
    output: Output,
    stores: Stores,
    paths: Annotated[
        list[Path] | None,
        Argument(help="Stores, or files and folders of a store; else those of --store.", show_default=False),
    ] = None,
    check: Annotated[bool, Option("--check", help="Write nothing; exit 1 if a file would change.")] = False,
    diff: Annotated[bool, Option("--diff", help="Write nothing; show what would change.")] = False,
) -> int:
    """Put the fields of every record in the order of the model, and lay all of them out alike.

    Comments, and whatever stands between records, stay. A file that is not valid YAML is refused and left as it is, and
    then the exit status is 1. A record with anchors, aliases or tags is left as it is.

    Example: narcotl fmt --check
    """
    shown = output.shown(added=FIELDS)
    files = store_files(tuple(paths or stores.store or stores_from_environment()))
    found = [lay_out(file, with_diff=diff) for file in files]
    changes = [result.change for result in found if result.change is not None]
    if shown.format is not Format.TABLE:
        render.show(edits("Layout", [result.row for result in found]), shown)
    elif diff:
        from narcotl.render.patch import show_patch

        show_patch((line for result in found for line in str(result.row.get("diff", "")).splitlines()), shown)
    else:
        changed = [result.row for result in found if result.outcome is not Outcome.UNCHANGED]
        render.show(edits("Layout", changed, "Nothing to lay out."), shown)
    refused = [result for result in found if result.outcome is Outcome.REFUSED]
    for result in refused:
        refuse(result.refusal)
    if not check and not diff:
        for change in changes:
            writable(change.path)
        write(changes)
    complain(told(len(changes), len(found) - len(changes) - len(refused), would=check or diff))
    return ExitStatus.NO if refused or (check and changes) else ExitStatus.ANSWERED


def told(changed: int, same: int, *, would: bool) -> str:
    """Say in one line what became of the files."""
    anew = f"{counted(changed, 'file')} {'would be laid out' if would else 'laid out'} anew"
    return f"{anew}, {same} {'was' if same == 1 else 'were'} so already"


def refuse(why: Problem | NarcotlError | None) -> None:
    """Say why a file is left as it is."""
    if isinstance(why, Problem):
        sys.stderr.write("".join(f"{line}\n" for line in texts([why])))
    elif why is not None:
        complain(why.message, why.hint)
