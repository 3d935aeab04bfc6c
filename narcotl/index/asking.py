"""Answer SQL that somebody else wrote: one SELECT over the views, read only, and not for longer than allowed."""

import re
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, Final, NamedTuple

from narcotl.errors import UsageError
from narcotl.index import views
from narcotl.index.asking_wrong import explained

BATCH: Final = 500
"""How many rows are fetched at a time."""
STEPS: Final = 10_000
"""After how many steps of SQLite's machine the time is looked at; about a millisecond."""
GRACE: Final = 0.5
"""Seconds that SQLite has to notice that the time is over, which it does between two steps of its machine."""
LIMITS: Final = {
    sqlite3.SQLITE_LIMIT_LENGTH: 16 * 1024 * 1024,  # bytes of one value
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 1000,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 200,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 100,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 250_000,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
}
"""How large the parts of a query may be, so that no single one fills the memory or the stack."""

_BEGINNING: Final = re.compile(r"(?:\s|--[^\n]*(?:\n|$)|/\*.*?(?:\*/|$)|\()*(?P<word>\w*)", re.DOTALL)
_STATEMENTS: Final = ("select", "with", "values")

_SCALARS: Final = (
    "abs ceil ceiling char coalesce exp floor format glob hex ifnull iif instr length like ln log log10 log2 lower "
    "ltrim max min mod nullif pi pow power printf quote replace round rtrim sign sqrt substr substring trim trunc "
    "typeof unicode upper match date time datetime julianday strftime unixepoch "
    "json json_array json_array_length json_extract json_object json_quote json_type json_valid -> ->>"
)
_AGGREGATES: Final = (
    "avg count group_concat string_agg sum total json_group_array json_group_object "
    "row_number rank dense_rank percent_rank cume_dist ntile lag lead first_value last_value nth_value"
)
FUNCTIONS: Final = frozenset(f"{_SCALARS} {_AGGREGATES}".split())
"""The functions that may be called: none of them reads or writes anything but its arguments."""
FULL_TEXT: Final = ("words_", "texts")
"""The tables that the full text reads for itself begin so."""
TABLE_FUNCTIONS: Final = ("json_each", "json_tree")


class Rows(NamedTuple):
    """An answer: the names of its columns, and its rows as they come."""

    columns: tuple[str, ...]
    rows: Iterator[tuple[Any, ...]]


class Clock:
    """Counts the time that SQLite works; that nobody reads the rows does not count."""

    def __init__(self, seconds: float, stuck: Callable[[], object] | None) -> None:
        """Allow so many seconds; where a step of SQLite takes longer still, somebody else is told."""
        self.seconds = seconds
        self.left = seconds
        self.end = float("inf")
        self.stuck = stuck
        self.alarm: threading.Timer | None = None

    def __enter__(self) -> None:
        """Let the time run."""
        self.end = time.monotonic() + self.left
        if self.stuck is not None:
            self.alarm = threading.Timer(max(0.0, self.left) + GRACE, self.stuck)
            self.alarm.daemon = True
            self.alarm.start()

    def __exit__(self, *_: object) -> None:
        """Stop it."""
        if self.alarm is not None:
            self.alarm.cancel()
        self.left = self.end - time.monotonic()
        self.end = float("inf")

    def over(self) -> bool:
        """Tell SQLite whether to give up."""
        return time.monotonic() > self.end


def overdue(seconds: float) -> UsageError:
    """Say that the time is over."""
    hint = "Ask for less, or allow more with --timeout SECONDS."
    return UsageError(f"no answer within {seconds:g} seconds", hint)


def ask(
    connection: sqlite3.Connection, sql: str, seconds: float, stuck: Callable[[UsageError], object] | None = None
) -> Rows:
    """Answer one SELECT; fails on anything else, on what is wrong with it, and when the time is over.

    SQLite cannot be stopped within a function, such as the search for a text of megabytes in another one. If it
    works in one when the time is over, `stuck` is called, in a thread of its own, with what there is to say.
    The connection is for nothing else afterwards.
    """
    word = _BEGINNING.match(sql)
    if word is None or word["word"].lower() not in _STATEMENTS:
        raise UsageError("only a single SELECT runs", "Begin with SELECT, WITH or VALUES; nothing can be changed.")
    views.make(connection)
    clock = Clock(seconds, None if stuck is None else partial(stuck, overdue(seconds)))
    for limit, most in LIMITS.items():
        connection.setlimit(limit, most)
    connection.text_factory = lambda value: value.decode("utf-8", "backslashreplace")
    connection.set_progress_handler(clock.over, STEPS)
    connection.set_authorizer(allowed)
    answer = fetched(connection, sql, clock)
    first = next(answer)
    return Rows(tuple(distinct(first)), answer)


def fetched(connection: sqlite3.Connection, sql: str, clock: Clock) -> Iterator[tuple[Any, ...]]:
    """Give the names of the columns and then the rows, batch by batch."""
    try:
        with clock:
            cursor = connection.execute(sql)
        yield tuple(str(column[0]) for column in cursor.description or ())
        while True:
            with clock:
                batch = cursor.fetchmany(BATCH)
            if not batch:
                return
            for row in batch:
                yield tuple(shown(value) for value in row)
    except (sqlite3.Error, sqlite3.Warning) as error:
        if clock.left <= 0:
            raise overdue(clock.seconds) from None
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
            # Whoever waits has pressed Ctrl-C, which SQLite reports as an error of its own.
            raise KeyboardInterrupt from None
        raise explained(error, sql, connection) from None


def allowed(action: int, first: str | None, second: str | None, database: str | None, view: str | None) -> int:
    """Decide, for SQLite, what a statement may do: select, call harmless functions, and read the views."""
    permitted = False
    if action in (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_RECURSIVE):
        permitted = True
    elif action == sqlite3.SQLITE_FUNCTION:
        permitted = second is not None and second.lower() in FUNCTIONS
    elif action == sqlite3.SQLITE_READ:
        # What the views are made of is read by them; a count of rows names no column, the full text no view.
        permitted = (
            (database == "temp" and first in views.VIEWS)
            or (first in views.TABLES and (view in views.VIEWS or str(first).startswith(FULL_TEXT)))
            or first in TABLE_FUNCTIONS
            or not second
        )
    elif action == sqlite3.SQLITE_PRAGMA:
        # So the full text sees whether it is still what it was; nobody else gets as far as a pragma.
        permitted = first == "data_version" and second is None
    return sqlite3.SQLITE_OK if permitted else sqlite3.SQLITE_DENY


def distinct(names: tuple[str, ...]) -> Iterator[str]:
    """Tell columns of one name apart: id, id_2."""
    seen: set[str] = set()
    for name in names:
        unique, number = name or "column", 1
        while unique in seen:
            number += 1
            unique = f"{name or 'column'}_{number}"
        seen.add(unique)
        yield unique


def shown(value: Any) -> Any:
    """Give a value that every format can hold: bytes as SQL writes them."""
    return f"x'{value.hex()}'" if isinstance(value, bytes) else value
