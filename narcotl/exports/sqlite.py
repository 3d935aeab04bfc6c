"""SQLite: a database for Datasette and every other tool, with keys, indexes and full text."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from narcotl.exports.material import Material, Notes
from narcotl.exports.tables import TABLES, Column, Table, Type, written
from narcotl.select.batches import marks

_TYPES: Final = {
    Type.TEXT: "TEXT",
    Type.INTEGER: "INTEGER",
    Type.NUMBER: "REAL",
    Type.BOOLEAN: "INTEGER",
    Type.LIST: "TEXT",
}

_DICTIONARY: Final = """
CREATE TABLE dictionary ("table" TEXT NOT NULL, "column" TEXT, about TEXT NOT NULL)
"""


def write(material: Material, notes: Notes, path: Path) -> None:
    """Write the database; fails as for any other file if the disk is full."""
    try:
        fill(material, notes, path)
    except sqlite3.OperationalError as error:
        raise OSError(str(error)) from error


def fill(material: Material, notes: Notes, path: Path) -> None:
    """Write all tables."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        # Nobody sees the file before it is complete, so it needs no journal beside it.
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN")
        for table in TABLES:
            connection.execute(definition(table))
        for table, rows in written(material, notes):
            values = marks(table.columns)
            connection.executemany(f'INSERT INTO "{table.name}" VALUES ({values})', map(stored_row, rows))
        for table in TABLES:
            for statement in (*indexes(table), *full_text(table)):
                connection.execute(statement)
        connection.execute(_DICTIONARY)
        connection.executemany("INSERT INTO dictionary VALUES (?, ?, ?)", dictionary())
        connection.execute("COMMIT")
        connection.execute("ANALYZE")


def definition(table: Table) -> str:
    """Write the statement that makes a table."""
    lines = [column_definition(column, table) for column in table.columns]
    lines += [
        f'FOREIGN KEY ("{column.name}") REFERENCES "{column.refers}" (id)' for column in table.columns if column.refers
    ]
    return f'CREATE TABLE "{table.name}" (\n    ' + ",\n    ".join(lines) + "\n)"


def column_definition(column: Column, table: Table) -> str:
    """Write the definition of a column."""
    key = " PRIMARY KEY" if table.key == (column.name,) else ""
    needed = " NOT NULL" if column.required else ""
    return f'"{column.name}" {_TYPES[column.type]}{key}{needed}'


def indexes(table: Table) -> Iterator[str]:
    """Write the statements that make references quick to follow, and dates quick to sort."""
    for column in table.columns:
        if column.refers or column.name.endswith("_sort"):
            yield f'CREATE INDEX "{table.name}_by_{column.name}" ON "{table.name}" ("{column.name}")'


def full_text(table: Table) -> Iterator[str]:
    """Write the statements that make the full text of a table, letter by letter as Datasette looks for it."""
    searched = ", ".join(f'"{column.name}"' for column in table.columns if column.searched)
    if searched:
        yield (
            f'CREATE VIRTUAL TABLE "{table.name}_fts" USING fts5 ({searched}, content="{table.name}", '
            'tokenize="unicode61 remove_diacritics 2")'
        )
        yield f"""INSERT INTO "{table.name}_fts" ("{table.name}_fts") VALUES ('rebuild')"""


def stored_row(row: list[Any]) -> list[Any]:
    """Give a row with values that SQLite takes."""
    return [stored(value) for value in row]


def stored(value: Any) -> Any:
    """Give a value as SQLite holds it: lists as JSON, which Datasette can facet by."""
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return value


def dictionary() -> Iterator[tuple[str, str | None, str]]:
    """Say what each table and column means."""
    for table in TABLES:
        yield table.name, None, table.about
        for column in table.columns:
            refers = f"; an id of {column.refers}" if column.refers else ""
            yield table.name, column.name, column.about + refers
