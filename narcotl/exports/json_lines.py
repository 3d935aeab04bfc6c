"""JSON Lines: every record as it is, one object a line; it can be read back with --store."""

import json
import re
from collections.abc import Iterator
from typing import Final

from narcotl.exports.material import Material, Notes

_HIDDEN: Final = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Characters on which a terminal or a line reader acts; in JSON they stand only in strings, where an escape will do."""


def text(material: Material, notes: Notes) -> Iterator[str]:  # noqa: ARG001 - nothing is left out here
    """Give a line for each record."""
    for row in material.all():
        yield line(row)


def line(value: object) -> str:
    """Write a value as a line of JSON."""
    return compact(value) + "\n"


def compact(value: object) -> str:
    """Write a value as JSON in one line, in characters on which no terminal acts."""
    return escaped(json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False))


def pretty(value: object) -> str:
    """Write a value as JSON for people, in the same characters."""
    return escaped(json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False))


def escaped(text: str) -> str:
    """Write as escapes the characters of a JSON text on which a terminal or a line reader acts."""
    return _HIDDEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
