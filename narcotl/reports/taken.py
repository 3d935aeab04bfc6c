"""What became of each part of a file that was imported."""

from collections.abc import Sequence

from narcotl.reports.report import Column, Report, Row, Width


def why(row: Row) -> str:
    """Write why a row was not taken, and a way out."""
    return "\n".join(filter(None, (row["reason"], row["hint"])))


COLUMNS = (
    Column(key="row", heading="Row", cell=lambda row: str(row["row"])),
    Column(key="outcome", heading="Outcome", cell=lambda row: str(row["outcome"]), least=8),
    Column(key="kind", heading="Kind", cell=lambda row: str(row["kind"] or ""), least=6),
    Column(key="id", heading="Id", cell=lambda row: str(row["id"] or ""), width=Width.WIDE, least=12),
    Column(key="date", heading="Date", cell=lambda row: str(row["date"] or ""), least=10),
    Column(key="name", heading="Name", cell=lambda row: str(row["name"] or ""), least=14),
    Column(key="reason", heading="Why not", cell=why, least=16),
    Column(key="hint", heading="Way out", cell=lambda row: str(row["hint"] or ""), width=Width.NEVER),
)
FIELDS = tuple(column.key for column in COLUMNS)


def taken(rows: Sequence[Row]) -> Report:
    """List what became of each row; those that were refused say why."""
    return Report(title="Import", columns=COLUMNS, rows=rows, empty="The file holds nothing to import.")
