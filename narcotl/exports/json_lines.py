"""JSON Lines: every record as it is, one object a line; it can be read back with --store."""

import json
import re
from collections.abc import Iterator
from typing import Final

from narcotl.exports.material import Material, Notes
from narcotl.plural import counted
from narcotl.reports.report import Row

_HIDDEN: Final = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Characters on which a terminal or a line reader acts; in JSON they stand only in strings, where an escape will do."""


def text(material: Material, notes: Notes) -> Iterator[str]:
    """Give a line for each record; that a part of a store names records outside of it is said."""
    outside = 0
    for row in material.all():
        if not material.is_whole:
            outside += sum(not material.has(name) for name in named(row))
        yield line(own(row))
    if outside:
        lead = f"{counted(outside, 'reference')} {'leads' if outside == 1 else 'lead'} to records that were not chosen"
        notes.remark(f"{lead}; `narcotl check` lists them")


def own(row: Row) -> Row:
    """Give a record without what annotations add to it: these are records of their own, and are printed as well."""
    if "annotations" not in row and "layer" not in row:
        return row
    kept = {key: value for key, value in row.items() if key not in ("annotations", "layer")}
    for key in ("positions", "sources"):
        if key in kept:
            kept[key] = [item for item in kept[key] if "annotation" not in item]
    return kept


def named(row: Row) -> Iterator[str]:
    """Give the id of each record that a record names, as often as it does."""
    values = [value for key, value in row.items() if key not in ("id", "corrections")]
    while values:
        value = values.pop()
        if isinstance(value, dict):
            if "id" in value:
                yield value["id"]
            values += [part for key, part in value.items() if key != "id"]
        elif isinstance(value, list):
            values += value


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
