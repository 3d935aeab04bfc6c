"""The versions of a record, as a report."""

from collections.abc import Iterable

from narcotl.history.diff import changed, what
from narcotl.history.past import Version
from narcotl.reports.report import Column, Report, Row, Tone, Width

FIELDS = (
    *("commit", "date", "author", "subject", "change", "id", "was", "changes"),
    *(f"changes.{key}" for key in ("part", "field", "before", "after")),
)
"""The fields of a row."""
SHORT = 10
"""How much of a commit's name people read."""


def log(versions: Iterable[Version], title: str, limit: int | None = None) -> Report:
    """List the versions of a record, the newest first."""
    found = list(versions)
    return Report(
        title=title,
        columns=COLUMNS,
        rows=[row_of(version) for version in found[:limit]],
        empty="No commit touches it.",
        total=lambda: len(found),
    )


def row_of(version: Version) -> Row:
    """Write a version as a row."""
    commit = version.commit
    return {
        "commit": commit.id if commit else None,
        "date": commit.date if commit else None,
        "author": commit.author if commit else None,
        "subject": commit.subject if commit else None,
        "change": str(version.change),
        "id": version.id,
        "was": version.was,
        "changes": changed(version.changes),
    }


def made(row: Row) -> str:
    """Write what became of the record."""
    told = what(row)
    return f"{row['change']}\n{told}" if told else str(row["change"])


COLUMNS = (
    Column(key="date", heading="Date", cell=lambda row: str(row["date"] or "")[:10], tone=Tone.DATE, least=10),
    Column(key="author", heading="Who", cell=lambda row: str(row["author"] or ""), least=8),
    Column(key="changes", heading="What became of it", cell=made, least=26),
    Column(key="subject", heading="In", cell=lambda row: str(row["subject"] or "not committed yet"), least=18),
    Column(
        key="commit",
        heading="Commit",
        cell=lambda row: str(row["commit"] or "")[:SHORT],
        width=Width.WIDE,
        tone=Tone.ASIDE,
    ),
)
