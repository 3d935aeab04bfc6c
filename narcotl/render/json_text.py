"""JSON text that means what `json.dumps` says, in characters that neither a terminal nor a line reader acts on."""

import json
import math
import re
from collections.abc import Mapping
from typing import Final

_HIDDEN: Final = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_BEYOND_ASCII: Final = re.compile("[\x7f-\U0010ffff]")


def compact(value: object, *, unicode: bool) -> str:
    """Write a value in one line."""
    try:
        text = _COMPACT.encode(value)
    except ValueError:
        text = _COMPACT.encode(_finite(value))
    return _escaped(text, unicode=unicode)


def pretty(value: object, margin: str, *, unicode: bool) -> str:
    """Write a value as `json.dumps` does with an indent of 2, with a margin before each line but the first."""
    return _escaped(_indented(value, f"\n{margin}"), unicode=unicode)


def _indented(value: object, start: str) -> str:
    """Indent by hand, which is several times as fast as the encoder of the library with an indent."""
    inner = f"{start}  "
    if isinstance(value, Mapping) and value:
        parts = [f"{_quoted(key)}: {_indented(part, inner)}" for key, part in value.items()]
        return f"{{{inner}{f',{inner}'.join(parts)}{start}}}"
    if isinstance(value, list | tuple) and value:
        return f"[{inner}{f',{inner}'.join([_indented(part, inner) for part in value])}{start}]"
    return _quoted(value) if isinstance(value, str) else _COMPACT.encode(_finite(value))


def _finite(value: object) -> object:
    """Write a number that is none, which JSON does not have, as null."""
    if isinstance(value, Mapping):
        return {key: _finite(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(part) for part in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _plain(value: object) -> object:
    """Give what JSON can hold instead of a value that it cannot."""
    return dict(value) if isinstance(value, Mapping) else str(value)


def _escaped(text: str, *, unicode: bool) -> str:
    """Escape what stands in the strings of JSON text; nothing else in it is beyond ASCII."""
    return text if text.isascii() and "\x7f" not in text else (_HIDDEN if unicode else _BEYOND_ASCII).sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\u{code:04x}" if code <= _LAST_OF_PLANE else json.dumps(match[0])[1:-1]


_LAST_OF_PLANE: Final = 0xFFFF
_COMPACT: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=_plain)
_quoted: Final = json.encoder.encode_basestring
