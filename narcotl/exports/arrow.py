"""The tables as batches of Arrow, for Parquet and DuckDB; only with pyarrow."""

from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

import pyarrow as pa

from narcotl.exports.material import Material, Notes
from narcotl.exports.tables import Table, Type, written

BATCH: Final = 10_000
"""How many rows are held at a time."""

_TYPES: Final = {
    Type.TEXT: pa.string(),
    Type.INTEGER: pa.int64(),
    Type.NUMBER: pa.float64(),
    Type.BOOLEAN: pa.bool_(),
    Type.LIST: pa.list_(pa.string()),
}


def schema(table: Table) -> pa.Schema:
    """Describe a table, with what its columns mean."""
    return pa.schema(
        [
            pa.field(column.name, _TYPES[column.type], not column.required, {"description": column.about})
            for column in table.columns
        ],
        metadata={"description": table.about},
    )


def batches(table: Table, material: Material, notes: Notes) -> Iterator[pa.RecordBatch]:
    """Give the rows of a table batch by batch."""
    described = schema(table)
    rows = written(table, material, notes)
    while batch := list(islice(rows, BATCH)):
        columns = zip(*batch, strict=True)
        arrays = [
            pa.array([stored(value, column.type) for value in values], column.type)
            for values, column in zip(columns, described, strict=True)
        ]
        yield pa.RecordBatch.from_arrays(arrays, schema=described)


def stored(value: Any, column: pa.DataType) -> Any:
    """Give a value as Arrow takes it: whole numbers as floating ones where the column has these."""
    return float(value) if value is not None and pa.types.is_floating(column) else value
