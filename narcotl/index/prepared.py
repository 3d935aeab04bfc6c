"""The rows of records, until they are written."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from narcotl.index.described import described
from narcotl.index.headings import LABELLED
from narcotl.model.entry import Reference
from narcotl.model.record import Record

if TYPE_CHECKING:
    from narcotl.index.additions import Additions
    from narcotl.index.headings import Headings
    from narcotl.index.known import Known
    from narcotl.index.rows import Tables


class Prepared:
    """Rows that wait to be written, by table."""

    def __init__(self, additions: "Additions", headings: "Headings") -> None:
        """Begin without any, with what is added to records, and the numbers of what they bear."""
        self.additions = additions
        self.headings = headings
        self.known: Known | None = None
        """What was read before, in a new index."""
        self.tables: Tables = defaultdict(list)
        self.path = self.root = ""
        """The file that is being read, and the store that it is from."""

    def begin(self, path: str, root: str) -> None:
        """Begin a file of a store."""
        self.path, self.root = path, root

    def add(self, number: int, record: Record, references: Sequence[Reference], text: str) -> None:
        """Add the rows of a record whose id is free, with its number, what it names, and its JSON if it is known."""
        place, tables = record.place, self.tables
        is_added_to = record.id in self.additions.found
        if is_added_to or self.additions.layers:
            record = self.additions.applied(record)
            text = ""
        text = text or self.additions.text(record, self.root)
        rows = described(record, tables)
        if is_added_to:
            rows.label("tag", self.additions.tags(record))
            rows.body += self.additions.notes(record)
        name, shown = rows.id, record.shown
        head = number, name, rows.kind, shown, rows.type, rows.status, rows.sort
        tables["records"].append((*head, *rows.finish(number), self.path, place.line, place.column, text))
        tables["mentions"] += references
        linked = None
        if self.known is not None:
            self.known.learn(rows)
            linked = self.known.linked(rows)
            tables["temp.unsure"] += self.known.unsure(references)
        body = "\n".join([part for part in rows.body if part])
        tables["texts"].append((number, shown, body, linked or "", int(linked is None)))

    def add_unkept(self, name: str, references: Sequence[Reference]) -> None:
        """Add what a record names that is not kept itself."""
        self.tables["unkept_mentions"] += [
            (self.path, name, target, kinds, loose, line, column)
            for _, target, _, kinds, loose, line, column in references
        ]

    def taken_out(self) -> Iterator[tuple[str, Sequence[tuple[Any, ...]]]]:
        """Take out the rows of each table that wait, labels by number."""
        for table, rows in self.tables.items():
            if rows:
                yield table, self.headings.numbered(rows) if table == LABELLED else rows
                rows.clear()
