"""What an export gets: the records that were chosen, and a place to say what it could not take."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from narcotl.model.vocab.base import RecordKind
from narcotl.plural import counted
from narcotl.reports.report import Row

FACTS = (RecordKind.EVENT, RecordKind.CLAIM, RecordKind.FIGURE)
"""The kinds of record that filters choose among; the others come along because these name them."""


class Material(Protocol):
    """The records to export."""

    @property
    def stamp(self) -> tuple[int, int, int]:
        """The day as of which the material stands: the same for the same store."""

    @property
    def is_whole(self) -> bool:
        """Whether nothing was left out by a filter."""

    def all(self) -> Iterator[Row]:
        """Give every record, each after the other."""

    def rows(self, kind: RecordKind) -> Iterator[Row]:
        """Give the records of a kind: events, claims and figures in order of time, the others by id."""

    def count(self, kind: RecordKind) -> int:
        """Count the events, claims or figures, without reading them."""

    def get(self, ids: Iterable[str]) -> Sequence[Row]:
        """Give records of the store by id, chosen or not."""

    def has(self, name: str) -> bool:
        """Tell whether the record with this id is among those to export."""


@dataclass(slots=True)
class Notes:
    """What an export could not take, counted by what it was and why; nothing is left out silently."""

    counts: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    remarks: dict[str, None] = field(default_factory=dict)

    def left_out(self, noun: str, which: str, why: str, count: int = 1) -> None:
        """Count something that is left out: `event`, `before the year 1`, `iCalendar has no such dates`."""
        self.counts[noun, which, why] += count

    def remark(self, text: str) -> None:
        """Say something else about the export, once."""
        self.remarks[text] = None

    def lines(self) -> Iterator[str]:
        """Write what was left out, a line for each reason, in a fixed order; then the remarks."""
        for (noun, which, why), count in sorted(self.counts.items()):
            what = " ".join(filter(None, (counted(count, noun), which)))
            yield f"{what} left out: {why}"
        yield from self.remarks


def skip_facts(material: Material, notes: Notes, held: Sequence[RecordKind], why: str) -> None:
    """Count the events, claims and figures that a format has no place for at all."""
    for kind in FACTS:
        if kind not in held and (count := material.count(kind)):
            notes.left_out(kind.value, "", why, count)
