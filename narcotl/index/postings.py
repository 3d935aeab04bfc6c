"""Postings: for every place, actor and word, the records that bear it, with what a question asks of all of them.

They repeat what `placings`, `involvements` and `labels` hold, in one table that is a single index: kind of record,
number, and the hull of its dates by length, so that a filter reads the records of its time only, and nothing else.
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
        id TEXT PRIMARY KEY, kind TEXT, size INTEGER, earliest INTEGER, latest INTEGER, number INTEGER) WITHOUT ROWID
    """,
    "DELETE FROM temp.hulls",
)
_HULLS: Final = f"""
INSERT OR IGNORE INTO temp.hulls SELECT id, kind,
    CASE WHEN earliest IS NULL THEN {UNDATED} WHEN spans > 1 THEN {SEVERAL}
        WHEN earliest = {ENDLESS_PAST} OR latest = {ENDLESS_FUTURE} THEN {_LONGEST} {_SIZES} ELSE {_LONGEST} END,
    COALESCE(earliest, {ENDLESS_PAST}), COALESCE(latest, {ENDLESS_FUTURE}), number
FROM records WHERE {{which}} ORDER BY id
"""
"""What is to be posted of some records; by their ids, by which the tables know them."""
_HULL: Final = "h.size, h.earliest, h.latest, h.number"
_BORNE: Final = {
    "'region'": ("placings", "region", "INDEXED BY placings_by_region"),
    "'actor'": ("involvements", "actor", "INDEXED BY involvements_by_actor"),
    "t.facet": ("labels", "value", ""),
}
"""Under which facet which column of which table is posted, and the index that has it in order, if there is one."""
_ANY: Final = f"SELECT 'any', h.kind, '', {_HULL} FROM temp.hulls h ORDER BY 2, 4, 5, 7"
_TAKE_OUT: Final = (
    "DELETE FROM postings WHERE (facet, kind, value, size, earliest, number) IN "
    "(SELECT {facet}, h.kind, {value}, h.size, h.earliest, h.number FROM {tables})"
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


def posted(*, is_new: bool) -> Iterator[str]:
    """Write the statements that post what was gathered, in the order of the table, which then grows at its end.

    Of everything, it is quickest read in that order; of some records, record by record. Several roles of one actor are
    one posting.
    """
    yield f"INSERT OR IGNORE INTO postings {_ANY}"
    for facet, (table, column, index) in _BORNE.items():
        tables = (
            f"{table} t {index} CROSS JOIN temp.hulls h ON h.id = t.record"
            if is_new
            else f"temp.hulls h CROSS JOIN {table} t ON t.record = h.id"
        )
        order = f"t.{column}, h.kind" if index else f"{facet}, h.kind, t.{column}"
        yield (
            f"INSERT OR IGNORE INTO postings SELECT {facet}, h.kind, t.{column}, {_HULL} FROM {tables} "
            f"ORDER BY {order}, h.size, h.earliest, h.number"
        )


def take_out(connection: sqlite3.Connection, condition: str, *parameters: str) -> None:
    """Take out the postings of some records, while they and what belongs to them are still there."""
    gather(connection, condition, parameters=parameters)
    connection.execute(_TAKE_OUT.format(facet="'any'", value="''", tables="temp.hulls h"))
    for facet, (table, column, _) in _BORNE.items():
        tables = f"temp.hulls h CROSS JOIN {table} t ON t.record = h.id"
        connection.execute(_TAKE_OUT.format(facet=facet, value=f"t.{column}", tables=tables))


def complete(connection: sqlite3.Connection, *which: str, is_new: bool) -> None:
    """Post the records that meet one of these conditions, when what they inherit is derived."""
    gather(connection, *which)
    for statement in (*posted(is_new=is_new), "DELETE FROM temp.hulls", *_NUMBERS):
        connection.execute(statement)
