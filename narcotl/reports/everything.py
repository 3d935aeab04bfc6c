"""Every record of a store, as an export that can be read back."""

from narcotl.reports import cells
from narcotl.reports.records import Records
from narcotl.reports.report import Column, Report

COLUMNS = (
    Column(key="kind", heading="Kind", cell=lambda row: str(row["kind"]), least=10),
    Column(key="id", heading="Id", cell=lambda row: str(row["id"]), least=16),
    Column(key="name", heading="Name", cell=cells.title, least=24),
)


def everything(records: Records) -> Report:
    """List every record in the order of the store."""
    return Report(title="Store", columns=COLUMNS, rows=records.all())
