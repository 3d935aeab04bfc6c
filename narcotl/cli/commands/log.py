"""`narcotl log`: how one record came to be what it is."""

from typing import Annotated

from narcotl.cli.answer import show
from narcotl.cli.complain import complain
from narcotl.cli.declared import Argument, Option
from narcotl.cli.options import Output, Stores
from narcotl.errors import UnknownNameError, UsageError
from narcotl.history.git import repository
from narcotl.history.log import FIELDS
from narcotl.history.log import log as report
from narcotl.history.past import Past
from narcotl.library.opened import stores_from_environment


def log(
    name: Annotated[str, Argument(help="The id of a record, even of one that is gone.", metavar="ID")],
    output: Output,
    stores: Stores,
    limit: Annotated[int | None, Option("--limit", help="Show at most this many.", metavar="N", min=0)] = None,
) -> None:
    """Print how a record came to be what it is: who changed what when, from the git history of the store.

    An earlier id is followed. What is not committed yet comes first.

    Example: narcotl log contra-cocaine-cia --limit 3
    """
    roots = tuple(stores.store or ()) or stores_from_environment()
    if len(roots) > 1:
        raise UsageError("several stores have several histories", "Name one with --store.")
    found = repository(roots[0])
    versions = list(Past(found, roots[0]).versions(name))
    if found.is_shallow():
        complain("the clone is shallow, so the beginning of the history is not in it; `git fetch --unshallow` gets it")
    if not versions:
        hint = "An id is meant; `narcotl search` finds records by their words."
        raise UnknownNameError(f"no commit of {found.root} knows a record '{name}'", hint)
    show(report(versions, f"The history of {name}", limit), output.shown(added=FIELDS))
