"""What is known of the places, actors, works and measures that were read so far, while a new index is made.

In nearly all stores they stand before what names them. So most records need not be looked at again when all is read:
what they name is there, and what that is called is known.
"""

from collections.abc import Iterable
from itertools import takewhile
from typing import Final

from narcotl.index.rows import Rows
from narcotl.model.entry import Reference
from narcotl.model.vocab.base import RecordKind

MOST: Final = 50_000
"""So many are remembered; what names others is looked at in the end."""
CALLING: Final = frozenset({RecordKind.REGION.value, RecordKind.ACTOR.value, RecordKind.MEASURE.value})
"""Kinds of record whose names are words of what is linked to them."""
REMEMBERED: Final = CALLING | {RecordKind.SOURCE.value}
EVENT: Final = RecordKind.EVENT.value
LATE: Final = frozenset({RecordKind.CLAIM.value, RecordKind.FIGURE.value, RecordKind.CORRECTION.value})
"""Kinds of record that have places or a name from others, which are known in the end."""


class Known:
    """Remembers, by id, of which kind a record is and what it is called."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.kinds: dict[str, str] = {}
        self.called: dict[str, str] = {}

    def learn(self, rows: Rows) -> None:
        """Remember a record, if it is of one of these kinds; its names are the last ones that wait."""
        if rows.kind in REMEMBERED and len(self.kinds) < MOST:
            self.kinds[rows.id] = rows.kind
            if rows.kind in CALLING:
                names = takewhile(lambda row: row[1] == rows.id, reversed(rows.tables["names"]))
                ranked = sorted({(rank, written) for _, _, _, rank, written in names if rank})
                self.called[rows.id] = "\n".join(dict.fromkeys(written for _, written in ranked))

    def unsure(self, references: Iterable[Reference]) -> set[tuple[str, str]]:
        """Give, with the record that names it, what may not be there or not be of the right kind."""
        kind_of = self.kinds.get
        # Nearly all may have one kind only, and have it.
        return {
            (record, target)
            for record, target, _, wanted, loose, _, _ in references
            if (kind := kind_of(target)) != wanted and not loose and kind not in wanted.split()
        }

    def linked(self, rows: Rows) -> str | None:
        """Write the names of what a record is linked to, its topics and its id; None if that is not known yet."""
        if rows.kind in LATE:
            return None
        unique, called = set(rows.links), self.called
        try:
            names = "\n".join([called[one] for one in sorted(unique)])
        except KeyError:
            if not unique <= self.kinds.keys():
                return None
            names = "\n".join([called[one] for one in sorted(unique & called.keys())])
        facets = ("topic", "kind") if rows.kind == EVENT else ("topic",)
        words = sorted([label for label in rows.labels if label[0] in facets])
        return "\n".join([names, *[value for _, _, value in words], rows.id])
