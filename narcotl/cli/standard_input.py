"""Read standard input: text line by line or whole, or bytes; what cannot be read is one clear error."""

import sys
from collections.abc import Iterator

from narcotl.errors import UsageError


def lines() -> Iterator[str]:
    """Give the lines without their ends, as they come; fails if they are no text."""
    _needed()
    try:
        for line in sys.stdin:
            line.encode()
            yield line.rstrip("\r\n")
    except UnicodeError:
        raise UsageError(f"standard input is not text in {sys.stdin.encoding}", "Send it in that encoding.") from None


def text() -> str:
    """Give everything; fails if it is no text."""
    return "\n".join(lines())


def data() -> bytes:
    """Give everything as bytes."""
    _needed()
    return sys.stdin.buffer.read()


def _needed() -> None:
    """Fail if whoever started narcotl closed standard input."""
    if sys.stdin is None:
        raise UsageError("standard input is closed", "Send something there, or give it as an argument.")
