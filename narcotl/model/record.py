"""What all records have in common: an id, a kind, a name to show, and the place that they came from."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from narcotl.errors import Place
from narcotl.model.vocab.base import RecordKind

NOWHERE = Place(file="")
"""The place of a record that was made by a program."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A part of a record that has fields of its own and no identity."""

    SHORT: ClassVar[str] = ""
    """The field that a bare scalar fills: `peru` for `{id: peru}`; empty if there is no short form."""
    CORE: ClassVar[frozenset[str]] = frozenset()
    """Optional fields that JSON always prints, `null` or empty when there is nothing to say."""
    DERIVED: ClassVar[tuple[str, ...]] = ()
    """Properties that JSON prints after the fields; they are read over on the way in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A thing that the store keeps; `id` is unique over all kinds."""

    KIND: ClassVar[RecordKind]
    NAME: ClassVar[str] = "name"
    """The field that is shown where another record refers to this one."""
    CORE: ClassVar[frozenset[str]] = frozenset()
    """Optional fields that JSON always prints, `null` or empty when there is nothing to say."""

    id: str
    place: Place = field(default=NOWHERE, compare=False, repr=False)

    @property
    def shown(self) -> str:
        """The name, title or proposition of the record."""
        return str(getattr(self, self.NAME))

    def flaws(self) -> Iterator[tuple[str, str]]:
        """Give what does not fit together in the record: each a message and a way out."""
        yield from ()
