"""A new record, and where it stands."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from narcotl.errors import Problem
from narcotl.reports.check import row
from narcotl.reports.report import Card

FIELDS = ("record", "file", "line", "written", "problems")
"""The fields of the answer."""


def new(
    record: Mapping[str, Any], standing: tuple[Path, int], problems: Iterable[Problem], *, is_written: bool
) -> Card:
    """Show a record, where it stands or would stand, and what is odd about it."""
    path, line = standing
    answer = {
        "record": record,
        "file": str(path),
        "line": line,
        "written": is_written,
        "problems": [row(problem) for problem in problems],
    }
    return Card(title=str(record.get("id", "")), record=answer, lines=())
