"""Silence what a store says that it means, and note what it silences in vain."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from narcotl.errors import Place, Problem
from narcotl.model.checks import EVERY
from narcotl.model.vocab.rule import Rule

STATED = "SELECT path, value FROM settings WHERE key = 'check' ORDER BY path"
MEANT = "derived = 1 AND rule = ? AND (path = ? OR SUBSTR(path, 1, ?) = ?)"
"""The problems of a rule in the store that says so: the file itself, or the folder of its `store.yaml`."""


def apply(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Write the reason of each silence beside the problems that it silences; give those that silence nothing."""
    for path, text in list(connection.execute(STATED)):
        for silence in json.loads(text).get("silence", ()):
            missing = silenced(connection, path, silence)
            if missing:
                what = "nothing" if EVERY in missing else f"nothing about {', '.join(missing)}"
                yield Problem(
                    place=Place(file=path, line=silence["line"], column=silence["column"]),
                    message=f"this silence of '{silence['rule']}' silences {what}",
                    hint="Take it out, lest it silence something new.",
                    rule=Rule.UNUSED_SILENCE,
                    level=Rule.UNUSED_SILENCE.level,
                )


def silenced(connection: sqlite3.Connection, path: str, silence: dict[str, Any]) -> list[str]:
    """Silence some problems, and give the records about which there are none."""
    folder = f"{PurePath(path).parent}/" if PurePath(path).stem == "store" else path
    missing = []
    for record in silence["records"]:
        condition = MEANT if record == EVERY else f"{MEANT} AND record = ?"
        values = (silence["rule"], path, len(folder), folder, *([] if record == EVERY else [record]))
        if connection.execute(f"SELECT 1 FROM problems WHERE {condition} LIMIT 1", values).fetchone() is None:
            missing.append(record)
        connection.execute(
            f"UPDATE problems SET silenced = ? WHERE {condition} AND silenced = ''", (silence["reason"], *values)
        )
    return missing


def tolerance(connection: sqlite3.Connection) -> str | None:
    """Give by how many percent the store lets numbers miss each other, if it says so; of several the largest."""
    stated = [json.loads(text).get("tolerance") for _, text in connection.execute(STATED)]
    return max((value for value in stated if value is not None), key=float, default=None)
