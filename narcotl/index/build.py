"""Write entries into an index, file by file, and draw the conclusions that need all of them."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from narcotl.errors import Place, Problem
from narcotl.index import derive, full_text, postings, schema
from narcotl.index.additions import Additions, own
from narcotl.index.described import described
from narcotl.index.known import Known
from narcotl.index.rules import UNSURE
from narcotl.index.stamp import IndexedFile, Stamp
from narcotl.index.touched import Touched, TouchedByFiles
from narcotl.model.entry import Entry, Reference, Setting
from narcotl.model.record import Record

if TYPE_CHECKING:
    from narcotl.index.reading import Read
    from narcotl.index.rows import Tables

BATCH: Final = 150
"""How many items are written at a time: enough to be quick, few enough to be still near to the processor."""
TOGETHER: Final = 25
"""How many rows one statement puts into a table."""
SORTING_KIB: Final = 2048
"""In how much memory SQLite sorts rows at a time: what is near to the processor, which takes half the time of more."""
INDEX: Final = "CREATE INDEX"
LAST: Final = "SELECT COALESCE(MAX(number), 0) FROM records"
HEIRS: Final = "number <= {last} AND kind IN ('claim', 'correction') AND id IN (SELECT id FROM temp.touched)"
"""The records of unchanged files that may have inherited something else now."""
OF_A_FILE: Final = ("files", "settings", "problems", "unkept", "unkept_mentions")
RENEWED: Final = "SELECT id, kind, path, line, col, json FROM records WHERE id IN (SELECT value FROM json_each(?))"
TAKEN: Final = "SELECT id FROM records WHERE id IN (SELECT value FROM json_each(?))"


def statements() -> list[str]:
    """Give the statements that make the tables, one by one."""
    return schema.TABLES.split(";\n")


class Builder:
    """Fills the tables of one index; nothing is kept in memory but a batch of records."""

    def __init__(self, connection: sqlite3.Connection, additions: Additions) -> None:
        """Start with an empty database or with an index to bring up to date, and with what is added to records."""
        self.connection = connection
        self.additions = additions
        self.root = ""
        """The store of the file that is being read."""
        self.known: Known | None = None
        """What was read before, in a new index."""
        self.touched = Touched()
        """What is to be concluded anew."""
        self.renewed: list[tuple[str, str, str, int, int, str]] = []
        """Records that are to be written down again: id, kind, file, line, column and JSON."""
        self.number = 0
        """The number of the last record."""
        self.last = 0
        """The number of the last record that was there before."""
        self.waiting: Tables = defaultdict(list)
        self.records: list[tuple[str, Record, Sequence[Reference], str]] = []
        """Records that wait, with their files, what they name, and their JSON if it is known."""

    def create(self) -> None:
        """Make the tables of a new index; what finds rows in them is made once they are full."""
        self.known = Known()
        self.connection.execute(UNSURE)
        for statement in statements():
            if INDEX not in statement:
                self.connection.execute(statement)
        self.waiting["meta"].append(("version", schema.VERSION))

    def resume(self, gone: Sequence[str], anew: Iterable[str]) -> None:
        """Take up an index that has records already; take out everything that some files said.

        Records of other files to which something else is added now are taken out as well, and kept for `renew`.
        """
        self.touched = TouchedByFiles(self.connection)
        for path in gone:
            self.touched.file(path)
        for path in gone:
            self.forget("path", path)
        self.renewed = list(self.connection.execute(RENEWED, (json.dumps(list(anew)),)))
        for name, *_ in self.renewed:
            self.forget("id", name)
        self.number = self.last = self.connection.execute(LAST).fetchone()[0]

    def forget(self, column: str, value: str) -> None:
        """Take out everything that a file said (its `path`), or one record (its `id`), but for what this names."""
        execute = self.connection.execute
        full_text.forget(self.connection, column, value)
        postings.take_out(self.connection, f"{column} = ?", value)
        is_file = column == "path"
        for table in schema.OF_A_RECORD:
            if is_file or table != "mentions":
                execute(f"DELETE FROM {table} WHERE record IN (SELECT id FROM records WHERE {column} = ?)", (value,))
        for table in ("records", *(OF_A_FILE if is_file else ())):
            execute(f"DELETE FROM {table} WHERE {column} = ?", (value,))

    def renew(self, read: "Read", roots: Mapping[str, str]) -> None:
        """Write records down again with what is added to them now; given the store of each file."""
        for _, kind, path, line, column, text in self.renewed:
            self.root = roots[path]
            record = read.again(kind, Place(file=path, line=line, column=column), own(text))
            self.records.append((path, record, (), ""))
            self.write()

    def add(self, file: IndexedFile, stamp: Stamp, found: Iterable[Entry | Setting | Problem]) -> None:
        """Write down everything that a file says."""
        path, self.root = str(file.path), file.root
        self.waiting["files"].append((path, file.kind, stamp.status, stamp.digest, file.position))
        for count, item in enumerate(found, 1):
            if isinstance(item, Entry):
                for problem in item.problems:
                    self.add_problem(path, problem, item.id)
                if item.record is not None:
                    self.records.append((path, item.record, item.references, item.json))
                else:
                    self.waiting["unkept"].append((path, item.id))
                    self.add_unkept(path, item.id, item.references)
            elif isinstance(item, Problem):
                self.add_problem(path, item)
            else:
                for problem in item.problems:
                    self.add_problem(path, problem)
                self.waiting["settings"].append((path, item.key, json.dumps(item.value, ensure_ascii=False)))
            if count % BATCH == 0:
                self.write()
        self.write()
        self.touched.file(path)

    def order(self, files: Iterable[IndexedFile]) -> None:
        """Note the order of the files anew."""
        rows = [(file.position, str(file.path)) for file in files]
        self.connection.executemany("UPDATE files SET position = ? WHERE path = ?", rows)

    def finish(self) -> None:
        """Draw the conclusions that need all records: reach, what is inherited, words and problems between records."""
        execute, connection, touched = self.connection.execute, self.connection, self.touched
        if touched.is_all:
            execute(f"PRAGMA cache_size = -{SORTING_KIB}")
            make_indexes(connection)
        touched.spread()
        heirs = () if touched.is_all else (HEIRS.format(last=self.last),)
        for condition in heirs:
            postings.take_out(connection, condition)
        derive.reach(connection, touched)
        derive.inherit(connection, touched)
        full_text.complete(connection, None if touched.is_all else self.last)
        postings.complete(connection, f"number > {self.last}", *heirs, is_new=touched.is_all)
        for statement in schema.PLANNING if touched.is_all else ():
            execute(statement)
        derive.judge(connection, touched)
        connection.commit()

    def add_problem(self, path: str, problem: Problem, record: str = "") -> None:
        """Write down a problem."""
        place = problem.place
        where = path, place.line, place.column, problem.length
        said = problem.level.value, str(problem.rule), problem.message, problem.hint
        self.waiting["problems"].append((*where, *said, 0, record, ""))

    def add_unkept(self, path: str, record: str, references: Sequence[Reference]) -> None:
        """Write down what a record names that is not kept itself."""
        self.waiting["unkept_mentions"] += [
            (path, record, target, kinds, loose, line, column)
            for _, target, _, kinds, loose, line, column in references
        ]

    def add_records(self) -> None:
        """Write down the records that wait; of one whose id is taken, only that it clashes."""
        ids = json.dumps([record.id for _, record, *_ in self.records])
        taken = {row[0] for row in self.connection.execute(TAKEN, (ids,))}
        for path, record, references, text in self.records:
            if record.id in taken:
                place = record.place
                clash = record.id, record.KIND.value, path, place.line, place.column
                self.waiting["clashes"].append(clash)
                self.add_unkept(path, record.id, references)
            else:
                taken.add(record.id)
                self.add_record(path, record, references, text)
        self.records.clear()

    def add_record(self, path: str, record: Record, references: Sequence[Reference], text: str) -> None:
        """Write down a record whose id is free."""
        place = record.place
        waiting = self.waiting
        self.number += 1
        is_added_to = record.id in self.additions.found
        if is_added_to or self.additions.layers:
            record = self.additions.applied(record)
            text = ""
        text = text or self.additions.text(record, self.root)
        rows = described(record, waiting)
        if is_added_to:
            rows.label("tag", self.additions.tags(record))
            rows.body += self.additions.notes(record)
        name, shown = rows.id, record.shown
        head = self.number, name, rows.kind, shown, rows.type, rows.status, rows.sort
        waiting["records"].append((*head, *rows.finish(), path, place.line, place.column, text))
        waiting["mentions"] += references
        linked = None
        if self.known is not None:
            self.known.learn(rows)
            linked = self.known.linked(rows)
            if not self.known.are_sure(references):
                waiting["temp.unsure"].append((name,))
        body = "\n".join([part for part in rows.body if part])
        waiting["texts"].append((self.number, shown, body, linked or "", int(linked is None)))

    def write(self) -> None:
        """Write what waits, table by table, which is much quicker than record by record."""
        self.add_records()
        for table, rows in self.waiting.items():
            if rows:
                insert(self.connection, table, rows)
                rows.clear()


def make_indexes(connection: sqlite3.Connection) -> None:
    """Make what finds rows in full tables."""
    for statement in statements():
        if INDEX in statement:
            connection.execute(statement)


def insert(connection: sqlite3.Connection, table: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Put rows into a table, many at a time, which costs SQLite half as much as one by one; the rest so."""
    columns = len(rows[0])
    row = f"({', '.join('?' * columns)})"
    rest = len(rows) // TOGETHER * TOGETHER
    values = chain.from_iterable(rows[:rest])
    many = zip(*[values] * (columns * TOGETHER), strict=True)
    connection.executemany(f"INSERT INTO {table} VALUES {', '.join([row] * TOGETHER)}", many)
    connection.executemany(f"INSERT INTO {table} VALUES {row}", rows[rest:])
