"""`narcotl serve`: the page, in a browser on this machine."""

import gc
import sys
from typing import TYPE_CHECKING, Annotated

from narcotl.cli.complain import complain
from narcotl.cli.declared import Option
from narcotl.cli.options import QueryFilters, Stores, Today
from narcotl.cli.page_options import PageOptions

if TYPE_CHECKING:
    from narcotl.library.opened import Library
    from narcotl.web.document import Document


def serve(
    filters: QueryFilters,
    page: PageOptions,
    today: Today,
    stores: Stores,
    port: Annotated[
        int, Option("--port", help="The port to listen on; 0 takes any that is free.", min=0, max=65535)
    ] = 8765,
    open_it: Annotated[bool, Option("--open", help="Open the page in the browser.")] = False,
) -> None:
    """Show the page to browsers on this machine, until Ctrl-C ends it.

    Nothing can be changed through it, and no other machine reaches it. Whoever loads the page again after the store
    has changed sees the change.

    Example: narcotl serve --region andes --open
    """
    from narcotl.web.kept import Kept
    from narcotl.web.server import listening

    def open_store() -> "Library":
        return stores.open(quiet=True)

    def make(library: "Library") -> "Document":
        return page.page(library, filters, today)

    gc.enable()  # this one lives long; the start of the program turns it off
    kept = Kept(open_store, make)
    kept.current()  # what is wrong with the filters or the store is told at once
    with listening(kept, port) as server:
        sys.stdout.write(f"{server.address}\n")
        sys.stdout.flush()
        complain("the page is at this address until Ctrl-C ends it")
        if open_it:
            import webbrowser

            if not webbrowser.open(server.address):
                complain("no browser could be opened", "Open the address by hand.")
        server.serve_forever()
