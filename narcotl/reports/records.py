"""What a report may ask of a store."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Protocol

from narcotl.reports.report import Row
from narcotl.select.selection import Selection
from narcotl.select.sql import Expression


class Records(Protocol):
    """A store that can be asked; an index is one."""

    def select(self, kind: str, selection: Selection) -> Iterator[Row]:
        """Give the records of a kind that a selection asks for, in its order, each with its `match`."""

    def count(self, kind: str, selection: Selection) -> int:
        """Count the records of a kind that a selection asks for, whatever its limit."""

    def condition(self, kinds: Sequence[str], selection: Selection) -> Expression:
        """Write the condition of a selection on records `r` of some kinds, which the query has to ask for as well."""

    def get(self, ids: Iterable[str]) -> Sequence[Row]:
        """Give the records with these ids, in this order."""

    def all(self) -> Iterator[Row]:
        """Give every record, in the order of the store."""

    def table(self, sql: str, parameters: Sequence[Any] = ()) -> Iterable[tuple[Any, ...]]:
        """Run a query over the tables of the index."""
