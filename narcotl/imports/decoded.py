"""The text of a file: in the encoding that its first bytes say, in the one asked for, or UTF-8; never a guess."""

import codecs
from typing import Final

from narcotl.errors import UsageError

_MARKS: Final = (
    # The mark of UTF-32 begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HINT: Final = "Say what it is with --encoding: windows-1252, iso-8859-1, utf-16-le, ..."


def decoded(data: bytes, encoding: str | None, name: str) -> str:
    """Give the text of a file; fails if it is not in the encoding that it should be in."""
    marked = next((found for mark, found in _MARKS if data.startswith(mark)), None)
    chosen = marked or known(encoding or "utf-8")
    if marked and encoding and plain(known(encoding)) != plain(marked):
        raise UsageError(f"{name} begins with the mark of {plain(marked).upper()}, not of {encoding}", _LEAVE)
    try:
        text = data.decode(chosen)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = f"byte 0x{data[error.start]:02x} in line {line}"
        raise UsageError(f"{name} is not {plain(chosen).upper()}: {byte}", _HINT) from None
    if "\0" in text:
        raise UsageError(f"{name} holds zero bytes, so it is no text in {plain(chosen).upper()}", _HINT)
    return text


_LEAVE: Final = "Leave --encoding out: the file says it itself."


def known(encoding: str) -> str:
    """Give the name of an encoding of text as Python has it; fails if there is none."""
    try:
        found = codecs.lookup(encoding)
        "".encode(found.name)
    except LookupError:
        raise UsageError(f"there is no encoding '{encoding}'", _HINT) from None
    return found.name


def plain(encoding: str) -> str:
    """Give the family of an encoding: with a mark or without, whichever end comes first."""
    for family in ("utf-8", "utf-16", "utf-32"):
        if encoding.startswith(family):
            return family
    return encoding
