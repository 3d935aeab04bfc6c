"""Which records a store says are not the same, and the ids that it names for nothing."""

import json
import sqlite3
from collections.abc import Iterator

from narcotl.errors import Place, Problem
from narcotl.index.silences import STATED
from narcotl.model.checks import Apart
from narcotl.model.vocab.rule import Rule


def apart(connection: sqlite3.Connection) -> Apart:
    """Give what all stores of the index say."""
    stated = (one for _, text in connection.execute(STATED) for one in json.loads(text).get("distinct", ()))
    return Apart((one["records"], one["reason"]) for one in stated)


def unknown(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Report ids that no record has: whoever renamed the record, or took it out, forgot them."""
    for path, text in list(connection.execute(STATED)):
        for one in json.loads(text).get("distinct", ()):
            for record in dict.fromkeys(one["records"]):
                if connection.execute("SELECT 1 FROM records WHERE id = ?", (record,)).fetchone() is None:
                    yield Problem(
                        place=Place(file=path, line=one["line"], column=one["column"]),
                        message=f"'{record}' is said to be distinct, and there is no such record",
                        hint="Take it out, or name the record that is meant.",
                        rule=Rule.UNUSED_SILENCE,
                        level=Rule.UNUSED_SILENCE.level,
                    )
