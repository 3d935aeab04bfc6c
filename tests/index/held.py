"""Everything that an index holds, to be held against what another one holds."""

import sqlite3
from pathlib import Path
from typing import Any

from narcotl.index.schema import OF_A_RECORD
from narcotl.library.opened import open_library


def tables(store: Path, *, cached: bool) -> dict[str, list[tuple[Any, ...]]]:
    """Read everything that an index holds, but for the numbers of records, which tell when they were read."""
    library = open_library([store], cached=cached)
    connection = library.index.connection
    names: dict[int, str] = dict(connection.execute("SELECT number, id FROM records"))
    queries = dict.fromkeys((*OF_A_RECORD, "problems", "settings", "unkept", "unkept_mentions", "clashes"), "*")
    queries |= {"records": "id, kind, name, type, status, sort, earliest, latest, spans, path, line, col, json"}
    queries |= {"labels": "number, facet, value"}
    queries |= {"postings": "number, facet, kind, value, size, earliest, latest", "texts": "number, name, body, linked"}
    queries |= dict.fromkeys(("region_reach", "actor_reach", "wholes", "terms"), "*")
    found = {table: rows(connection, f"SELECT {columns} FROM {table}") for table, columns in queries.items()}
    for table in ("labels", "postings", "texts"):
        found[table] = sorted((names[number], *rest) for number, *rest in found[table])
    found["counts"] = rows(connection, "SELECT key, value FROM meta")
    library.close()
    return found


def rows(connection: sqlite3.Connection, sql: str) -> list[tuple[Any, ...]]:
    """Give rows in an order of their own."""
    return sorted(connection.execute(sql), key=repr)


def order(store: Path) -> list[str]:
    """Give the ids of all records in the order in which they are numbered."""
    library = open_library([store], cached=False)
    found = [name for (name,) in library.index.connection.execute("SELECT id FROM records ORDER BY number")]
    library.close()
    return found
