"""SQLite: the records of a database that narcotl exported, or the rows of any other table."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from narcotl.errors import UsageError
from narcotl.imports.given import RECORDS, Given, hint_of
from narcotl.imports.item import Contents
from narcotl.imports.objects import tabled

_TABLES: Final = """
SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
"""
_WAL_BYTES: Final = slice(18, 20)
"""Where the header says that a log stands beside the file, which a database in memory cannot have."""


def read(given: Given) -> Contents:
    """Read a table: the one that is named, that of the records, or the only one there is."""
    connection = connected(given)
    try:
        names = tables(connection)
        table = chosen(names, given)
        cursor = connection.execute('SELECT * FROM "' + table.replace('"', '""') + '"')
    except sqlite3.Error as error:
        connection.close()
        raise broken(given, error) from None
    columns = tuple(column for column, *_ in cursor.description)
    return tabled(columns, rows(connection, cursor, given), given.name)


def connected(given: Given) -> sqlite3.Connection:
    """Open a database so that nothing can be written to it, and no text of it is changed."""
    try:
        if given.path is None:
            connection = sqlite3.connect(":memory:")
            data = bytearray(given.data)
            data[_WAL_BYTES] = b"\x01\x01"
            connection.deserialize(bytes(data))
        else:
            connection = sqlite3.connect(f"{Path(given.path).absolute().as_uri()}?mode=ro", uri=True)
        connection.execute("PRAGMA query_only = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
    except sqlite3.Error as error:
        raise broken(given, error) from None
    # What is not UTF-8 stays what it is until its row is refused.
    connection.text_factory = lambda text: text.decode("utf-8", "surrogateescape")
    return connection


def tables(connection: sqlite3.Connection) -> list[str]:
    """Give the names of tables and views, without those in which full text keeps its own things."""
    found = dict(connection.execute(_TABLES))
    virtual = [name for name, sql in found.items() if (sql or "").upper().startswith("CREATE VIRTUAL")]
    return [name for name in found if not any(name == one or name.startswith(f"{one}_") for one in virtual)]


def chosen(names: list[str], given: Given) -> str:
    """Choose the table; fails with the names of those that there are."""
    if given.table is not None:
        if given.table not in names:
            raise UsageError(f"{given.name} has no table '{given.table}'", hint_of(names, given.table) if names else "")
        return given.table
    if RECORDS in names or len(names) == 1:
        return RECORDS if RECORDS in names else names[0]
    if not names:
        raise UsageError(f"{given.name} has no tables")
    raise UsageError(f"{given.name} has {len(names)} tables", hint_of(names))


def rows(connection: sqlite3.Connection, cursor: sqlite3.Cursor, given: Given) -> Iterator[tuple[Any, ...]]:
    """Give the rows as they come, and let go of the database after the last one."""
    try:
        yield from cursor
    except sqlite3.Error as error:
        raise broken(given, error) from None
    finally:
        connection.close()


def broken(given: Given, error: sqlite3.Error) -> UsageError:
    """Say that a database cannot be read."""
    return UsageError(f"{given.name} cannot be read as an SQLite database: {error}")
