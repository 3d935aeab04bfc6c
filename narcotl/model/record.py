"""What all records have in common: an id, a kind, a name to show, and the place that they came from."""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from narcotl.errors import Place
from narcotl.model.declared import Declared, field
from narcotl.model.vocab.base import RecordKind

NOWHERE = Place(file="")
"""The place of a record that was made by a program."""
HIDDEN = frozenset({"place", "printed"})
"""The fields that neither a store nor JSON has."""


class Value(Declared):
    """A part of a record that has fields of its own and no identity."""

    SHORT: ClassVar[str] = ""
    """The field that a bare scalar fills: `peru` for `{id: peru}`; empty if there is no short form."""
    CORE: ClassVar[frozenset[str]] = frozenset()
    """Optional fields that JSON always prints, `null` or empty when there is nothing to say."""
    DERIVED: ClassVar[tuple[str, ...]] = ()
    """Properties that JSON prints after the fields; they are read over on the way in."""


class Record(Declared):
    """A thing that the store keeps; `id` is unique over all kinds."""

    KIND: ClassVar[RecordKind]
    NAME: ClassVar[str] = "name"
    """The field that is shown where another record refers to this one."""
    CORE: ClassVar[frozenset[str]] = frozenset()
    """Optional fields that JSON always prints, `null` or empty when there is nothing to say."""

    id: str
    place: Place = field(default=NOWHERE, hidden=True)
    printed: Mapping[str, Any] | None = field(default=None, hidden=True)
    """The JSON object that is printed of the record, if it was asked of a store: with the names of others filled in."""

    @property
    def shown(self) -> str:
        """The name, title or proposition of the record."""
        return str(getattr(self, self.NAME))

    def to_dict(self) -> dict[str, Any]:
        """Give the record as the JSON object that narcotl prints.

        A record that was not asked of a store cannot name the records that it refers to: it has their ids alone.
        """
        from copy import deepcopy

        from narcotl.model.encode import to_json

        return to_json(self) if self.printed is None else deepcopy(dict(self.printed))

    def flaws(self) -> Iterator[tuple[str, str]]:
        """Give what does not fit together in the record: each a message and a way out."""
        yield from ()
