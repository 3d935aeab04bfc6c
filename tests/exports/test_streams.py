"""Large outputs stream: the first pieces come before the last records are read."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import cast

import pytest

from narcotl.exports.material import Notes
from narcotl.exports.registry import Target, TextExport, loaded
from narcotl.model.vocab.base import RecordKind
from narcotl.reports.report import Row
from narcotl.select.batches import BATCH
from tests.exports.conftest import Record

MANY = 5 * BATCH
STREAMING = (
    (Target.JSONL, RecordKind.EVENT),
    (Target.TIMELINEJS, RecordKind.EVENT),
    (Target.MARKWHEN, RecordKind.EVENT),
    (Target.ICS, RecordKind.EVENT),
    (Target.GEOJSON, RecordKind.EVENT),
    (Target.MARKDOWN, RecordKind.EVENT),
    (Target.FTM, RecordKind.EVENT),
    (Target.BIBTEX, RecordKind.SOURCE),
    (Target.CSL_JSON, RecordKind.SOURCE),
)


class Endless:
    """A store with many copies of one record of a kind, which counts how many of them were taken."""

    stamp = (2018, 11, 9)
    is_whole = True

    def __init__(self, kind: RecordKind, record: Record) -> None:
        self.kind = kind
        self.record = record
        self.taken: Counter[RecordKind] = Counter()

    def all(self) -> Iterator[Row]:
        return self.rows(self.kind)

    def rows(self, kind: RecordKind) -> Iterator[Row]:
        for number in range(MANY if kind is self.kind else 0):
            self.taken[kind] += 1
            yield {**self.record, "id": f"{self.record['id']}-{number}"}

    def count(self, kind: RecordKind) -> int:
        return MANY if kind is self.kind else 0

    def get(self, ids: Iterable[str]) -> Sequence[Row]:
        del ids
        return ()

    def has(self, name: str) -> bool:
        return bool(name)


@pytest.mark.parametrize(("target", "kind"), STREAMING)
def test_pieces_come_as_records_are_read(target: Target, kind: RecordKind, records: dict[str, list[Record]]) -> None:
    material = Endless(kind, records[kind.value][0])
    pieces = cast("TextExport", loaded(target)).text(material, Notes())
    first = list(islice(pieces, 20))
    assert len(first) == 20
    assert 0 < material.taken[kind] <= BATCH + 20
    assert sum(1 for _ in pieces) > 0
    assert material.taken[kind] == MANY
