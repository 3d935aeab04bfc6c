"""The shipped store as the tests of the corpus see it: its records, their citations, the prose in them."""

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from narcotl.errors import Problem
from narcotl.model.citation import Citation
from narcotl.model.entry import Entry, Reference
from narcotl.model.record import Record
from narcotl.store.layout import files
from narcotl.store.reader import read

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

ROOT = Path(__file__).parents[2]

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Shipped:
    """What reading the shipped store gives."""

    records: tuple[Record, ...]
    references: tuple[Reference, ...]
    problems: tuple[Problem, ...]

    @cached_property
    def by_id(self) -> dict[str, Record]:
        """The records by their ids."""
        return {record.id: record for record in self.records}

    def of(self, kind: type[R]) -> list[R]:
        """Give the records of one class."""
        return [record for record in self.records if isinstance(record, kind)]


def read_shipped() -> Shipped:
    """Read every file of the shipped store."""
    records: list[Record] = []
    references: list[Reference] = []
    problems: list[Problem] = []
    for file in files(ROOT / "data"):
        for item in read(file):
            if isinstance(item, Problem):
                problems.append(item)
            elif isinstance(item, Entry):
                problems += item.problems
                references += item.references
                records += [item.record] if item.record else []
    return Shipped(tuple(records), tuple(references), tuple(problems))


def parts(value: "DataclassInstance") -> Iterator[tuple[str, object]]:
    """Walk a record to its last part: each field with its value, those of the parts included."""
    for field in dataclasses.fields(value):
        content = getattr(value, field.name)
        for part in content if isinstance(content, tuple) else (content,):
            yield field.name, part
            if dataclasses.is_dataclass(part) and not isinstance(part, type) and field.name != "place":
                yield from parts(part)


def citations(record: Record) -> list[Citation]:
    """Give every citation of a record, wherever in it it stands."""
    return [part for _, part in parts(record) if isinstance(part, Citation)]
