"""What reading a store gives, item by item: records with their references, and settings."""

from collections.abc import Sequence
from typing import Any, NamedTuple, TypeAlias

from narcotl.errors import Problem
from narcotl.frozen import Frozen
from narcotl.model.record import Record

Reference: TypeAlias = tuple[str, str, str, str, int, int, int]
"""A place where one record names another, as the index has it (`mentions`).

The id of the record, the id that it names, the field, the kinds that this may have (with spaces between them; empty:
any), 1 if a plain name may stand there, and the line and column, from 1. A plain tuple, since there are several for
each record.
"""


class Entry(NamedTuple):
    """A record as it was read, with its references and its problems; None if it is too broken to keep."""

    record: Record | None
    id: str = ""
    """The id that a record has which is too broken to keep; empty if that is not known either."""
    references: Sequence[Reference] = ()
    json: str = ""
    """The record as JSON, if that was written on the way."""
    problems: tuple[Problem, ...] = ()


class Setting(Frozen):
    """One thing that the file `store.yaml` says about the store as a whole."""

    key: str
    value: Any
    problems: tuple[Problem, ...] = ()
