"""CSV: a folder with a file for each table, and a Frictionless Data Package that describes them.

A cell that a spreadsheet would run begins with an apostrophe, as in every CSV of narcotl.
"""

import csv
import json
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Final, TypeAlias

from narcotl.exports.json_lines import pretty
from narcotl.exports.material import Material, Notes
from narcotl.exports.tables import TABLES, Column, Table, Type, written
from narcotl.plural import counted
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
    changed: Counter[str] = Counter()
    with ExitStack() as files:
        put = {table.name: writer(files, path / f"{table.name}.csv") for table in TABLES}
        for table in TABLES:
            put[table.name](column.name for column in table.columns)
        for table, rows in written(material, notes):
            for row in rows:
                cells = [cell(value) for value in row]
                shown = [text if text in _SIGNS else defused(text) for text in cells]
                changed[table.name] += sum(clean(old) != new for old, new in zip(cells, shown, strict=True))
                put[table.name](shown)
    for name, count in (+changed).items():
        begin = f"{counted(count, 'cell')} {'begins' if count == 1 else 'begin'} with an apostrophe in {name}.csv"
        notes.remark(f"{begin}, so that no spreadsheet runs what follows")
    (path / "datapackage.json").write_text(f"{pretty(package())}\n", encoding="utf-8")


def writer(files: ExitStack, path: Path) -> Writer:
    """Open a file, and give what writes a row into it."""
    stream = files.enter_context(path.open("w", encoding="utf-8", newline=""))
    return csv.writer(stream, lineterminator="\n").writerow


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
