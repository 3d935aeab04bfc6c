"""Turn what an index has of records into the dataclasses of the model, by the decoder of the store itself."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from narcotl.index.query import Index
from narcotl.model.record import Record
from narcotl.model.vocab.base import RecordKind
from narcotl.reports.report import Row
from narcotl.select.batches import batches, marks

if TYPE_CHECKING:
    from narcotl.store.nodes import Fields

STORED = "SELECT id, kind, path, line, col, json FROM records WHERE id IN ({marks})"


def decoded(index: Index, rows: Iterable[Row]) -> Iterator[Record]:
    """Give the record of each row, batch by batch; each keeps its row, which is what is printed of it."""
    for batch in batches(rows):
        ids = list(dict.fromkeys(row["id"] for row in batch))
        found = {name: rest for name, *rest in index.table(STORED.format(marks=marks(ids)), ids)}
        for row in batch:
            yield replace(record(*found[row["id"]]), printed=row)


def record(kind: str, path: str, line: int, column: int, text: str) -> Record:
    """Decode one record."""
    from narcotl.store.decode import entry

    read = entry(RecordKind(kind), fields(text, line, column), path).record
    if read is None:
        raise AssertionError(f"the index holds a record that the store would refuse: {path}:{line}")
    return read


def fields(text: str, line: int, column: int) -> "Fields":
    """Read JSON as the nodes that a file would give: scalars as text, a name where a reference may be one."""
    from narcotl.store.jsonl_file import as_texts
    from narcotl.store.nodes import Fields

    found = Fields(as_texts(json.loads(text, object_hook=named, parse_float=str, parse_int=str)))
    found.line, found.column = line, column
    return found


def named(found: dict[str, Any]) -> dict[str, Any]:
    """Write a reference that may be a plain name as one."""
    return {"name": found["ref"]} if found.keys() == {"ref"} else found
