"""What a reader finds in a file, piece by piece, before it is a record of narcotl."""

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any, NamedTuple, TypeAlias

from narcotl.errors import NarcotlError

Value: TypeAlias = str | list[str]
"""The content of a cell: a text, or several."""


class Sort(Enum):
    """What an item has."""

    ROW = "row"
    """Columns with names of their own, which a mapping translates."""
    EVENT = "event"
    """The fields of an event, by our names."""
    SOURCE = "source"
    """The record of a source, whose authors may have records of their own."""
    ENTITY = "entity"
    """A record whose actors have the ids of the file, and whose regions have names."""
    RECORD = "record"
    """A whole record, as narcotl writes it."""


class Item(NamedTuple):
    """One piece of a file: a row of a table, an entry of a calendar, a work of a bibliography."""

    number: int
    """Its line in a file of lines, its place in another one; from 1."""
    values: Mapping[str, Any]
    sort: Sort
    error: NarcotlError | None = None
    """Why it cannot be read at all."""


class Contents(NamedTuple):
    """What a file holds."""

    items: Iterable[Item]
    """To be gone through once: large tables are read as they are asked for."""
    columns: tuple[str, ...] = ()
    """The columns of its rows."""
    remarks: tuple[str, ...] = ()
    """What else it holds, and why that is not taken."""
    names: Mapping[str, str] = {}
    """The names of its actors by id."""


class RefusedError(NarcotlError):
    """One item that cannot become a record; the others can."""
