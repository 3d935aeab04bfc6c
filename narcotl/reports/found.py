"""The records that a selection asks for, as a list that can say how many it left out, or why it is empty."""

from collections.abc import Callable

from narcotl.reports.records import Records
from narcotl.select.selection import Selection


def whole(records: Records, kind: str, selection: Selection) -> Callable[[], int] | None:
    """Count what a selection asks for without its limit; there is nothing to count if it has none."""
    return None if selection.limit is None else lambda: records.count(kind, selection)


def reason(records: Records, kind: str, selection: Selection) -> Callable[[], str]:
    """Say why a selection finds nothing."""

    def why() -> str:
        from narcotl.reports.nothing import nothing

        return nothing(records, kind, selection)

    return why
