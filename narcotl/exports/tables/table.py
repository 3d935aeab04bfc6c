"""A table: its columns with what they mean, and how the records of a kind become its rows."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeAlias

from narcotl.model.vocab.base import RecordKind
from narcotl.reports.report import Row

Values: TypeAlias = Mapping[str, Any]
"""A row of a table by column; what is not there is null."""


class Type(Enum):
    """The types of columns, which every format of tables can tell apart."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    LIST = "list"
    """Several texts in one cell; JSON where a format has no lists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column."""

    name: str
    about: str
    type: Type = Type.TEXT
    refers: str = ""
    """The table whose `id` the value is; empty if it is none."""
    required: bool = False
    """Whether a row without it would mean nothing."""
    searched: bool = False
    """Whether full text covers it, where a format has full text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table, whose rows are made of the records of some kinds."""

    name: str
    about: str
    kinds: tuple[RecordKind, ...]
    columns: tuple[Column, ...]
    rows: Callable[[Row], Iterable[Values]]
    key: tuple[str, ...] = ()
    """The columns that name a row; none if two rows may be equal."""


def text(name: str, about: str, *, required: bool = False, searched: bool = False) -> Column:
    """Make a column of text."""
    return Column(name=name, about=about, required=required, searched=searched)


def number(name: str, about: str) -> Column:
    """Make a column of numbers."""
    return Column(name=name, about=about, type=Type.NUMBER)


def integer(name: str, about: str) -> Column:
    """Make a column of whole numbers."""
    return Column(name=name, about=about, type=Type.INTEGER)


def truth(name: str, about: str) -> Column:
    """Make a column that is true or false."""
    return Column(name=name, about=about, type=Type.BOOLEAN)


def several(name: str, about: str) -> Column:
    """Make a column of lists of texts."""
    return Column(name=name, about=about, type=Type.LIST)


def reference(name: str, refers: str, about: str, *, required: bool = False) -> Column:
    """Make a column that holds the id of a row of another table."""
    return Column(name=name, about=about, refers=refers, required=required)


IDENTITY = Column(name="id", about="the id of the record, which never changes", required=True)


def dated(name: str, about: str) -> tuple[Column, ...]:
    """Make the columns of a fuzzy date."""
    return (
        text(name, f"{about}, in EDTF"),
        text(f"{name}_text", f"{about}, in words"),
        text(f"{name}_earliest", "the first day that it may denote, ISO 8601; empty if there is none or it is unknown"),
        text(f"{name}_latest", "the last day that it may denote"),
        integer(f"{name}_year", "the year of the first day; 0 is 1 BC, -43 is 44 BC"),
        text(f"{name}_precision", "the unit in which it is told: day, month, year, decade, ..."),
        truth(f"{name}_approximate", "whether it is about then"),
        truth(f"{name}_uncertain", "whether it is doubtful"),
        text(f"{name}_sort", "a text whose order is the order of time, also before the year 1"),
    )


def date_values(name: str, date: Row | None) -> Values:
    """Give the values of these columns."""
    if date is None:
        return {}
    from narcotl.dates import parse_edtf

    found = parse_edtf(date["edtf"])
    return {
        name: date["edtf"],
        f"{name}_text": date["text"],
        f"{name}_earliest": date["earliest"],
        f"{name}_latest": date["latest"],
        f"{name}_year": found.earliest[0] if found.earliest else None,
        f"{name}_precision": date["precision"],
        f"{name}_approximate": date["approximate"],
        f"{name}_uncertain": date["uncertain"],
        f"{name}_sort": found.order_text,
    }


def id_of(reference: Row | None) -> str | None:
    """Give the id of a reference; None if there is none, or it is a plain name."""
    return None if reference is None else reference.get("id")


def named(reference: Row | None) -> str | None:
    """Give the name of a reference that may be a plain name."""
    return None if reference is None else str(reference.get("name") or reference.get("id"))


def ids(references: Iterable[Row]) -> list[str]:
    """Give the ids of references."""
    return [str(reference["id"]) for reference in references]


def same(row: Row, *names: str) -> Values:
    """Take over fields that a column of the same name holds as they are."""
    return {name: row.get(name) for name in names}
