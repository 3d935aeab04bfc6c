"""The formats of imports by name, each with what reads it; only the wanted one is imported."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from importlib import import_module
from typing import Final, NamedTuple, TypeAlias, cast

from narcotl.errors import UsageError, meant
from narcotl.extras import imported
from narcotl.imports.decoded import decoded
from narcotl.imports.given import Given
from narcotl.imports.item import Contents
from narcotl.imports.recognised import check_bytes, check_text

ReadText: TypeAlias = Callable[[str, str], Contents]
ReadWorks: TypeAlias = Callable[[str, str, Mapping[str, str]], Contents]
ReadFile: TypeAlias = Callable[[Given], Contents]


class Origin(StrEnum):
    """The formats that can be imported."""

    CSV = "csv"
    TSV = "tsv"
    JSONL = "jsonl"
    JSON = "json"
    SQLITE = "sqlite"
    PARQUET = "parquet"
    TIMELINEJS = "timelinejs"
    ICS = "ics"
    FTM = "ftm"
    BIBTEX = "bibtex"
    CSL_JSON = "csl-json"


class Entry(NamedTuple):
    """A format: the module and the function that read it, and what has to be installed for it."""

    module: str
    function: str
    needs: str = ""
    extra: str = ""
    """The extra of narcotl that brings it."""
    is_text: bool = True


IMPORTS: Final = {
    Origin.CSV: Entry("tables", "read_csv"),
    Origin.TSV: Entry("tables", "read_tsv"),
    Origin.JSONL: Entry("objects", "read_json_lines"),
    Origin.JSON: Entry("objects", "read_json"),
    Origin.SQLITE: Entry("databases", "read", is_text=False),
    Origin.PARQUET: Entry("parquet", "read", "pyarrow", "data", is_text=False),
    Origin.TIMELINEJS: Entry("timelinejs", "read"),
    Origin.ICS: Entry("calendar", "read", "icalendar", "import"),
    Origin.FTM: Entry("ftm", "read"),
    Origin.BIBTEX: Entry("bibtex", "read", "bibtexparser", "import"),
    Origin.CSL_JSON: Entry("csl_json", "read"),
}
"""Every format with what reads it."""
TABLES: Final = frozenset({Origin.CSV, Origin.TSV, Origin.JSONL, Origin.JSON, Origin.SQLITE, Origin.PARQUET})
"""The formats whose columns a mapping translates."""
BIBLIOGRAPHIES: Final = frozenset({Origin.BIBTEX, Origin.CSL_JSON})
"""The formats that hold works."""
FOLDERS: Final = frozenset({Origin.CSV, Origin.PARQUET})
"""The formats that narcotl exports as a folder with a file for each table."""


def origin_named(name: str) -> Origin:
    """Give the format of this name; fails with near matches."""
    if name in list(Origin):
        return Origin(name)
    raise UsageError(f"there is no import format '{name}'", meant(name, list(Origin)))


def contents(origin: Origin, given: Given) -> Contents:
    """Read a file; fails if it is not what it should be, or what reads it is not installed."""
    entry = IMPORTS[origin]
    if entry.needs:
        imported(entry.needs, extra=entry.extra, by=f"import {origin.value}")
    read = getattr(import_module(f"narcotl.imports.{entry.module}"), entry.function)
    if not entry.is_text:
        check_bytes(given.head(), origin.value, given.name)
        return cast("ReadFile", read)(given)
    data = given.whole()
    check_bytes(data, origin.value, given.name)
    text = decoded(data, given.encoding, given.name)
    check_text(text, origin.value, given.name)
    if given.delimiter is not None:
        from narcotl.imports.tables import read_csv

        return read_csv(text, given.name, given.delimiter)
    if origin in BIBLIOGRAPHIES:
        return cast("ReadWorks", read)(text, given.name, given.types)
    return cast("ReadText", read)(text, given.name)
