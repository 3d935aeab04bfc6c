"""The formats of imports by name, each with what reads it; only the wanted one is imported."""

from collections.abc import Callable
from enum import StrEnum
from importlib import import_module
from typing import Final, NamedTuple, TypeAlias

from narcotl.errors import UsageError
from narcotl.imports.decoded import decoded
from narcotl.imports.item import Contents
from narcotl.imports.recognised import check_bytes, check_text

Read: TypeAlias = Callable[[str, str], Contents]


class Origin(StrEnum):
    """The formats that can be imported."""

    CSV = "csv"
    TSV = "tsv"
    JSONL = "jsonl"
    JSON = "json"
    TIMELINEJS = "timelinejs"
    ICS = "ics"
    CSL_JSON = "csl-json"


class Entry(NamedTuple):
    """A format: the module and the function that read it, and what has to be installed for it."""

    module: str
    function: str
    needs: str = ""
    extra: str = ""
    """The extra of narcotl that brings it."""


IMPORTS: Final = {
    Origin.CSV: Entry("tables", "read_csv"),
    Origin.TSV: Entry("tables", "read_tsv"),
    Origin.JSONL: Entry("objects", "read_json_lines"),
    Origin.JSON: Entry("objects", "read_json"),
    Origin.TIMELINEJS: Entry("timelinejs", "read"),
    Origin.ICS: Entry("calendar", "read", "icalendar", "export"),
    Origin.CSL_JSON: Entry("csl_json", "read"),
}
"""Every format with what reads it."""
TABLES: Final = frozenset({Origin.CSV, Origin.TSV, Origin.JSONL, Origin.JSON})
"""The formats whose columns a mapping translates."""


def origin_named(name: str) -> Origin:
    """Give the format of this name; fails with near matches."""
    if name in list(Origin):
        return Origin(name)
    from difflib import get_close_matches

    near = get_close_matches(name.lower(), list(Origin), 2, 0.5)
    hint = f"Did you mean {' or '.join(near)}?" if near else f"There are: {', '.join(Origin)}."
    raise UsageError(f"there is no import format '{name}'", hint)


def contents(origin: Origin, data: bytes, name: str, encoding: str | None, delimiter: str | None) -> Contents:
    """Read a file; fails if it is not what it should be, or what reads it is not installed."""
    entry = IMPORTS[origin]
    if entry.needs:
        try:
            import_module(entry.needs)
        except ImportError as error:
            raise UsageError(
                f"import {origin.value} needs {entry.needs}, which cannot be imported: {error}",
                f"Install it along with narcotl: pip install 'narcotl[{entry.extra}]'",
            ) from error
    check_bytes(data, origin.value, name)
    text = decoded(data, encoding, name)
    check_text(text, origin.value, name)
    if delimiter is not None:
        from narcotl.imports.tables import read_csv

        return read_csv(text, name, delimiter)
    read: Read = getattr(import_module(f"narcotl.imports.{entry.module}"), entry.function)
    return read(text, name)
