"""The rules of evidence: sources older than their facts, denied events told as documented, nobody's allegations."""

import sqlite3
from collections.abc import Iterator
from typing import Any

from narcotl.errors import Place, Problem
from narcotl.index.touched import Touched
from narcotl.model.vocab.rule import Rule

EXPLAINED = """
NOT EXISTS (SELECT 1 FROM corrected x JOIN records k ON k.id = x.record
    WHERE x.target = r.id AND k.type = 'source-older-than-fact')
"""
"""A correction of this kind that names the record says already what the rule would say."""

SURE = "json_extract({path}, '$.approximate') = 0 AND json_extract({path}, '$.uncertain') = 0"
SURE_IF_OLDER = f"CASE WHEN s.latest < r.earliest THEN {SURE} ELSE 0 END"
"""So written, the JSON of a record is looked into only where its source is older, and not for each of its sources."""
ISSUED = SURE.format(path="json_extract(s.json, '$.issued')")

OLDER_THAN_EVENTS = f"""
SELECT r.id, json_extract(r.json, '$.date.text'), s.id, json_extract(s.json, '$.issued.text'), r.path, r.line, r.col
FROM records r JOIN labels l ON l.record = r.id AND l.facet = 'source'
JOIN records s ON s.id = l.value AND s.kind = 'source' AND s.latest < r.earliest
WHERE r.kind = 'event' AND r.status <> 'planned' AND {SURE_IF_OLDER.format(path="json_extract(r.json, '$.date')")}
AND {ISSUED} AND {EXPLAINED} AND {{touched}} ORDER BY r.path, r.line, s.id
"""
# CROSS and the plus keep SQLite to this order and to the labels of one record: it would begin with those of all.
OLDER_THAN_FIGURES = f"""
SELECT r.id, json_extract(r.json, '$.period.text'), s.id, json_extract(s.json, '$.issued.text'), r.path, r.line, r.col
FROM records r CROSS JOIN labels l ON l.record = r.id AND +l.facet = 'source'
CROSS JOIN records s ON s.id = l.value AND s.kind = 'source' AND s.latest < r.earliest
WHERE r.kind = 'figure' AND COALESCE(r.status, '') NOT IN ('derived', 'target', 'legal')
AND {SURE_IF_OLDER.format(path="json_extract(r.json, '$.period')")}
AND json_extract(r.json, '$.derived') IS NULL AND json_extract(r.json, '$.missing') IS NULL
AND COALESCE(json_extract(r.json, '$.scope'), '') NOT LIKE 'planned%'
AND {ISSUED} AND {EXPLAINED} AND {{touched}} ORDER BY r.path, r.line, s.id
"""
OLDER_THAN_POSITIONS = f"""
SELECT r.id, q.said, s.id, json_extract(s.json, '$.issued.text'), r.path, r.line, r.col
FROM positions q CROSS JOIN records r ON r.id = q.record CROSS JOIN citations c ON c.record = r.id AND c.part = q.part
CROSS JOIN labels l
    ON l.record = r.id AND +l.facet = 'source' AND INSTR(' ' || c.chain || ' ', ' ' || l.value || ' ') > 0
CROSS JOIN records s ON s.id = l.value AND s.kind = 'source' AND s.latest < q.earliest
WHERE r.kind = 'claim' AND q.said NOT LIKE '%~%' AND q.said NOT LIKE '%?%' AND q.said NOT LIKE '%!%%' ESCAPE '!'
AND {ISSUED} AND {EXPLAINED} AND {{touched}} ORDER BY r.path, r.line, s.id
"""
DENIED = """
SELECT r.id, c.id, COALESCE(a.name, q.actor, q.origin), q.stance, r.path, r.line, r.col
FROM records r JOIN labels l ON l.facet = 'occurrence' AND l.value = r.id
JOIN records c ON c.id = l.record JOIN positions q ON q.record = c.id AND q.stands = 1 AND q.polarity = '-'
LEFT JOIN records a ON a.id = q.actor
WHERE r.kind = 'event' AND r.status = 'documented'
AND COALESCE(json_extract(c.json, '$.positions[' || (q.part - 1) || '].scope'), 'full') <> 'partial' AND {touched}
ORDER BY r.path, r.line, c.id, q.part
"""
NOBODY = """
SELECT DISTINCT r.id, q.origin, r.path, r.line, r.col
FROM positions q JOIN records r ON r.id = q.record JOIN records s ON s.id = q.origin
WHERE q.stance = 'alleges' AND q.actor IS NULL AND json_array_length(s.json, '$.author') = 0 AND {touched}
ORDER BY r.path, r.line, q.origin
"""


def asked(connection: sqlite3.Connection, sql: str, touched: Touched) -> Iterator[tuple[Any, ...]]:
    """Ask about the records `r` that are touched."""
    return iter(connection.execute(sql.format(touched=touched.among("r.id"))))


def anachronisms(connection: sqlite3.Connection, touched: Touched) -> Iterator[Problem]:
    """Report sources that are older than the fact that they support, where both dates leave no doubt."""
    for sql in (OLDER_THAN_EVENTS, OLDER_THAN_FIGURES, OLDER_THAN_POSITIONS):
        for record, date, source, issued, path, line, column in asked(connection, sql, touched):
            yield Problem(
                place=Place(file=path, line=line, column=column),
                message=f"'{record}' ({date}) rests on '{source}' ({issued}), which is older",
                hint="Mend the date, take the source away, or say so in a correction: `kind: source-older-than-fact`.",
                rule=Rule.ANACHRONISM,
                level=Rule.ANACHRONISM.level,
                record=record,
            )


def denied_events(connection: sqlite3.Connection, touched: Touched) -> Iterator[Problem]:
    """Report events that are called documented, though somebody says that they did not happen."""
    for event, claim, who, stance, path, line, column in asked(connection, DENIED, touched):
        yield Problem(
            place=Place(file=path, line=line, column=column),
            message=f"'{event}' is documented, but {who} {stance} that it happened (claim '{claim}')",
            hint="Give it the status `disputed`, or take `occurrence: true` from the claim.",
            rule=Rule.STATUS,
            record=event,
        )


def allegations_of_nobody(connection: sqlite3.Connection, touched: Touched) -> Iterator[Problem]:
    """Report allegations that no actor makes, in a source that names no author."""
    for claim, source, path, line, column in asked(connection, NOBODY, touched):
        yield Problem(
            place=Place(file=path, line=line, column=column),
            message=f"'{claim}' is alleged by nobody: no actor is named, and '{source}' has no author",
            hint="Name the `actor` of the position, or let the source only report it: `stance: reports`.",
            rule=Rule.ALLEGATION,
            level=Rule.ALLEGATION.level,
            record=claim,
        )


RULES = (anachronisms, denied_events, allegations_of_nobody)
"""The rules in the order in which they are applied."""
