"""The rules about annotations: they add only what the record that they are about can have."""

import sqlite3
from collections.abc import Iterator

from narcotl.errors import Place, Problem
from narcotl.index.touched import Touched
from narcotl.model.records import RECORDS, RecordKind
from narcotl.model.vocab.rule import Rule

ADDING = """
SELECT a.id, m.target, t.kind, a.path, m.line, m.col FROM records a
JOIN mentions m ON m.record = a.id AND m.field = 'of' JOIN records t ON t.id = m.target
WHERE a.kind = 'annotation' AND json_extract(a.json, '$.{part}') IS NOT NULL AND {touched} ORDER BY a.path, m.line
"""
HAVING = {
    part: frozenset(kind for kind, cls in RECORDS.items() if any(field.name == part for field in cls.FIELDS))
    - {RecordKind.ANNOTATION}
    for part in ("positions", "sources")
}
"""The kinds of record that have a list of positions or sources."""


def misplaced(connection: sqlite3.Connection, touched: Touched) -> Iterator[Problem]:
    """Report what an annotation adds to a record that cannot have it."""
    for part, kinds in HAVING.items():
        sql = ADDING.format(part=part, touched=touched.among("a.id"))
        for record, target, kind, path, line, column in connection.execute(sql):
            if kind not in kinds:
                yield Problem(
                    place=Place(file=path, line=line, column=column),
                    message=f"'{target}' is of the kind {kind}, which has no list of {part}",
                    hint=f"Such lists have: {', '.join(sorted(kinds))}. A `note` can be added to any record.",
                    rule=Rule.MISPLACED_ADDITION,
                    length=len(target),
                    record=record,
                )


RULES = (misplaced,)
