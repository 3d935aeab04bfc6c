"""The views that SQL may read: stable names and plain columns over the tables of the index, which may change.

They are made in the session that asks and not in the index, since some tables have names that the views deserve.
What each view and each column means is said here once; `narcotl sql --views` and docs/sql.md are made of it.
"""

import sqlite3
from collections.abc import Iterator
from typing import Final

from narcotl.index.views.entities import ACTORS, ALL, PLACES
from narcotl.index.views.events import EVENTS
from narcotl.index.views.grounds import SOURCES
from narcotl.index.views.statements import CLAIMS, FIGURES

VIEWS: Final = {view.name: view for view in (*EVENTS, *CLAIMS, *FIGURES, *SOURCES, *ACTORS, *PLACES, *ALL)}
"""Every view by its name."""

TABLES: Final = frozenset(
    (
        *("records", "positions", "citations", "headings", "posted", "corrected", "actor_parts", "region_reach"),
        *("names", "words", "texts"),
        *("words_config", "words_content", "words_data", "words_docsize", "words_idx"),
    )
)
"""The tables that the views are made of, those of the full text included."""


def make(connection: sqlite3.Connection) -> None:
    """Make the views in a session."""
    connection.execute("PRAGMA query_only = 0")  # temporary views count as writing; the index itself is read only
    for view in VIEWS.values():
        connection.execute(view.sql)
    # The first use of these makes SQLite declare them, which nobody may do later.
    connection.execute("SELECT 1 FROM json_each('[]'), json_tree('[]')").fetchall()
    connection.execute("PRAGMA query_only = 1")


def described() -> Iterator[tuple[str, str, str]]:
    """Give view, column and meaning of every column; of a view itself first, with an empty column."""
    for view in VIEWS.values():
        yield view.name, "", view.about
        for column in view.columns:
            yield view.name, column.name, column.about
