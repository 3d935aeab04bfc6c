"""The problems of a store as a list for programs."""

from collections.abc import Iterable

from narcotl.errors import Problem
from narcotl.reports.report import Column, Report, Row

COLUMNS = (
    Column(key="file", heading="File", cell=lambda row: str(row["file"]), least=16),
    Column(key="line", heading="Line", cell=lambda row: str(row["line"])),
    Column(key="column", heading="Column", cell=lambda row: str(row["column"])),
    Column(key="level", heading="Level", cell=lambda row: str(row["level"])),
    Column(key="rule", heading="Rule", cell=lambda row: str(row["rule"])),
    Column(key="message", heading="Message", cell=lambda row: str(row["message"]), least=24),
    Column(key="hint", heading="Hint", cell=lambda row: str(row["hint"]), least=24),
)
FIELDS = (*(column.key for column in COLUMNS), "record", "silenced")
"""The fields of a problem."""


def check(problems: Iterable[Problem]) -> Report:
    """List problems."""
    return Report(title="Problems", columns=COLUMNS, rows=map(row, problems), empty="No problems.")


def row(problem: Problem) -> Row:
    """Give a problem as JSON has it."""
    return {
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "level": problem.level.value,
        "rule": str(problem.rule),
        "message": problem.message,
        "hint": problem.hint,
        "record": problem.record or None,
        "silenced": problem.silenced or None,
    }
