"""What a view is, and how the columns of records, dates and references are written."""

from typing import Final, NamedTuple


class Column(NamedTuple):
    """One column of a view."""

    name: str
    sql: str
    """How it is computed from the tables of the view."""
    about: str


class View(NamedTuple):
    """One view."""

    name: str
    about: str
    tables: str
    """What stands behind FROM in its query."""
    columns: tuple[Column, ...]

    @property
    def sql(self) -> str:
        """Write the statement that makes it."""
        columns = ", ".join(f'{column.sql} AS "{column.name}"' for column in self.columns)
        return f'CREATE TEMP VIEW "{self.name}" AS SELECT {columns} FROM {self.tables}'


def plain(about: str, *names: str, table: str = "r") -> tuple[Column, ...]:
    """Make columns of what a table holds, all with one meaning."""
    return tuple(Column(name, f"{table}.{name}", about) for name in names)


def stated(name: str, about: str, path: str = "") -> Column:
    """Make a column of what the JSON of a record says at a path; without one, under the name."""
    return Column(name, f"json_extract(r.json, '$.{path or name}')", about)


def item(name: str, about: str, path: str = "") -> Column:
    """Make a column of what one item of a list in a record says."""
    return Column(name, f"json_extract(i.value, '$.{path or name}')", about)


def dated(name: str, about: str, *, json: str = "r.json", path: str = "") -> tuple[Column, ...]:
    """Make the columns of a date: as EDTF, as people write it, and its first and last day."""
    at = f"$.{path or name}"
    prefix = "" if name in ("date", "period", "issued") else f"{name}_"
    return (
        Column(name, f"json_extract({json}, '{at}.edtf')", f"{about} (EDTF)"),
        Column(f"{name}_text", f"json_extract({json}, '{at}.text')", f"{about}, as people write it"),
        Column(f"{prefix}earliest", f"json_extract({json}, '{at}.earliest')", "its first day (ISO); null if open"),
        Column(f"{prefix}latest", f"json_extract({json}, '{at}.latest')", "its last day (ISO); null if open"),
    )


SORT: Final = Column("sort", "r.sort", "text whose order is that of the timeline")
ID: Final = Column("id", "r.id", "its id")
FILE: Final = (
    Column("file", "r.path", "the file that it stands in"),
    Column("line", "r.line", "the line on which it begins"),
)


def reference(table: str, column: str, name: str, about: str) -> tuple[Column, ...]:
    """Make the columns of a reference: the id, and the name of the record that has it."""
    target = f"{table}.{column}"
    return (
        Column(name, target, f"{about} (id)"),
        Column(f"{name}_name", f"(SELECT n.name FROM main.records n WHERE n.id = {target})", f"{about}, by name"),
    )


def named(expression: str, name: str, about: str) -> tuple[Column, ...]:
    """Make the columns of a reference that is computed."""
    return (
        Column(name, expression, f"{about} (id)"),
        Column(f"{name}_name", f"(SELECT n.name FROM main.records n WHERE n.id = {expression})", f"{about}, by name"),
    )


def of_kind(kind: str) -> str:
    """Name the records of a kind."""
    return f"main.records r WHERE r.kind = '{kind}'"


def each(kind: str, path: str) -> str:
    """Name the items of a list in the records of a kind."""
    return f"main.records r, json_each(r.json, '$.{path}') i WHERE r.kind = '{kind}'"
