"""Parquet: a folder with a file for each table, for pandas, Polars, DuckDB and R."""

from contextlib import ExitStack
from pathlib import Path

from pyarrow.parquet import ParquetWriter

from narcotl.exports.arrow import batch, schema
from narcotl.exports.material import Material, Notes
from narcotl.exports.tables import TABLES, written


def write(material: Material, notes: Notes, path: Path) -> None:
    """Write the files into a folder."""
    with ExitStack() as files:
        writers = {
            table.name: files.enter_context(ParquetWriter(path / f"{table.name}.parquet", schema(table)))
            for table in TABLES
        }
        for table, rows in written(material, notes):
            writers[table.name].write_batch(batch(table, rows))
