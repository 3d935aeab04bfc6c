"""Make text of unknown origin harmless: visible escapes for what would steer a terminal or reorder letters."""

import re
from typing import Final

_UNSAFE: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters, line separators, overrides of the direction of writing, halves of characters."""
_LAST_BYTE: Final = 0xFF
_FORMULA: Final = tuple("=+-@\t\r\n\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH COMMERCIAL AT}")
_NUMBER: Final = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?", re.ASCII)


def clean(text: str) -> str:
    r"""Show control characters, bidirectional overrides and lone surrogates as escapes (`\x1b`); keep tab and "\n"."""
    return _UNSAFE.sub(_visible, text.replace("\r\n", "\n"))


def _visible(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code <= _LAST_BYTE else f"\\u{code:04x}"


def defused(text: str) -> str:
    """Write a text so that a spreadsheet shows it and does not run it.

    See https://owasp.org/www-community/attacks/CSV_Injection.
    """
    runs = text.startswith(_FORMULA) and not _NUMBER.fullmatch(text)
    return clean(f"'{text}" if runs else text)
