"""The tables as batches of Arrow, for Parquet and DuckDB; only with pyarrow."""

from typing import Any, Final

import pyarrow as pa

from narcotl.exports.tables import Table, Type

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


def batch(table: Table, rows: list[list[Any]]) -> pa.RecordBatch:
    """Make a batch of rows of a table."""
    described = schema(table)
    arrays = [
        pa.array([stored(value, column.type) for value in values], column.type)
        for values, column in zip(zip(*rows, strict=True), described, strict=True)
    ]
    return pa.RecordBatch.from_arrays(arrays, schema=described)


def stored(value: Any, column: pa.DataType) -> Any:
    """Give a value as Arrow takes it: whole numbers as floating ones where the column has these."""
    return float(value) if value is not None and pa.types.is_floating(column) else value
