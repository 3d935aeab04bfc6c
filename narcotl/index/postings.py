"""Postings: for every place, actor and word, the records that bear it, with what a question asks of all of them.

They repeat what `placings`, `involvements` and `labels` hold, in one table that is a single index: number, and the hull
of its dates by length, so that a filter reads the records of its time only, and nothing else. All of it are numbers,
which are quick to sort: what is borne, by which kind of record, stands once in `headings`.
"""

import sqlite3
from collections.abc import Iterator
from typing import Final

from narcotl.dates import ENDLESS_FUTURE, ENDLESS_PAST
from narcotl.select.members import LENGTHS, SEVERAL, UNDATED

_LONGEST: Final = max(LENGTHS) + 1
_SIZES: Final = " ".join(f"WHEN latest - earliest <= {most} THEN {size}" for size, most in LENGTHS.items())
_MAKE: Final = (
    """
    CREATE TEMP TABLE IF NOT EXISTS hulls (
        number INTEGER PRIMARY KEY, id TEXT, kind TEXT, size INTEGER, earliest INTEGER, latest INTEGER)
    """,
    "DELETE FROM temp.hulls",
)
_HULLS: Final = f"""
INSERT OR IGNORE INTO temp.hulls SELECT number, id, kind,
    CASE WHEN earliest IS NULL THEN {UNDATED} WHEN spans > 1 THEN {SEVERAL}
        WHEN earliest = {ENDLESS_PAST} OR latest = {ENDLESS_FUTURE} THEN {_LONGEST} {_SIZES} ELSE {_LONGEST} END,
    COALESCE(earliest, {ENDLESS_PAST}), COALESCE(latest, {ENDLESS_FUTURE})
FROM records WHERE {{which}}
"""
"""What is to be posted of some records."""
_KINDS: Final = "(SELECT DISTINCT kind FROM temp.hulls) h"
_COLUMNS: Final = {"region": "placings", "actor": "involvements"}
"""The tables of which a column of ids is posted, under a facet of its name."""
_HEADED: Final = "CROSS JOIN headings w ON w.facet = '{facet}' AND w.kind = h.kind AND w.value = {value}"
_BORNE: Final = (
    "temp.hulls h CROSS JOIN labelled w ON w.number = h.number",
    "temp.hulls h " + _HEADED.format(facet="any", value="''"),
    *(
        f"temp.hulls h CROSS JOIN {table} t ON t.record = h.id {_HEADED.format(facet=column, value=f't.{column}')}"
        for column, table in _COLUMNS.items()
    ),
)
"""From what was gathered to the headings under which it is posted, in their order in a new index."""
_HEADING: Final = "INSERT OR IGNORE INTO headings (facet, kind, value) SELECT"
_POST: Final = (
    "INSERT OR IGNORE INTO posted SELECT w.heading, h.size, h.earliest, h.latest, h.number FROM {borne} "
    "ORDER BY w.heading, h.size, h.earliest"
)
"""Sorted as the table is, which then grows at its end; numbers come in order. Several roles of one actor are one."""
_TAKE_OUT: Final = (
    "DELETE FROM posted WHERE (heading, size, earliest, number) IN "
    "(SELECT w.heading, h.size, h.earliest, h.number FROM {borne})"
)
_NUMBERS: Final = (
    "DELETE FROM meta WHERE key = 'records' OR key LIKE 'records of %'",
    "INSERT INTO meta SELECT 'records', COUNT(*) FROM records",
    "INSERT INTO meta SELECT 'records of ' || kind, COUNT(*) FROM records GROUP BY kind",
)


def gather(connection: sqlite3.Connection, *which: str, parameters: tuple[str, ...] = ()) -> None:
    """Gather the records that meet one of these conditions."""
    for statement in _MAKE:
        connection.execute(statement)
    for condition in which:
        connection.execute(_HULLS.format(which=condition), parameters)


def headings(*, is_new: bool) -> Iterator[str]:
    """Write the statements that make the headings of ids; in a new index, of each id for records of any kind."""
    yield f"{_HEADING} 'any', h.kind, '' FROM {_KINDS}"
    for column, table in _COLUMNS.items():
        borne = (
            f"{_KINDS} CROSS JOIN (SELECT DISTINCT {column} FROM {table}) t"
            if is_new
            else f"temp.hulls h CROSS JOIN {table} t ON t.record = h.id"
        )
        yield f"{_HEADING} '{column}', h.kind, t.{column} FROM {borne}"


def take_out(connection: sqlite3.Connection, condition: str, *parameters: str) -> None:
    """Take out the postings of some records, while they and what belongs to them are still there."""
    gather(connection, condition, parameters=parameters)
    for borne in _BORNE:
        connection.execute(_TAKE_OUT.format(borne=borne))


def complete(connection: sqlite3.Connection, *which: str, is_new: bool) -> None:
    """Post the records that meet one of these conditions, when what they inherit is derived."""
    gather(connection, *which)
    posts = (_POST.format(borne=borne) for borne in _BORNE)
    for statement in (*headings(is_new=is_new), *posts, "DELETE FROM temp.hulls", *_NUMBERS):
        connection.execute(statement)
