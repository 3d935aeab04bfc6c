"""Postings: for every place, actor and word, the records that bear it, with what a question asks of all of them.

They repeat what `placings`, `involvements` and `labels` hold, in one table that is a single index: kind of record,
number, and the hull of its dates by length, so that a filter reads the records of its time only, and nothing else.
"""

import sqlite3
from typing import Final

from narcotl.dates import ENDLESS_FUTURE, ENDLESS_PAST
from narcotl.select.members import LENGTHS, SEVERAL, UNDATED

_LONGEST: Final = max(LENGTHS) + 1
_SIZES: Final = " ".join(f"WHEN r.latest - r.earliest <= {most} THEN {size}" for size, most in LENGTHS.items())
_OF_RECORD: Final = f"""
CASE WHEN r.earliest IS NULL THEN {UNDATED} WHEN r.spans > 1 THEN {SEVERAL}
    WHEN r.earliest = {ENDLESS_PAST} OR r.latest = {ENDLESS_FUTURE} THEN {_LONGEST} {_SIZES} ELSE {_LONGEST}
END AS size,
COALESCE(r.earliest, {ENDLESS_PAST}) AS earliest, COALESCE(r.latest, {ENDLESS_FUTURE}) AS latest, r.number
"""
_POSTED: Final = f"""
SELECT 'any' AS facet, r.kind, '' AS value, {_OF_RECORD} FROM records r WHERE {{which}}
UNION ALL SELECT 'region', r.kind, p.region, {_OF_RECORD}
FROM records r CROSS JOIN placings p ON p.record = r.id WHERE {{which}}
UNION ALL SELECT 'actor', r.kind, i.actor, {_OF_RECORD}
FROM records r CROSS JOIN involvements i ON i.record = r.id WHERE {{which}}
UNION ALL SELECT l.facet, r.kind, l.value, {_OF_RECORD}
FROM records r CROSS JOIN labels l ON l.record = r.id WHERE {{which}}
"""
"""What is to be posted of some records."""
_POST: Final = f"INSERT OR IGNORE INTO postings {_POSTED} ORDER BY 1, 2, 3, 4, 5, 7"
"""In the order of the table, which is then filled from end to end. Several roles of one actor are one posting."""
_TAKE_OUT: Final = (
    "DELETE FROM postings WHERE (facet, kind, value, size, earliest, number) IN "
    f"(SELECT facet, kind, value, size, earliest, number FROM ({_POSTED}))"
)
_DERIVED: Final = (
    "DELETE FROM postings WHERE facet = 'region' AND kind IN ('claim', 'correction')",
    "DELETE FROM postings WHERE facet = 'actor' AND kind = 'correction'",
    _POST.format(which="r.kind IN ('claim', 'correction')"),
)
"""What claims and corrections inherit from other records may change with these."""
_LAST: Final = "INSERT OR REPLACE INTO meta SELECT 'posted', COALESCE(MAX(number), 0) FROM records WHERE path <> ?"
_NUMBERS: Final = (
    "DELETE FROM meta WHERE key = 'records' OR key LIKE 'records of %'",
    "INSERT INTO meta SELECT 'records', COUNT(*) FROM records",
    "INSERT INTO meta SELECT 'records of ' || kind, COUNT(*) FROM records GROUP BY kind",
)
_NEW: Final = "r.number > (SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'posted')"


def forget(connection: sqlite3.Connection, path: str) -> None:
    """Take out the postings of everything that a file said; its records and what belongs to them must still be there.

    Files are forgotten before others are read, and what is read gets higher numbers than all that is there.
    """
    connection.execute(_TAKE_OUT.format(which="r.path = :path"), {"path": path})
    connection.execute(_LAST, (path,))


def complete(connection: sqlite3.Connection) -> None:
    """Post what is new, and what records inherit, when everything else is derived."""
    is_mended = connection.execute("SELECT 1 FROM meta WHERE key = 'posted'").fetchone() is not None
    for statement in (_POST.format(which=_NEW), *_DERIVED) if is_mended else (_POST.format(which="1 = 1"),):
        connection.execute(statement)
    connection.execute(_LAST, ("",))
    for statement in _NUMBERS:
        connection.execute(statement)
