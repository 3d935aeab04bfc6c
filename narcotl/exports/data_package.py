"""CSV: a folder with a file for each table, and a Frictionless Data Package that describes them.

A cell that a spreadsheet would run begins with an apostrophe, as in every CSV of narcotl.
"""

import csv
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final, TypeAlias

from narcotl.exports.json_lines import pretty
from narcotl.exports.material import Material, Notes
from narcotl.exports.tables import TABLES, Column, Table, Type, written
from narcotl.reports.harmless import clean, defused

_TYPES: Final = {
    Type.TEXT: "string",
    Type.INTEGER: "integer",
    Type.NUMBER: "number",
    Type.BOOLEAN: "boolean",
    Type.LIST: "array",
}
_SIGNS: Final = ("=", "+", "-")
"""The operators and polarities that stand alone: nothing that a spreadsheet could run."""
Writer: TypeAlias = Callable[[Iterable[str]], object]


def write(material: Material, notes: Notes, path: Path) -> None:
    """Write the files into a folder."""
    for table in TABLES:
        with (path / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as stream:
            write_table(table, material, notes, csv.writer(stream, lineterminator="\n").writerow)
    (path / "datapackage.json").write_text(f"{pretty(package())}\n", encoding="utf-8")


def write_table(table: Table, material: Material, notes: Notes, put: Writer) -> None:
    """Write the headings and the rows of a table, and count the cells that had to be changed."""
    put(column.name for column in table.columns)
    changed = 0
    for values in written(table, material, notes):
        cells = [cell(value) for value in values]
        shown = [text if text in _SIGNS else defused(text) for text in cells]
        changed += sum(1 for before, after in zip(cells, shown, strict=True) if clean(before) != after)
        put(shown)
    if changed:
        what = f"{changed} cell begins" if changed == 1 else f"{changed} cells begin"
        notes.remark(f"{what} with an apostrophe in {table.name}.csv, so that no spreadsheet runs what follows")


def cell(value: Any) -> str:
    """Write a value as the text of a cell."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case list():
            return json.dumps(value, ensure_ascii=False)
        case _:
            return str(value)


def package() -> dict[str, Any]:
    """Describe the files: https://specs.frictionlessdata.io/tabular-data-package/."""
    return {
        "profile": "tabular-data-package",
        "name": "narcotl",
        "title": "narcotl: who did what, where and when, who says so, and how sure it is",
        "resources": [resource(table) for table in TABLES],
    }


def resource(table: Table) -> dict[str, Any]:
    """Describe one file."""
    schema: dict[str, Any] = {"fields": [field(column) for column in table.columns]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    references = [column for column in table.columns if column.refers]
    if references:
        schema["foreignKeys"] = [
            {
                "fields": column.name,
                "reference": {
                    "resource": "" if column.refers == table.name else resource_name(column.refers),
                    "fields": "id",
                },
            }
            for column in references
        ]
    return {
        "profile": "tabular-data-resource",
        "name": resource_name(table.name),
        "title": table.about,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def resource_name(table: str) -> str:
    """Give the name of the file of a table, in the letters that such names have."""
    return table.replace("_", "-")


def field(column: Column) -> dict[str, Any]:
    """Describe one column."""
    described: dict[str, Any] = {"name": column.name, "type": _TYPES[column.type], "description": column.about}
    if column.required:
        described["constraints"] = {"required": True}
    return described
