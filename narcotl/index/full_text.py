"""The words of records for full text search: their own, their ids, their topics, and the names that they are linked to.

What a record says is known when it is read; what its places and actors are called only when all records are.
So the texts are kept in a table. Those that are linked only to what was read before are complete at once, the others
at the end; in a mended index also those whose places, actors or measures were read anew. Then all of them go into the
full text by one statement, since SQLite puts that in order after each.
"""

import sqlite3

from narcotl.select.kinds import ANY_KIND

FORGET = (
    """
    INSERT INTO words (words, rowid, name, body, linked)
    SELECT 'delete', number, name, body, linked FROM texts
    WHERE fresh = 0 AND number IN (SELECT number FROM records WHERE {column} = ?)
    """,
    "DELETE FROM texts WHERE number IN (SELECT number FROM records WHERE {column} = ?)",
)

STALE = (
    "DROP TABLE IF EXISTS temp.stale",
    "CREATE TEMP TABLE stale (number INTEGER PRIMARY KEY)",
    "INSERT INTO temp.stale SELECT number FROM texts WHERE fresh = 1 AND number > ?",
)
"""Which texts are to be completed: new ones ..."""

LINKED_ANEW = f"""
INSERT OR IGNORE INTO temp.stale
SELECT r.number FROM (
    SELECT m.record FROM temp.changed c CROSS JOIN mentions m ON m.target = c.id
    UNION SELECT r.id FROM temp.changed c
    CROSS JOIN postings p ON p.facet = 'region' AND p.kind IN {ANY_KIND} AND p.value = c.id
    CROSS JOIN records r ON r.number = p.number
    UNION SELECT r.id FROM temp.touched t CROSS JOIN records r ON r.id = t.id AND r.kind IN ('claim', 'correction')
) linked CROSS JOIN records r ON r.id = linked.record
"""
"""... and old ones that are linked to something that was read anew, or may have inherited other links."""

LINKS = """
SELECT p.region AS id FROM placings p WHERE p.record = r.id
UNION
SELECT i.actor FROM involvements i WHERE i.record = r.id
UNION
SELECT l.value FROM labels l WHERE l.number = r.number AND l.facet = 'measure'
"""
"""What a record is linked to."""

CALLED = (
    "DROP TABLE IF EXISTS temp.called",
    "CREATE TEMP TABLE called (id TEXT PRIMARY KEY, names TEXT NOT NULL) WITHOUT ROWID",
    """
    INSERT INTO temp.called SELECT record, GROUP_CONCAT(written, char(10)) FROM (
        SELECT DISTINCT n.record, n.written FROM (
            SELECT p.region AS id FROM temp.stale s CROSS JOIN records r ON r.number = s.number
            CROSS JOIN placings p ON p.record = r.id
            UNION SELECT i.actor FROM temp.stale s CROSS JOIN records r ON r.number = s.number
            CROSS JOIN involvements i ON i.record = r.id
            UNION SELECT l.value FROM temp.stale s CROSS JOIN records r ON r.number = s.number
            CROSS JOIN labels l ON l.number = r.number AND l.facet = 'measure'
        ) linked CROSS JOIN names n ON n.record = linked.id
        WHERE n.kind IN ('region', 'actor', 'measure') AND n.rank > 0 ORDER BY n.record, n.rank, n.written
    ) GROUP BY record
    """,
)
"""By what each place, actor and measure is called that a stale text is linked to, in one text."""

COMPLETE = (
    """
    INSERT INTO words (words, rowid, name, body, linked)
    SELECT 'delete', t.number, t.name, t.body, t.linked
    FROM texts t JOIN temp.stale s ON s.number = t.number WHERE t.fresh = 0
    """,
    f"""
    UPDATE texts SET fresh = 0, name = r.name,
        linked = COALESCE((
            SELECT GROUP_CONCAT(c.names, char(10)) FROM ({LINKS}
            ) links JOIN temp.called c ON c.id = links.id), '') || COALESCE((
            SELECT char(10) || GROUP_CONCAT(value, char(10)) FROM (
                SELECT l.value FROM labels l WHERE l.number = r.number
                AND (l.facet = 'topic' OR (l.facet = 'kind' AND r.kind = 'event')) ORDER BY l.facet, l.value)), '')
            || char(10) || r.id
    FROM temp.stale s JOIN records r ON r.number = s.number WHERE texts.number = s.number
    """,
)
WRITE_ALL = (
    # In eight MiB, and not in the usual one: what is sorted in so many parts is merged again and again.
    f"INSERT INTO words (words, rank) VALUES ('hashsize', {8 * 2**20})",
    "INSERT INTO words (rowid, name, body, linked) SELECT number, name, body, linked FROM texts ORDER BY number",
)
WRITE_COMPLETED = """
INSERT INTO words (rowid, name, body, linked)
SELECT t.number, t.name, t.body, t.linked FROM temp.stale s JOIN texts t ON t.number = s.number
"""


def forget(connection: sqlite3.Connection, column: str, value: str) -> None:
    """Take out the words of the records that have this value in a column; they must still be there."""
    for statement in FORGET:
        connection.execute(statement.format(column=column), (value,))


def complete(connection: sqlite3.Connection, last: int | None) -> None:
    """Bring the full text up to date, when everything else is; given the last number of an index that is mended."""
    *make, stale = STALE
    for statement in make:
        connection.execute(statement)
    connection.execute(stale, (last or 0,))
    wanted, write = ((), WRITE_ALL) if last is None else ((LINKED_ANEW,), (WRITE_COMPLETED,))
    for statement in (*wanted, *CALLED, *COMPLETE, *write):
        connection.execute(statement)
