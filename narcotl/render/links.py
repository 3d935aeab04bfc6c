"""Addresses that a terminal may open: those of the web, in characters that can play no tricks."""

import os
from typing import Final

LONGEST: Final = 2083
"""How long an address may be; some terminals drop longer ones."""
WITHOUT: Final = ("linux", "eterm", "screen", "vt")
"""How the names of terminals begin that know no links."""


def target(address: str) -> str:
    """Give the address as a link holds it, or nothing if it is none of http or https.

    What is no printable ASCII is escaped, so that a link ends where we end it.
    """
    from urllib.parse import quote

    written = address.strip()
    if not written.lower().startswith(("http://", "https://")):
        return ""
    safe = quote(written, safe="%/:=&?~#+!$,;'@()*[]", errors="replace")
    return safe if len(safe) <= LONGEST else ""


def takes_links() -> bool:
    """Tell whether a terminal that takes colour takes links; FORCE_HYPERLINK=0 or 1 decides it by hand."""
    forced = os.environ.get("FORCE_HYPERLINK")
    if forced is not None:
        return forced != "0"
    return not os.environ.get("TERM", "").lower().startswith(WITHOUT)
