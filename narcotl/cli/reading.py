"""The options that say how a file is to be read which is imported."""

from pathlib import Path
from typing import Annotated

from narcotl.cli import standard_input
from narcotl.cli.declared import Option, OptionGroup
from narcotl.errors import UsageError
from narcotl.imports.dates import DateReader, Excel, Order
from narcotl.imports.given import Given, file_in
from narcotl.imports.item import Contents
from narcotl.imports.registry import BIBLIOGRAPHIES, FOLDERS, TABLES, Origin, contents
from narcotl.imports.works import types_named

STDIN = "standard input"


class Reading(OptionGroup):
    """How a file is to be read, as far as it does not say so itself."""

    map: Annotated[
        list[str] | None,
        Option("--map", help="Which column is which field: date=Date,title=Event.", show_default=False),
    ] = None
    mapping: Annotated[Path | None, Option("--mapping", help="The same in a file of TOML.", show_default=False)] = None
    encoding: Annotated[
        str | None, Option("--encoding", help="The encoding, unless it is UTF-8.", show_default=False)
    ] = None
    delimiter: Annotated[
        str | None, Option("--delimiter", help="What separates the cells of a CSV file.", show_default=False)
    ] = None
    separator: Annotated[str, Option("--separator", help="What separates several names or words in one cell.")] = ";"
    date_order: Annotated[
        Order | None,
        Option("--date-order", help="Whether 06/07/1975 begins with the day or the month.", show_default=False),
    ] = None
    excel_dates: Annotated[
        Excel | None,
        Option("--excel-dates", help="Read numbers as days since then, as spreadsheets do.", show_default=False),
    ] = None
    edtf: Annotated[bool, Option("--edtf", help="Dates are EDTF, as narcotl writes them.")] = False
    source: Annotated[
        str | None,
        Option("--source", help="The source in the store to cite for every row.", show_default=False),
    ] = None

    type: Annotated[
        list[str] | None,
        Option("--type", help="What an entry of a bibliography is: misc=webpage,thesis=book.", show_default=False),
    ] = None
    table: Annotated[
        str | None,
        Option("--table", help="Which table of a database, or of a folder of tables.", show_default=False),
    ] = None

    def dates(self) -> DateReader:
        """Give what reads the dates of rows."""
        if self.edtf and (self.excel_dates or self.date_order):
            raise UsageError("EDTF has one order and no numbers of days", "Leave out --edtf, or the other option.")
        return DateReader(excel=self.excel_dates, order=self.date_order, edtf=self.edtf)

    def contents(self, origin: Origin, file: Path) -> tuple[Contents, str]:
        """Read a file, or standard input, and give its name as well."""
        if self.delimiter is not None and (origin is not Origin.CSV or len(self.delimiter) != 1):
            raise UsageError("--delimiter takes one character, for csv")
        if (self.map or self.mapping) and origin not in TABLES:
            raise UsageError(f"{origin.value} needs no mapping", "Leave out --map and --mapping.")
        if self.type and origin not in BIBLIOGRAPHIES:
            raise UsageError(f"{origin.value} holds no bibliography", "Leave out --type.")
        is_folder = origin in FOLDERS and file.is_dir()
        if self.table is not None and origin is not Origin.SQLITE and not is_folder:
            raise UsageError("--table is for sqlite, and for a folder of csv or parquet files", "Leave it out.")
        name = file.resolve().name if is_folder else file.name
        if is_stdin := str(file) == "-":
            name = STDIN
        path = file_in(file, self.table, origin.value) if is_folder else file
        given = Given(
            name=path.name if is_folder else name,
            path=None if is_stdin else path,
            data=standard_input.data() if is_stdin else b"",
            encoding=self.encoding,
            delimiter=self.delimiter,
            table=self.table,
            types=types_named(self.type or ()),
        )
        return contents(origin, given), name
