"""What reading a store gives, item by item: records with their references, and settings."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from narcotl.errors import Problem
from narcotl.model.fields import Ref
from narcotl.model.record import Record


class Reference(NamedTuple):
    """A place where one record names another; a tuple, since there are several for each record."""

    target: str
    to: Ref
    field: str
    line: int
    """In the file that holds the record; from 1, as the column."""
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A record as it was read, with its references and its problems; None if it is too broken to keep."""

    record: Record | None
    id: str = ""
    """The id that a record has which is too broken to keep; empty if that is not known either."""
    references: tuple[Reference, ...] = ()
    json: str = ""
    """The record as JSON, if that was written on the way."""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One thing that the file `store.yaml` says about the store as a whole."""

    key: str
    value: Any
    problems: tuple[Problem, ...] = ()
