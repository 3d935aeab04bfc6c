"""The addresses of sources, of which only those on the web are opened."""

from collections.abc import Iterable

from narcotl.render.links import target
from narcotl.reports.report import Row
from narcotl.tui.windows import Address


def addresses(sources: Iterable[Row]) -> list[Address]:
    """Give the addresses of sources, each once; what is no address on the web, such as a file, is left out."""
    found = [
        Address(row["title"], url)
        for row in sources
        for field in ("url", "archive_url")
        if (url := target(str(row.get(field) or "")))
    ]
    return list({address.url: address for address in found}.values())


def opened(url: str) -> bool:
    """Open an address in the browser of the user; says whether there is one."""
    import webbrowser

    return webbrowser.open(url)
