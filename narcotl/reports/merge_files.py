"""What became of each record that another branch has changed."""

from collections.abc import Sequence

from narcotl.reports.report import Column, Report, Row

COLUMNS = (
    Column(key="outcome", heading="Outcome", cell=lambda row: str(row["outcome"]), least=8),
    Column(key="kind", heading="Kind", cell=lambda row: str(row["kind"])),
    Column(key="id", heading="Id", cell=lambda row: str(row["id"]), least=12),
    Column(key="fields", heading="Fields", cell=lambda row: ", ".join(row["fields"]), least=12),
)
FIELDS = tuple(column.key for column in COLUMNS)


def merge_files(rows: Sequence[Row]) -> Report:
    """List the records, those that clash first."""
    order = ("conflict", "united", "taken", "removed")
    listed = sorted(rows, key=lambda row: (order.index(row["outcome"]), row["id"]))
    return Report(title="Merge", columns=COLUMNS, rows=listed, empty="The other branch changed no record.")
