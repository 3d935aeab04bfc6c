"""The addresses of sources, of which only those on the web are opened."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from narcotl.reports.report import Row
from narcotl.tui.windows import Address

SCHEMES = ("http", "https")


def addresses(sources: Iterable[Row]) -> list[Address]:
    """Give the addresses of sources, each once; what is no address on the web, such as a file, is left out."""
    found = (
        Address(row["title"], str(row[field])) for row in sources for field in ("url", "archive_url") if row.get(field)
    )
    return list({address.url: address for address in found if is_on_the_web(address.url)}.values())


def is_on_the_web(url: str) -> bool:
    """Tell whether a text is an address that a browser asks a server for."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme.lower() in SCHEMES and bool(parts.hostname) and url.isprintable() and " " not in url


def opened(url: str) -> bool:
    """Open an address in the browser of the user; says whether there is one."""
    import webbrowser

    return webbrowser.open(url)
