"""Show an answer, and say on standard error what is not in it: rows beyond the limit, and why there are none."""

from collections.abc import Iterable, Iterator

from narcotl import render
from narcotl.cli.complain import complain
from narcotl.render import Shown
from narcotl.reports.report import Card, Cards, Report, Row


class Counted:
    """Rows that are counted while they are shown."""

    def __init__(self, rows: Iterable[Row]) -> None:
        """Wrap rows."""
        self.rows = rows
        self.number = 0

    def __iter__(self) -> Iterator[Row]:
        """Give the rows one by one."""
        for row in self.rows:
            self.number += 1
            yield row


def show(report: Report | Card | Cards, shown: Shown) -> None:
    """Write a report or cards; a list that is cut or empty is explained on standard error."""
    if isinstance(report, Card):
        render.show(report, shown)
        for text in report.cut:
            complain(text)
        return
    if isinstance(report, Cards):
        render.show(report, shown)
        return
    rows = Counted(report.rows)
    render.show(report.but(rows=rows), shown)
    total = report.total() if report.total is not None else rows.number
    if total > rows.number:
        complain(f"{rows.number} of {total} shown; --limit cut the rest")
    elif not rows.number and (why := report.why()):
        complain(why)
