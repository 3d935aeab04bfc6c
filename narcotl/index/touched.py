"""What is to be concluded anew when an index is made or mended: everything, or what has to do with changed files.

A record is touched if it stood or stands in such a file, or names such a record, or is named by one; of claims, what is
told about them as well. All conclusions about other records stay what they were.
"""

import sqlite3
from collections.abc import Collection
from typing import Final

from narcotl.model.vocab.base import RecordKind

TABLES: Final = (
    "CREATE TEMP TABLE changed (id TEXT NOT NULL, kind TEXT, day INTEGER)",
    "CREATE TEMP TABLE touched (id TEXT PRIMARY KEY) WITHOUT ROWID",
)
OF_A_FILE: Final = (
    """
    INSERT INTO temp.changed
    SELECT id, kind, CASE WHEN kind = 'event' AND spans = 1 AND earliest = latest THEN earliest END
    FROM records WHERE path = ?
    """,
    "INSERT INTO temp.changed SELECT id, NULL, NULL FROM unkept WHERE path = ?",
    """
    INSERT OR IGNORE INTO temp.touched
    SELECT m.target FROM records r CROSS JOIN mentions m ON m.record = r.id WHERE r.path = ?
    """,
    "INSERT OR IGNORE INTO temp.touched SELECT target FROM unkept_mentions WHERE path = ?",
    "INSERT INTO temp.changed SELECT '', 'setting', NULL FROM settings WHERE path = ?",
)
"""What a file holds and names: before it is forgotten, and after it was read."""
SPREAD: Final = (
    "INSERT OR IGNORE INTO temp.touched SELECT id FROM temp.changed",
    """
    INSERT OR IGNORE INTO temp.touched
    SELECT m.record FROM (SELECT DISTINCT id FROM temp.changed) c CROSS JOIN mentions m ON m.target = c.id
    """,
    """
    INSERT OR IGNORE INTO temp.touched
    SELECT m.target FROM temp.touched t CROSS JOIN records r ON r.id = t.id AND r.kind = 'claim'
    CROSS JOIN mentions m ON m.record = r.id
    """,
    """
    INSERT OR IGNORE INTO temp.touched
    SELECT m.record FROM temp.touched t CROSS JOIN records r ON r.id = t.id AND r.kind = 'claim'
    CROSS JOIN mentions m ON m.target = r.id
    """,
)
TOLD: Final = "SELECT EXISTS (SELECT 1 FROM records WHERE kind IN ('event', 'claim', 'figure'))"
ENTITIES: Final = """
INSERT OR IGNORE INTO temp.touched SELECT id FROM records WHERE kind IN ('region', 'actor', 'source', 'measure')
"""


class Touched:
    """Everything, in a new index."""

    is_all: bool = True

    def file(self, path: str) -> None:
        """Note what a file holds and names, before it is forgotten and after it was read."""

    def spread(self) -> None:
        """Find what has to do with what was noted, when everything is read."""

    def among(self, column: str) -> str:  # noqa: ARG002 - what is not everything asks for it
        """Write the condition that the record whose id is in a column is touched."""
        return "1 = 1"

    def has(self, kinds: Collection[str]) -> bool:
        """Tell whether records of one of these kinds (or a `setting`) changed, came or went."""
        return bool(kinds)


class TouchedByFiles(Touched):
    """What files touch that changed, came or went."""

    is_all = False

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Begin before anything is forgotten."""
        self.connection = connection
        for statement in TABLES:
            connection.execute(statement)
        self.was_told = self.is_told()
        self.kinds: frozenset[str] = frozenset()

    def is_told(self) -> bool:
        """Tell whether the store tells anything yet: as long as it does not, nobody asks what nothing names."""
        return bool(self.connection.execute(TOLD).fetchone()[0])

    def file(self, path: str) -> None:
        """Note what a file holds and names, before it is forgotten and after it was read."""
        for statement in OF_A_FILE:
            self.connection.execute(statement, (path,))

    def spread(self) -> None:
        """Find what has to do with what was noted, when everything is read."""
        self.kinds = frozenset(kind for (kind,) in self.connection.execute("SELECT DISTINCT kind FROM temp.changed"))
        for statement in (*SPREAD, *((ENTITIES,) if self.is_told() != self.was_told else ())):
            self.connection.execute(statement)

    def among(self, column: str) -> str:
        """Write the condition that the record whose id is in a column is touched."""
        return f"{column} IN (SELECT id FROM temp.touched)"

    def has(self, kinds: Collection[str]) -> bool:
        """Tell whether records of one of these kinds (or a `setting`) changed, came or went."""
        return not self.kinds.isdisjoint(kinds)


PLACES: Final = frozenset({RecordKind.REGION.value})
PEOPLE: Final = frozenset({RecordKind.ACTOR.value})
WORKS: Final = frozenset({RecordKind.SOURCE.value})
SETTINGS: Final = frozenset({"setting"})
"""What a store says about its own checking."""
NUMBERS: Final = SETTINGS | {RecordKind.FIGURE.value, RecordKind.MEASURE.value, RecordKind.CORRECTION.value}
"""What the rules of arithmetic rest on: figures and measures, what explains them, and how much the store tolerates."""
