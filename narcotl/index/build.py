"""Write entries into an index, file by file, and draw the conclusions that need all of them."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from narcotl.dates.yearly import yearly_days
from narcotl.errors import Problem
from narcotl.index import derive, full_text, schema
from narcotl.index.rows import Rows, bounds, rows_of
from narcotl.index.stamp import IndexedFile, Stamp
from narcotl.model.claim import Position
from narcotl.model.encode import to_json
from narcotl.model.entry import Entry, Reference, Setting
from narcotl.model.record import Record
from narcotl.select.fold import fold


class Builder:
    """Fills the tables of one index; nothing is kept in memory but the record at hand."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Start with an empty database or with an index to bring up to date."""
        self.connection = connection

    def create(self) -> None:
        """Make the tables."""
        self.connection.executescript(schema.TABLES)
        self.insert("meta", ("version", schema.VERSION))

    def forget(self, path: str) -> None:
        """Take out everything that a file said."""
        execute = self.connection.execute
        full_text.forget(self.connection, path)
        for table in schema.OF_A_RECORD:
            execute(f"DELETE FROM {table} WHERE record IN (SELECT id FROM records WHERE path = ?)", (path,))
        for table in ("records", "files", "settings", "problems"):
            execute(f"DELETE FROM {table} WHERE path = ?", (path,))

    def add(self, file: IndexedFile, stamp: Stamp, found: Iterable[Entry | Setting | Problem]) -> None:
        """Write down everything that a file says."""
        path = str(file.path)
        self.insert("files", (path, file.kind, stamp.status, stamp.digest, file.position))
        for item in found:
            if isinstance(item, Problem):
                self.add_problem(path, item)
            elif isinstance(item, Setting):
                self.insert("settings", (path, item.key, json.dumps(item.value, ensure_ascii=False)))
            else:
                for problem in item.problems:
                    self.add_problem(path, problem)
                if item.record is not None:
                    self.add_record(path, item.record, item.references)

    def order(self, files: Iterable[IndexedFile]) -> None:
        """Note the order of the files anew."""
        rows = [(file.position, str(file.path)) for file in files]
        self.connection.executemany("UPDATE files SET position = ? WHERE path = ?", rows)

    def finish(self) -> None:
        """Draw the conclusions that need all records: reach, inherited places and problems between records."""
        derive.derive(self.connection)
        full_text.complete(self.connection)
        self.connection.commit()

    def add_problem(self, path: str, problem: Problem) -> None:
        """Write down a problem."""
        place = problem.place
        where = path, place.line, place.column, problem.length
        self.insert("problems", (*where, problem.level.value, problem.rule, problem.message, problem.hint, 0))

    def add_record(self, path: str, record: Record, references: Sequence[Reference]) -> None:
        """Write down a record; if its id is taken, only that it clashes."""
        rows = rows_of(record)
        spans = rows.spans()
        hull = min((first for first, _ in spans), default=None), max((last for _, last in spans), default=None)
        where = path, record.place.line, record.place.column
        text = json.dumps(to_json(record), ensure_ascii=False, separators=(",", ":"))
        head = None, record.id, record.KIND.value, record.shown, rows.type, rows.status, rows.sort
        try:
            number = self.insert("records", (*head, *hull, len(spans), *where, text))
        except sqlite3.IntegrityError:
            self.insert("clashes", (record.id, record.KIND.value, *where))
            return
        full_text.add(self.connection, number, record.shown, "\n".join(part for part in rows.body if part))
        self.add_rows(record.id, record.KIND.value, rows)
        self.insert_all("spans", [(record.id, *span) for span in spans] if len(spans) > 1 else [])
        self.insert_all("yearly", [(record.id, *days) for days in sorted(yearly_days(rows.dates))])
        self.insert_all("mentions", [mention(record.id, reference) for reference in references])

    def add_rows(self, owner: str, kind: str, rows: Rows) -> None:
        """Write down the rows that belong to a record."""
        self.insert_all("placings", [(owner, region) for region in rows.placings])
        self.insert_all("involvements", [(owner, actor, role) for actor, role in rows.involvements])
        self.insert_all("labels", [(owner, facet, value) for facet, value in sorted(rows.labels)])
        self.insert_all(
            "citations",
            [
                (owner, part, c.chain[0], c.chain[-1], " ".join(c.chain), c.locator, c.confidence)
                for part, c in rows.citations
            ],
        )
        self.insert_all("positions", [position_row(owner, part, *p) for part, p in enumerate(rows.positions, 1)])
        self.insert_all("corrected", [(target, owner) for target in sorted(rows.corrected)])
        self.insert_all("source_parts", [(owner, whole) for whole in rows.source_parts])
        self.insert_all("amounts", [(owner, *amount) for amount in rows.amounts])
        self.insert_all("vintages", [(owner, *span) for date in rows.vintages for span in date.spans()])
        self.insert_all("region_parts", [(owner, parent) for parent in rows.region_parts])
        self.insert_all("region_overlaps", [(owner, other) for other in rows.region_overlaps])
        self.insert_all(
            "actor_parts",
            [
                (owner, parent, title, *bounds(when), int(when is not None), when.text if when else None)
                for parent, title, when in rows.actor_parts
            ],
        )
        self.insert_all("names", [(fold(name), owner, kind, rank, name) for name, rank in rows.names])

    def insert(self, table: str, row: tuple[Any, ...]) -> int:
        """Insert one row, and give its number."""
        marks = ", ".join("?" * len(row))
        return self.connection.execute(f"INSERT INTO {table} VALUES ({marks})", row).lastrowid or 0

    def insert_all(self, table: str, rows: Sequence[tuple[Any, ...]]) -> None:
        """Insert several rows."""
        if rows:
            marks = ", ".join("?" * len(rows[0]))
            self.connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)


def mention(owner: str, reference: Reference) -> tuple[Any, ...]:
    """Make the row of a reference."""
    kinds = " ".join(sorted(kind.value for kind in reference.to.kinds))
    place = reference.place
    return owner, reference.target, reference.field, kinds, int(reference.to.loose), place.line, place.column


def position_row(owner: str, part: int, position: Position, stands: bool) -> tuple[Any, ...]:  # noqa: FBT001 - a row
    """Make the row of a position on a claim."""
    said = position.said
    return (
        *(owner, part, position.actor, position.stance.value, position.stance.polarity.value),
        *(said.edtf if said else None, said.order_text if said else "~", position.gist),
        *(position.reverses, position.citation.chain[0], *bounds(said), int(stands)),
    )
