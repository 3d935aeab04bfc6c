"""The selection: what the shared options ask for, as one value with one meaning everywhere."""

from enum import StrEnum

from narcotl.frozen import Frozen
from narcotl.select.where import EVERYTHING, Where


class Sort(StrEnum):
    """By what a list is ordered."""

    DATE = "date"
    NAME = "name"
    ID = "id"
    STATUS = "status"
    TYPE = "type"
    SCORE = "score"
    """The rank of a search; without one, the date."""


class Selection(Frozen):
    """Which records, in which order, how many."""

    where: Where = EVERYTHING
    certain: bool = False
    """Only records that certainly meet every condition."""
    limit: int | None = None
    """The most records to give; None: all."""
    sort: Sort = Sort.DATE
    reverse: bool = False


ALL = Selection()
