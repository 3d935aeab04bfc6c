"""Tables in text: comma- and tab-separated values."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from narcotl.errors import UsageError
from narcotl.imports.item import Contents, Item, RefusedError, Sort
from narcotl.imports.objects import RECORD_COLUMNS, records

if TYPE_CHECKING:
    import _csv  # the type of csv readers has a name only here

_SEPARATOR: Final = re.compile(r"\"?sep=(?P<sign>[^\w\s\"]|\t)\"?\r?\n")
"""The first line of a file that Excel is to open."""
CELL = 1_000_000
"""The longest cell, in characters; what is longer than a field may be is refused row by row."""


def read_csv(text: str, name: str, separator: str = ",") -> Contents:
    """Read rows below a line of headings."""
    csv.field_size_limit(CELL)
    lines: Iterable[str] = io.StringIO(text, newline="")
    if declared := _SEPARATOR.match(text):
        # Excel says so itself. An empty line in its place leaves all others their numbers.
        separator = declared["sign"] if separator == "," else separator
        lines = chain(["\n"], islice(lines, 1, None))
    reader = csv.reader(lines, delimiter=separator, strict=True)
    try:
        heading = next((cells for cells in reader if any(cell.strip() for cell in cells)), [])
        columns = tuple(cell.strip() for cell in heading)
    except csv.Error as error:
        raise unreadable(name, error, reader.line_num) from None
    check_heading(columns, name, separator)
    found = rows(reader, columns, name)
    if set(columns) >= RECORD_COLUMNS:
        return Contents(records((item.number, item.values.get("json")) for item in found))
    return Contents(found, columns)


def unreadable(name: str, error: csv.Error, line: int) -> UsageError:
    """Say that a file is no table."""
    hint = "Cells with quotes or line breaks stand in quotes, with quotes inside them doubled."
    return UsageError(f"{name} is not a table: {error} in line {line}", hint)


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


def rows(reader: "_csv.Reader", columns: tuple[str, ...], name: str) -> Iterator[Item]:
    """Give each row with the number of its first line; one with more or fewer cells than headings is refused."""
    line = reader.line_num
    try:
        for cells in reader:
            number, line = line + 1, reader.line_num
            if not any(cell.strip() for cell in cells):
                continue
            values = dict(zip(columns, cells, strict=False))
            error = None
            if len(cells) != len(columns):
                error = RefusedError(f"the row has {len(cells)} cells, and there are {len(columns)} headings")
            yield Item(number, values, Sort.ROW, error)
    except csv.Error as error:
        raise unreadable(name, error, reader.line_num) from None
