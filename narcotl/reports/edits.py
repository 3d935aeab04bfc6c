"""What changes in the files of a store, file by file."""

from collections.abc import Iterable
from pathlib import Path

from narcotl.reports.report import Column, Report, Row, Width

COLUMNS = (
    Column(key="file", heading="File", cell=lambda row: shortened(row["file"]), least=16),
    Column(key="outcome", heading="Outcome", cell=lambda row: str(row["outcome"]), least=9),
    Column(key="added", heading="Added", cell=lambda row: str(row["added"])),
    Column(key="removed", heading="Removed", cell=lambda row: str(row["removed"])),
    Column(key="reason", heading="Why", cell=lambda row: str(row["reason"] or ""), width=Width.WIDE, least=16),
)
FIELDS = (*(column.key for column in COLUMNS), "diff")


def edits(title: str, rows: Iterable[Row], empty: str = "No file changes.") -> Report:
    """List files with what becomes of them."""
    return Report(title=title, columns=COLUMNS, rows=rows, empty=empty)


def shortened(file: str) -> str:
    """Write a path relative to the current folder where it lies below it, as `patch` takes it."""
    try:
        return Path(file).relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):
        return file
