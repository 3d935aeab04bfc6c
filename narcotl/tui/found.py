"""Records that were found, of which only those are read that somebody looks at."""

from collections import OrderedDict
from collections.abc import Sequence
from typing import Final, overload

from narcotl.index.query import Index
from narcotl.reports.report import Row
from narcotl.select.selection import Selection

BATCH: Final = 100
"""So many records are read at a time."""
KEPT: Final = 20
"""So many batches stay in memory."""


class Found(Sequence[Row]):
    """The records of a kind that a selection asks for: all their numbers, and the texts of those that were read."""

    def __init__(self, index: Index, kind: str, selection: Selection) -> None:
        """Find the numbers."""
        self.asked = index
        self.selection = selection
        self.numbers = list(index.numbers(kind, selection))
        self.batches: OrderedDict[int, list[Row]] = OrderedDict()

    def __len__(self) -> int:
        """Count the records."""
        return len(self.numbers)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> list[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | list[Row]:
        """Give a record, read together with those around it."""
        if isinstance(place, slice):
            return [self[number] for number in range(*place.indices(len(self)))]
        number = range(len(self))[place]
        return self.batch(number // BATCH)[number % BATCH]

    def batch(self, number: int) -> list[Row]:
        """Read a batch, or take it from those that were read last."""
        if number not in self.batches:
            numbers = self.numbers[number * BATCH : (number + 1) * BATCH]
            self.batches[number] = list(self.asked.numbered(numbers, self.selection))
            if len(self.batches) > KEPT:
                self.batches.popitem(last=False)
        self.batches.move_to_end(number)
        return self.batches[number]
