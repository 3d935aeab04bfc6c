"""JSON text as `json.dumps` writes it, in characters on which neither a terminal nor a line reader acts."""

import json
import re
from collections.abc import Mapping
from typing import Final

_HIDDEN: Final = "[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"


def compact(value: object, *, unicode: bool) -> str:
    """Write a value in one line; without Unicode, in ASCII."""
    return _encoded(_COMPACT if unicode else _COMPACT_ASCII, value)


def pretty(value: object, *, unicode: bool) -> str:
    """Write a value indented by two spaces; without Unicode, in ASCII."""
    return _encoded(_PRETTY if unicode else _PRETTY_ASCII, value)


def _encoded(encoder: json.JSONEncoder, value: object) -> str:
    try:
        text = encoder.encode(value)
    except ValueError:
        text = encoder.encode(_finite(value))
    if text.isascii() and "\x7f" not in text:  # nothing is hidden, and no pattern need be compiled
        return text
    # Such characters can stand only in strings, where an escape means the same.
    return re.sub(_HIDDEN, lambda match: f"\\u{ord(match[0]):04x}", text)


def _finite(value: object) -> object:
    """Put null for the numbers that JSON does not have: infinity, and what is not a number."""
    if isinstance(value, Mapping):
        return {key: _finite(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(part) for part in value]
    return None if isinstance(value, float) and value - value != 0 else value


def _plain(value: object) -> object:
    """Give what JSON can hold instead of a value that it cannot."""
    return dict(value) if isinstance(value, Mapping) else str(value)


def _encoder(indent: int | None, *, ascii_only: bool) -> json.JSONEncoder:
    separators = (",", ":") if indent is None else (",", ": ")
    return json.JSONEncoder(
        ensure_ascii=ascii_only, indent=indent, separators=separators, allow_nan=False, default=_plain
    )


_COMPACT: Final = _encoder(None, ascii_only=False)
_COMPACT_ASCII: Final = _encoder(None, ascii_only=True)
_PRETTY: Final = _encoder(2, ascii_only=False)
_PRETTY_ASCII: Final = _encoder(2, ascii_only=True)
