"""The files of a new store."""

from collections.abc import Iterable
from pathlib import Path

from narcotl.reports.report import Column, Report

COLUMNS = (
    Column(key="file", heading="File", cell=lambda row: str(row["file"]), least=16),
    Column(key="about", heading="What is in it", cell=lambda row: str(row["about"]), least=24),
)
FIELDS = ("file", "about")
"""The fields of a file."""
SCHEMA = "what an editor knows of the file of that name"


def init(files: Iterable[tuple[Path, bytes]]) -> Report:
    """List files, each with what its first comment says."""
    return Report(
        title="A new store",
        columns=COLUMNS,
        rows=[{"file": str(path), "about": about(path, content)} for path, content in files],
        kind="file",
    )


def about(path: Path, content: bytes) -> str:
    """Give the first sentence of the comment on top of a file, below the line for editors."""
    if path.suffix != ".yaml":
        return SCHEMA
    comment = content.decode().splitlines()[1].removeprefix("# ")
    return comment.partition(". ")[0].removesuffix(".")
