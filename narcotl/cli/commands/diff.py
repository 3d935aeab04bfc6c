"""`narcotl diff`: two states of a store, compared by what they say."""

from contextlib import ExitStack
from typing import Annotated

from narcotl.cli.answer import show
from narcotl.cli.complain import complain
from narcotl.cli.declared import Argument
from narcotl.cli.options import Output, Stores
from narcotl.errors import ExitStatus, UsageError
from narcotl.history.compare import compared, differing
from narcotl.history.diff import FIELDS
from narcotl.history.diff import diff as report
from narcotl.history.states import of_path, state
from narcotl.library.opened import stores_from_environment
from narcotl.plural import counted


def diff(
    before: Annotated[
        str,
        Argument(help="A folder, a file, or a revision of the store: HEAD~3, a tag, a date.", metavar="BEFORE"),
    ],
    output: Output,
    stores: Stores,
    after: Annotated[
        str | None, Argument(help="The state to compare with: the store as it is now, if left out.", metavar="AFTER")
    ] = None,
) -> int:
    """Compare two states of a store by meaning: records that were added, removed, renamed, revised or changed.

    Line breaks, order of records and comments do not count. The exit status is 1 if there is a difference.

    Example: narcotl diff HEAD
    """
    roots = tuple(stores.store or ()) or stores_from_environment()
    if len(roots) > 1:
        raise UsageError("several stores have several histories", "Name one with --store.")
    with ExitStack() as stack:
        one = stack.enter_context(state(before, roots[0]))
        other = stack.enter_context(state(after, roots[0])) if after is not None else of_path("now", roots[0])
        contents = differing(one, other)
        for found, side in zip(contents, (one, other), strict=True):
            if found.broken:
                complain(f"{side.name} has {counted(found.broken, 'error')}; what is broken is not compared")
        outcomes = compared(contents[0].records, contents[1].records)
        show(report(outcomes, f"From {one.name} to {other.name}"), output.shown(added=FIELDS))
    return ExitStatus.NO if outcomes else ExitStatus.ANSWERED
