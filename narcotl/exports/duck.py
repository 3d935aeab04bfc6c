"""DuckDB: one database with all tables, and comments that say what the columns mean."""

from contextlib import closing
from pathlib import Path
from typing import Final

import duckdb
import pyarrow as pa

from narcotl.exports.arrow import batch
from narcotl.exports.material import Material, Notes
from narcotl.exports.tables import TABLES, Table, Type, written

_TYPES: Final = {
    Type.TEXT: "VARCHAR",
    Type.INTEGER: "BIGINT",
    Type.NUMBER: "DOUBLE",
    Type.BOOLEAN: "BOOLEAN",
    Type.LIST: "VARCHAR[]",
}


def write(material: Material, notes: Notes, path: Path) -> None:
    """Write the database; fails as for any other file if the disk is full."""
    try:
        fill(material, notes, path)
    except (duckdb.IOException, duckdb.FatalException) as error:
        raise OSError(str(error).splitlines()[0]) from error
    finally:
        path.with_name(f"{path.name}.wal").unlink(missing_ok=True)


def fill(material: Material, notes: Notes, path: Path) -> None:
    """Write all tables."""
    with closing(duckdb.connect(str(path))) as connection:
        for table in TABLES:
            connection.execute(definition(table))
            for column in table.columns:
                connection.execute(f'COMMENT ON COLUMN "{table.name}"."{column.name}" IS {quoted(column.about)}')
            connection.execute(f'COMMENT ON TABLE "{table.name}" IS {quoted(table.about)}')
        for table, rows in written(material, notes):
            connection.register("batch", pa.Table.from_batches([batch(table, rows)]))
            connection.execute(f'INSERT INTO "{table.name}" SELECT * FROM batch')
            connection.unregister("batch")


def definition(table: Table) -> str:
    """Write the statement that makes a table."""
    lines = [
        f'"{column.name}" {_TYPES[column.type]}'
        + (" PRIMARY KEY" if table.key == (column.name,) else " NOT NULL" if column.required else "")
        for column in table.columns
    ]
    return f'CREATE TABLE "{table.name}" ({", ".join(lines)})'


def quoted(text: str) -> str:
    """Write a text as SQL does."""
    return "'" + text.replace("'", "''") + "'"
