"""Tables in text: comma- and tab-separated values."""

import csv
import io
from collections.abc import Iterator

from narcotl.errors import UsageError
from narcotl.imports.item import Contents, Item, RefusedError, Sort

CELL = 1_000_000
"""The longest cell, in characters; what is longer than a field may be is refused row by row."""


def read_csv(text: str, name: str, separator: str = ",") -> Contents:
    """Read rows below a line of headings."""
    csv.field_size_limit(CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        heading = next((cells for cells in reader if any(cell.strip() for cell in cells)), [])
        columns = tuple(cell.strip() for cell in heading)
        check_heading(columns, name, separator)
        return Contents(list(rows(reader, columns, reader.line_num)), columns)
    except csv.Error as error:
        hint = "Cells with quotes or line breaks stand in quotes, with quotes inside them doubled."
        raise UsageError(f"{name} is not a table: {error} in line {reader.line_num}", hint) from None


def read_tsv(text: str, name: str) -> Contents:
    """Read rows whose cells are separated by tabs."""
    return read_csv(text, name, "\t")


def check_heading(columns: tuple[str, ...], name: str, separator: str) -> None:
    """Fail if there is not one name for each column."""
    twice = next((column for column in columns if columns.count(column) > 1), None)
    if twice is not None:
        what = f"the column '{twice}' twice" if twice else "two columns without a name"
        raise UsageError(f"{name} has {what}", "Give each column a name of its own, in the first line.")
    if len(columns) == 1:
        for sign, word in (("\t", "a tab"), (";", "a semicolon"), (",", "a comma"), ("|", "a bar")):
            if sign != separator and sign in columns[0]:
                raise UsageError(f"{name} seems to be separated by {word}", f"Say so: --delimiter {sign!r}.")


def rows(reader: Iterator[list[str]], columns: tuple[str, ...], line: int) -> Iterator[Item]:
    """Give each row with the number of its first line; one with more or fewer cells than headings is refused."""
    for cells in reader:
        number, line = line + 1, reader.line_num  # type: ignore[attr-defined]  # the type of csv readers has no name
        if not any(cell.strip() for cell in cells):
            continue
        values = dict(zip(columns, cells, strict=False))
        error = None
        if len(cells) != len(columns):
            error = RefusedError(f"the row has {len(cells)} cells, and there are {len(columns)} headings")
        yield Item(number, values, Sort.ROW, error)
