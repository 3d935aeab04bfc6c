"""What a question costs, counted and not timed: statements, rows and steps of SQLite, and files that are opened."""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest import mock

OF_THE_FULL_TEXT = "'main'."
STEPS = 10
"""So many steps of SQLite's machine are counted at a time."""


@dataclass
class Cost:
    """What is counted."""

    statements: list[str] = field(default_factory=list)
    """The SQL that ran, with its parameters in it."""
    rows: int = 0
    texts: int = 0
    """Rows that hold the whole text of a record."""
    steps: int = 0
    opened: list[str] = field(default_factory=list)
    connections: list[tuple[tuple[Any, ...], dict[str, Any]]] = field(default_factory=list)
    """How each connection was made."""

    def plans(self) -> Iterator[tuple[str, list[str]]]:
        """Ask SQLite how it answers each statement."""
        arguments, options = self.connections[0]
        connection = sqlite3.connect(*arguments, **options)
        for statement in self.statements:
            if statement.lstrip().startswith(("SELECT", "WITH")):
                yield statement, [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}")]
        connection.close()

    def row(self, _: sqlite3.Cursor, row: tuple[Any, ...]) -> tuple[Any, ...]:
        """Count a row that SQLite gives."""
        self.rows += 1
        self.texts += any(isinstance(value, str) and value.startswith('{"') for value in row)
        return row

    def state(self, statement: str) -> None:
        """Note a statement; what the full text asks of its own tables is its own affair."""
        if OF_THE_FULL_TEXT not in statement:
            self.statements.append(statement)

    def step(self) -> int:
        """Count steps of SQLite's machine; zero lets it go on."""
        self.steps += STEPS
        return 0


_counting: list[Cost] = []


def _heard(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open" and _counting and isinstance(arguments[0], str):
        _counting[-1].opened.append(arguments[0])


sys.addaudithook(_heard)


@contextmanager
def counted() -> Iterator[Cost]:
    """Count what happens inside."""
    cost, connect = Cost(), sqlite3.connect

    def connected(*arguments: Any, **options: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*arguments, **options)
        connection.row_factory = cost.row
        connection.set_trace_callback(cost.state)
        connection.set_progress_handler(cost.step, STEPS)
        cost.connections.append((arguments, options))
        return connection

    _counting.append(cost)
    try:
        with mock.patch.object(sqlite3, "connect", connected):
            yield cost
    finally:
        _counting.remove(cost)
