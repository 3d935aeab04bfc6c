"""The words of records for full text search: their own, their ids, their topics, and the names that they are linked to.

What a record says is known when it is read; what its places and actors are called only when all records are.
So the texts are kept in a table, are completed at the end, and only then go into the full text: once in a fresh
index, and in a mended one only those that are new or whose places, actors or measures were read anew.
"""

import sqlite3

FORGET = (
    "INSERT INTO renamed SELECT id FROM records WHERE path = ?",
    """
    INSERT INTO words (words, rowid, name, body, linked)
    SELECT 'delete', number, name, body, linked FROM texts
    WHERE fresh = 0 AND number IN (SELECT number FROM records WHERE path = ?)
    """,
    "DELETE FROM texts WHERE number IN (SELECT number FROM records WHERE path = ?)",
)

CALLED = (
    "DROP TABLE IF EXISTS temp.called",
    "CREATE TEMP TABLE called (id TEXT PRIMARY KEY, names TEXT NOT NULL) WITHOUT ROWID",
    """
    INSERT INTO temp.called SELECT record, GROUP_CONCAT(written, char(10)) FROM (
        SELECT DISTINCT record, written FROM names
        WHERE kind IN ('region', 'actor', 'measure') AND rank > 0 ORDER BY record, rank, written
    ) GROUP BY record
    """,
)
"""By what each place, actor and measure is called, in one text."""

STALE = (
    "DROP TABLE IF EXISTS temp.stale",
    "CREATE TEMP TABLE stale (number INTEGER PRIMARY KEY)",
    "INSERT INTO temp.stale SELECT number FROM texts WHERE fresh = 1",
)
"""Which texts are to be completed: new ones ..."""

LINKED_ANEW = (
    "INSERT INTO renamed SELECT r.id FROM temp.stale s JOIN records r ON r.number = s.number",
    """
    INSERT OR IGNORE INTO temp.stale
    SELECT r.number FROM records r JOIN (
        SELECT m.record FROM renamed n JOIN mentions m ON m.target = n.id
        UNION SELECT p.record FROM renamed n JOIN placings p ON p.region = n.id
    ) linked ON linked.record = r.id
    """,
)
"""... and old ones that are linked to something that was read anew."""

COMPLETE = (
    """
    INSERT INTO words (words, rowid, name, body, linked)
    SELECT 'delete', t.number, t.name, t.body, t.linked
    FROM texts t JOIN temp.stale s ON s.number = t.number WHERE t.fresh = 0
    """,
    """
    UPDATE texts SET fresh = 0, name = r.name,
        linked = COALESCE((
            SELECT GROUP_CONCAT(c.names, char(10)) FROM (
                SELECT p.region AS id FROM placings p WHERE p.record = r.id
                UNION
                SELECT i.actor FROM involvements i WHERE i.record = r.id
                UNION
                SELECT l.value FROM labels l WHERE l.record = r.id AND +l.facet = 'measure'
            ) links JOIN temp.called c ON c.id = links.id), '') || COALESCE((
            SELECT char(10) || GROUP_CONCAT(l.value, char(10)) FROM labels l
            WHERE l.record = r.id AND (+l.facet = 'topic' OR (+l.facet = 'kind' AND r.kind = 'event'))), '')
            || char(10) || r.id
    FROM temp.stale s JOIN records r ON r.number = s.number WHERE texts.number = s.number
    """,
    """
    INSERT INTO words (rowid, name, body, linked)
    SELECT t.number, t.name, t.body, t.linked FROM texts t JOIN temp.stale s ON s.number = t.number
    """,
    "DELETE FROM renamed",
)
"""A plus before a column keeps SQLite from going through all labels of a facet for each record."""


def forget(connection: sqlite3.Connection, path: str) -> None:
    """Take out the words of everything that a file said; its records must still be there."""
    for statement in FORGET:
        connection.execute(statement, (path,))


def complete(connection: sqlite3.Connection) -> None:
    """Bring the full text up to date, when everything else is."""
    is_mended = connection.execute("SELECT 1 FROM texts WHERE fresh = 0 LIMIT 1").fetchone() is not None
    for statement in (*CALLED, *STALE, *(LINKED_ANEW if is_mended else ()), *COMPLETE):
        connection.execute(statement)
