"""The kinds of record, as queries name them."""

from typing import Final

from narcotl.model.vocab.base import RecordKind

ANY_KIND: Final = f"({', '.join(repr(kind.value) for kind in RecordKind)})"
"""All of them, as a list of SQL: with it, the postings of a value are found without going through those of others."""
