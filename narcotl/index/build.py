"""Write entries into an index, file by file, and draw the conclusions that need all of them."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from narcotl.errors import Place, Problem
from narcotl.index import derive, full_text, postings, schema
from narcotl.index.additions import Additions, own
from narcotl.index.headings import Headings
from narcotl.index.known import Known
from narcotl.index.prepared import Prepared
from narcotl.index.rules import UNSURE
from narcotl.index.stamp import IndexedFile, Stamp
from narcotl.index.touched import Touched, TouchedByFiles
from narcotl.model.entry import Entry, Reference, Setting

if TYPE_CHECKING:
    from narcotl.index.reading import Read
    from narcotl.model.record import Record

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
        self.headings = Headings(connection)
        self.prepared = Prepared(additions, self.headings)
        """The rows that wait to be written."""
        self.touched = Touched()
        """What is to be concluded anew."""
        self.renewed: list[tuple[str, str, str, int, int, str]] = []
        """Records that are to be written down again: id, kind, file, line, column and JSON."""
        self.number = 0
        """The number of the last record."""
        self.last = 0
        """The number of the last record that was there before."""
        self.records: list[tuple[Record, Sequence[Reference], str]] = []
        """Records of the file that is being read that wait, with what they name, and their JSON if it is known."""

    def create(self) -> None:
        """Make the tables of a new index; what finds rows in them is made once they are full."""
        self.prepared.known = Known()
        self.headings.is_new = True
        self.connection.execute(UNSURE)
        self.connection.execute("BEGIN")  # or each statement would write its pages
        for statement in statements():
            if INDEX not in statement:
                self.connection.execute(statement)
        self.prepared.tables["meta"].append(("version", schema.VERSION))

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
        execute(f"DELETE FROM labelled WHERE number IN (SELECT number FROM records WHERE {column} = ?)", (value,))
        for table in ("records", *(OF_A_FILE if is_file else ())):
            execute(f"DELETE FROM {table} WHERE {column} = ?", (value,))

    def renew(self, read: "Read", roots: Mapping[str, str]) -> None:
        """Write records down again with what is added to them now; given the store of each file."""
        for _, kind, path, line, column, text in self.renewed:
            self.prepared.begin(path, roots[path])
            record = read.again(kind, Place(file=path, line=line, column=column), own(text))
            self.records.append((record, (), ""))
            self.write()

    def add(self, file: IndexedFile, stamp: Stamp, found: Iterable[Entry | Setting | Problem]) -> None:
        """Write down everything that a file says."""
        path, tables = str(file.path), self.prepared.tables
        self.prepared.begin(path, file.root)
        tables["files"].append((path, file.kind, stamp.status, stamp.digest, file.position))
        for count, item in enumerate(found, 1):
            if isinstance(item, Entry):
                self.add_entry(item)
            elif isinstance(item, Problem):
                self.add_problem(item)
            else:
                for problem in item.problems:
                    self.add_problem(problem)
                tables["settings"].append((path, item.key, json.dumps(item.value, ensure_ascii=False)))
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

    def add_problem(self, problem: Problem, record: str = "") -> None:
        """Write down a problem."""
        place = problem.place
        where = self.prepared.path, place.line, place.column, problem.length
        said = problem.level.value, str(problem.rule), problem.message, problem.hint
        self.prepared.tables["problems"].append((*where, *said, 0, record, ""))

    def add_entry(self, entry: Entry) -> None:
        """Write down a record as it was read."""
        for problem in entry.problems:
            self.add_problem(problem, entry.id)
        if entry.record is not None:
            self.records.append((entry.record, entry.references, entry.json))
        else:
            self.prepared.tables["unkept"].append((self.prepared.path, entry.id))
            self.prepared.add_unkept(entry.id, entry.references)

    def add_records(self) -> None:
        """Write down the records that wait; of one whose id is taken, only that it clashes."""
        prepared = self.prepared
        taken = self.taken([record.id for record, *_ in self.records])
        for record, references, text in self.records:
            if record.id in taken:
                place = record.place
                clash = record.id, record.KIND.value, prepared.path, place.line, place.column
                prepared.tables["clashes"].append(clash)
                prepared.add_unkept(record.id, references)
            else:
                taken.add(record.id)
                self.number += 1
                prepared.add(self.number, record, references, text)
        self.records.clear()

    def taken(self, ids: Sequence[str]) -> set[str]:
        """Give the ids that records have which were written down."""
        return {row[0] for row in self.connection.execute(TAKEN, (json.dumps(ids),))}

    def write(self) -> None:
        """Write what waits, table by table, which is much quicker than record by record."""
        self.add_records()
        for table, rows in self.prepared.taken_out():
            insert(self.connection, table, rows)


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
