"""`narcotl browse`: the store on the whole terminal, to look around in."""

import gc
import os
import sys
from typing import TYPE_CHECKING

from narcotl.cli.options import QueryFilters, Stores, Today, queries
from narcotl.errors import UsageError
from narcotl.extras import imported

if TYPE_CHECKING:
    from narcotl.library.opened import Library
    from narcotl.select.query.syntax import Tree


def browse(filters: QueryFilters, today: Today, stores: Stores) -> None:
    """Look around in the store: events in a list, beside it one in full, with ways to all that it names.

    The list is filtered while a query is typed; ? shows the keys, q ends.

    Example: narcotl browse --region andes --since 1980
    """
    refuse_what_is_no_terminal()
    imported("textual", extra="tui", by="a browser in the terminal")
    from narcotl.tui.app import Browser
    from narcotl.tui.asking import Question

    def open_store() -> "Library":
        return stores.open(quiet=True)

    def read(text: str) -> tuple["Tree", ...]:
        return queries((), text)

    gc.enable()  # this one lives long; the start of the program turns it off
    question = Question(
        open=open_store, asked=filters.asked(), today=today.day(), title=filters.title("Timeline"), read=read
    )
    Browser(question).run()


def refuse_what_is_no_terminal() -> None:
    """Fail where nobody could see the browser or press a key."""
    for stream in (sys.stdin, sys.stdout):
        if stream is None or not stream.isatty() or os.environ.get("TERM", "dumb") == "dumb":
            raise UsageError(
                "browse needs a terminal for its input and its output",
                "`narcotl timeline` prints the same events anywhere.",
            )
