"""Many values in one query: not more at once than SQLite takes, nor than fit in memory."""

from collections.abc import Iterable, Iterator, Sized
from itertools import islice
from typing import TypeVar

T = TypeVar("T")

BATCH = 400
"""How many values are asked for at a time; a query may name each twice, and every SQLite takes 999 parameters."""


def batches(values: Iterable[T]) -> Iterator[list[T]]:
    """Cut values into batches; they are taken from where they come only when their batch is asked for."""
    waiting = iter(values)
    while batch := list(islice(waiting, BATCH)):
        yield batch


def marks(values: Sized) -> str:
    """Write as many question marks as there are values."""
    return ", ".join("?" * len(values))
