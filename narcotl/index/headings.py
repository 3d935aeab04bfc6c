"""The numbers under which the places, actors and words are posted that records of a kind bear."""

import sqlite3
from collections.abc import Iterable
from typing import Final, TypeAlias

LABELLED: Final = "labelled"
"""The table of what records bear, by number."""
Label: TypeAlias = tuple[str, str, str]
"""A facet, the kind of what bears the word, and the word."""

MOST: Final = 100_000
"""So many are remembered; the others are looked up."""
ADD: Final = "INSERT INTO headings VALUES (?, ?, ?, ?)"
MAKE: Final = "INSERT OR IGNORE INTO headings (facet, kind, value) VALUES (?, ?, ?)"
FIND: Final = "SELECT heading FROM headings WHERE facet = ? AND kind = ? AND value = ?"


class Headings(dict[Label, int]):
    """The numbers that are known; what is asked for has one from then on."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Begin with nothing, in a new index or in one that has numbers already."""
        self.connection = connection
        self.is_new = False
        """Whether the index has no other numbers than those that are remembered."""
        self.waiting: list[tuple[int, str, str, str]] = []

    def __missing__(self, label: Label) -> int:
        """Give what is not remembered its number."""
        if self.is_new and len(self) < MOST:
            number = len(self) + 1
            self.waiting.append((number, *label))
        else:
            number = self.looked_up(label)
            if len(self) >= MOST:
                return number
        self[label] = number
        return number

    def looked_up(self, label: Label) -> int:
        """Look a number up, after making it if there is none."""
        self.write()
        self.connection.execute(MAKE, label)
        (number,) = self.connection.execute(FIND, label).fetchone()
        return int(number)

    def write(self) -> None:
        """Write down the new ones."""
        self.connection.executemany(ADD, self.waiting)
        self.waiting.clear()

    def numbered(self, rows: Iterable[tuple[int, Label]]) -> list[tuple[int, int]]:
        """Give records and what they bear by numbers, which are written down."""
        numbered = [(record, self[label]) for record, label in rows]
        self.write()
        return numbered
