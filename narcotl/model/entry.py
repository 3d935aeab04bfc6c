"""What reading a store gives, item by item: records with their references, and settings."""

from dataclasses import dataclass
from typing import Any

from narcotl.errors import Place, Problem
from narcotl.model.fields import Ref
from narcotl.model.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A place where one record names another."""

    target: str
    to: Ref
    place: Place
    field: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A record as it was read, with its references and its problems; None if it is too broken to keep."""

    record: Record | None
    id: str = ""
    """The id that a record has which is too broken to keep; empty if that is not known either."""
    references: tuple[Reference, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One thing that the file `store.yaml` says about the store as a whole."""

    key: str
    value: Any
    problems: tuple[Problem, ...] = ()
