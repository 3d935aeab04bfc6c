"""Parquet: the records of a folder that narcotl exported, or the rows of any other file; only with pyarrow."""

from collections.abc import Iterator
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow.parquet import ParquetFile

from narcotl.errors import UsageError
from narcotl.imports.given import Given
from narcotl.imports.item import Contents
from narcotl.imports.objects import tabled


def read(given: Given) -> Contents:
    """Read the rows of a file."""
    try:
        file = ParquetFile(given.path if given.path is not None else pa.BufferReader(given.data))
        columns = tuple(file.schema_arrow.names)
    except (pa.ArrowException, OSError) as error:
        raise broken(given, error) from None
    return tabled(columns, rows(file, given), given.name)


def rows(file: ParquetFile, given: Given) -> Iterator[tuple[Any, ...]]:
    """Give the rows batch by batch."""
    try:
        for batch in file.iter_batches(batch_size=5_000):
            yield from zip(*(values(column) for column in batch.columns), strict=True)
    except (pa.ArrowException, OSError) as error:
        raise broken(given, error) from None
    finally:
        file.close()


def values(column: Any) -> list[Any]:
    """Give the values of a column: times as Arrow writes them, since Python has none before the year 1."""
    if pa.types.is_timestamp(column.type) or pa.types.is_date(column.type):
        column = pc.cast(column, pa.string())
    return list(column.to_pylist())


def broken(given: Given, error: Exception) -> UsageError:
    """Say that a file cannot be read."""
    return UsageError(f"{given.name} cannot be read as Parquet: {' '.join(str(error).split())}")
