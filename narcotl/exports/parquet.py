"""Parquet: a folder with a file for each table, for pandas, Polars, DuckDB and R."""

from pathlib import Path

from pyarrow.parquet import ParquetWriter

from narcotl.exports.arrow import batches, schema
from narcotl.exports.material import Material, Notes
from narcotl.exports.tables import TABLES


def write(material: Material, notes: Notes, path: Path) -> None:
    """Write the files into a folder."""
    for table in TABLES:
        with ParquetWriter(path / f"{table.name}.parquet", schema(table)) as writer:
            for batch in batches(table, material, notes):
                writer.write_batch(batch)
