"""What became of each record of a store that is taken into another."""

from collections.abc import Sequence

from narcotl.reports.edits import shortened
from narcotl.reports.report import Column, Report, Row, Width

COLUMNS = (
    Column(key="outcome", heading="Outcome", cell=lambda row: str(row["outcome"]), least=8),
    Column(key="kind", heading="Kind", cell=lambda row: str(row["kind"])),
    Column(key="id", heading="Id", cell=lambda row: str(row["id"]), least=12),
    Column(key="fields", heading="Differs in", cell=lambda row: ", ".join(row["fields"]), least=12),
    Column(key="place", heading="Place", cell=lambda row: shortened(row["place"]), width=Width.WIDE, least=12),
    Column(key="other", heading="Other", cell=lambda row: shortened(row["other"] or ""), width=Width.WIDE, least=12),
    Column(key="reason", heading="Why", cell=lambda row: str(row["reason"] or ""), least=12),
)
FIELDS = tuple(column.key for column in COLUMNS)


def merge(rows: Sequence[Row]) -> Report:
    """List records and settings with what becomes of them; those that clash first."""
    order = ("clash", "refused", "differs", "added", "present")
    listed = sorted(rows, key=lambda row: order.index(row["outcome"]))
    return Report(title="Merge", columns=COLUMNS, rows=listed, empty="The store holds no records.")
