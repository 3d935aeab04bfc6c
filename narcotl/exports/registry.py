"""The formats of exports by name, each with the module that writes it; only the wanted one is imported."""

from collections.abc import Iterator
from enum import Enum, StrEnum
from importlib import import_module
from pathlib import Path
from typing import Final, NamedTuple, Protocol, cast

from narcotl.errors import UsageError, meant
from narcotl.exports.material import Material, Notes
from narcotl.extras import imported


class Target(StrEnum):
    """The formats to which a store can be exported."""

    JSONL = "jsonl"
    SQLITE = "sqlite"
    CSV = "csv"
    PARQUET = "parquet"
    DUCKDB = "duckdb"
    TIMELINEJS = "timelinejs"
    MARKWHEN = "markwhen"
    ICS = "ics"
    GEOJSON = "geojson"
    BIBTEX = "bibtex"
    CSL_JSON = "csl-json"
    GRAPHML = "graphml"
    DOT = "dot"
    MERMAID = "mermaid"
    FTM = "ftm"
    MARKDOWN = "markdown"


class Shape(Enum):
    """What an export makes."""

    TEXT = "text"
    FILE = "file"
    FOLDER = "folder"


class TextExport(Protocol):
    """A format that is a text: a module with this function."""

    def text(self, material: Material, notes: Notes, /) -> Iterator[str]:
        """Give the text piece by piece."""


class FileExport(Protocol):
    """A format that is a file or a folder: a module with this function."""

    def write(self, material: Material, notes: Notes, path: Path, /) -> None:
        """Write to a path where nothing is yet, or into an empty folder."""


class Entry(NamedTuple):
    """A format: its module, what it makes, and what has to be installed for it."""

    module: str
    shape: Shape
    needs: tuple[str, ...] = ()
    """The packages that it imports beyond those of narcotl itself."""
    extra: str = ""
    """The extra of narcotl that brings them."""


EXPORTS: Final = {
    Target.JSONL: Entry("json_lines", Shape.TEXT),
    Target.SQLITE: Entry("sqlite", Shape.FILE),
    Target.CSV: Entry("data_package", Shape.FOLDER),
    Target.PARQUET: Entry("parquet", Shape.FOLDER, ("pyarrow",), "data"),
    Target.DUCKDB: Entry("duck", Shape.FILE, ("pyarrow", "duckdb"), "data"),
    Target.TIMELINEJS: Entry("timelinejs", Shape.TEXT),
    Target.MARKWHEN: Entry("markwhen", Shape.TEXT),
    Target.ICS: Entry("calendar", Shape.TEXT, ("icalendar",), "export"),
    Target.GEOJSON: Entry("geojson", Shape.TEXT),
    Target.BIBTEX: Entry("bibtex", Shape.TEXT),
    Target.CSL_JSON: Entry("csl_json", Shape.TEXT),
    Target.GRAPHML: Entry("graphml", Shape.TEXT, ("networkx",), "export"),
    Target.DOT: Entry("dot", Shape.TEXT),
    Target.MERMAID: Entry("mermaid", Shape.TEXT),
    Target.FTM: Entry("follow_the_money", Shape.TEXT),
    Target.MARKDOWN: Entry("markdown", Shape.TEXT),
}
"""Every format with the module that writes it."""


def target_named(name: str) -> Target:
    """Give the format of this name; fails with near matches."""
    if name in list(Target):
        return Target(name)
    raise UsageError(f"there is no export format '{name}'", meant(name, list(Target)))


def loaded(target: Target) -> TextExport | FileExport:
    """Import the module of a format; fails if what it needs is not installed, and names the extra that brings it."""
    entry = EXPORTS[target]
    for package in entry.needs:
        imported(package, extra=entry.extra, by=f"export {target.value}")
    return cast("TextExport | FileExport", import_module(f"narcotl.exports.{entry.module}"))
