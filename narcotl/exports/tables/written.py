"""All tables, and their rows one after the other, whole: no reference leads out of the tables."""

from collections.abc import Iterator
from typing import Any, Final

from narcotl.exports.material import Material, Notes
from narcotl.exports.tables import entities, facts, statements
from narcotl.exports.tables.table import Column, Table, Values
from narcotl.model.vocab.base import RecordKind
from narcotl.reports.report import Row

TABLES: tuple[Table, ...] = (
    *statements.RECORDS,
    *entities.TABLES,
    *facts.EVENTS,
    *facts.FIGURES,
    *statements.STATEMENTS,
)
"""Every table, in the order in which people look at them."""


BATCH: Final = 5_000
"""How many rows of a table are held at a time."""


def written(material: Material, notes: Notes) -> Iterator[tuple[Table, list[list[Any]]]]:
    """Give the rows of all tables, batch by batch, each row as the values of its columns; a record is read once."""
    for kind in RecordKind:
        waiting: dict[str, list[list[Any]]] = {table.name: [] for table in TABLES if kind in table.kinds}
        tables = [table for table in TABLES if table.name in waiting]
        for record in material.rows(kind):
            for table in tables:
                waiting[table.name] += rows_of(table, record, material, notes)
                if len(waiting[table.name]) >= BATCH:
                    yield table, waiting[table.name]
                    waiting[table.name] = []
        yield from ((table, waiting[table.name]) for table in tables if waiting[table.name])


def rows_of(table: Table, record: Row, material: Material, notes: Notes) -> Iterator[list[Any]]:
    """Give the rows that a record makes in a table."""
    for values in table.rows(record):
        if all(present(column, values, material) for column in table.columns if column.required):
            yield [kept(column, values, material, notes) for column in table.columns]
        else:
            notes.left_out("link", f"in {table.name}", "the other record was not chosen")


def present(column: Column, values: Values, material: Material) -> bool:
    """Tell whether a value is there, and the record that it names as well."""
    value = values.get(column.name)
    return value is not None and (not column.refers or material.has(value))


def kept(column: Column, values: Values, material: Material, notes: Notes) -> Any:
    """Give a value; None for a reference to a record that is not among the exported ones."""
    value = values.get(column.name)
    if value is not None and column.refers and not material.has(value):
        notes.left_out("link", f"in the column {column.name}", "the other record was not chosen")
        return None
    return value
