"""Answers in Python: lazy sequences of records or of rows, and one record in full."""

from abc import abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import deepcopy
from importlib import import_module
from typing import Any, Generic, TypeVar, cast, overload

from narcotl.errors import NarcotlError
from narcotl.index.query import Index
from narcotl.library.decoded import decoded
from narcotl.model.record import Record
from narcotl.reports.report import Card, Report, Row

ItemT_co = TypeVar("ItemT_co", covariant=True)
RecordT_co = TypeVar("RecordT_co", bound=Record, covariant=True)


class Answer(Sequence[ItemT_co]):
    """A list of what was found. Nothing is looked up before it is used; what was counted or indexed is kept.

    Going through it with `for` before that keeps nothing, so that no answer is too long.
    """

    def __init__(self, make: Callable[[], Report]) -> None:
        """Take what makes the report, from the beginning each time."""
        self._make = make
        self._rows: list[Row] | None = None
        self._items: list[ItemT_co] | None = None

    @property
    def title(self) -> str:
        """What was asked."""
        return self._make().title

    @property
    def rows(self) -> list[Row]:
        """The JSON objects, as `--json` prints them."""
        if self._rows is None:
            self._rows = list(self._make().rows)
        return self._rows

    @abstractmethod
    def _from(self, rows: Iterable[Row]) -> Iterator[ItemT_co]:
        """Make the items of rows."""

    def __iter__(self) -> Iterator[ItemT_co]:
        """Give the items one by one."""
        return iter(self._items) if self._items is not None else self._from(self._rows or self._make().rows)

    def __len__(self) -> int:
        """Count the items."""
        return len(self.rows)

    @overload
    def __getitem__(self, index: int) -> ItemT_co: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[ItemT_co]: ...
    def __getitem__(self, index: int | slice) -> ItemT_co | Sequence[ItemT_co]:
        """Give one item or several."""
        if self._items is None:
            self._items = list(self._from(self.rows))
        return self._items[index]

    def __repr__(self) -> str:
        """Say what it is, without looking anything up."""
        return f"<{type(self).__name__}{'' if self._rows is None else f' of {len(self._rows)}'}>"

    def to_pandas(self) -> Any:
        """Give the rows as a DataFrame of pandas; what is nested in them by path, such as `date.earliest`."""
        return _installed("pandas").json_normalize(self.rows)

    def to_polars(self) -> Any:
        """Give the rows as a DataFrame of polars; what is nested in them by path, such as `date.earliest`."""
        return _installed("polars").json_normalize(self.rows, infer_schema_length=None)

    def _repr_html_(self) -> str:
        """Show the list in a notebook."""
        from narcotl.library.notebook import report_html

        return report_html(self._make(), self.rows)


class Found(Answer[RecordT_co]):
    """Records, as dataclasses of the model; each has `to_dict()`."""

    def __init__(self, make: Callable[[], Report], index: Callable[[], Index]) -> None:
        """Take what makes the report, and gives the index that has the records."""
        super().__init__(make)
        self._index = index

    def _from(self, rows: Iterable[Row]) -> Iterator[RecordT_co]:
        return cast("Iterator[RecordT_co]", decoded(self._index(), rows))


class Rows(Answer[Row]):
    """Rows that are no records: counts, pairs, gaps, answers."""

    def _from(self, rows: Iterable[Row]) -> Iterator[Row]:
        return iter(rows)


class Full(Generic[RecordT_co]):
    """One record in full, with what hangs together with it."""

    def __init__(self, record: RecordT_co, card: Card) -> None:
        """Take the record, and the card that is printed of it."""
        self.record = record
        self._card = card

    @property
    def title(self) -> str:
        """What the record is called."""
        return self._card.title

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object that the command of the same name prints."""
        return deepcopy(dict(self._card.record))

    def __repr__(self) -> str:
        """Show the record."""
        return f"<{self.record.KIND} {self.record.id}: {self.title}>"

    def _repr_html_(self) -> str:
        """Show the record in a notebook."""
        from narcotl.library.notebook import card_html

        return card_html(self._card)


def _installed(package: str) -> Any:
    """Import a package that narcotl does not bring along; fails clearly if it is not there."""
    try:
        return import_module(package)
    except ImportError as error:
        raise NarcotlError(f"{package} cannot be imported: {error}", f"Install it: pip install {package}.") from error
