"""The rules about leftovers ask about each record by an index, and never walk through all of them for one."""

import sqlite3
from contextlib import closing

from narcotl.index.build import statements
from narcotl.index.leftovers import RELATED


def test_whether_two_events_are_related_is_looked_up() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        for statement in statements():
            connection.execute(statement)
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {RELATED}", {"one": "a", "other": "b"})]
    assert [step for step in plan if step.startswith("SCAN")] == []
