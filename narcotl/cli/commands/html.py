"""`narcotl html`: the store, or what filters leave of it, as one page."""

import sys
from pathlib import Path
from typing import Annotated

from narcotl.cli.complain import complain
from narcotl.cli.declared import Option
from narcotl.cli.options import QueryFilters, Stores, Today
from narcotl.cli.page_options import PageOptions
from narcotl.errors import UsageError
from narcotl.render.replacing import replacing


def html(
    filters: QueryFilters,
    page: PageOptions,
    today: Today,
    stores: Stores,
    output: Annotated[Path | None, Option("--output", "-o", help="Write to this file.", show_default=False)] = None,
) -> None:
    """Write one page: a timeline, cards of events, claims, charts of figures, and who with whom.

    The page is a single file that works offline, even from an attachment, and requests nothing from anywhere. The
    filters choose the events; each brings along all its claims, figures and sources.

    Example: narcotl html --region andes --output andes.html
    """
    stream = sys.stdout
    if output is None and (stream is None or stream.isatty()):
        raise UsageError("a page is nothing for a terminal", "Name a file: --output timeline.html.")
    text = page.page(stores.open(), filters, today).text
    if output is not None:
        with replacing(output) as file:
            file.write(text)
        complain(f"{output} is written: {len(text.encode()) / 1e6:.1f} MB")
        return
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8")
    stream.write(text)
