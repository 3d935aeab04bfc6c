"""The rules of evidence: sources older than their facts, denied events told as documented, nobody's allegations."""

import sqlite3
from collections.abc import Iterator
from typing import Any

from narcotl.errors import Place, Problem
from narcotl.index.touched import Touched
from narcotl.model.vocab.rule import Rule
from narcotl.select.members import LENGTHS, SEVERAL

EXPLAINED = """
NOT EXISTS (SELECT 1 FROM corrected x JOIN records k ON k.id = x.record
    WHERE x.target = {record} AND k.type = 'source-older-than-fact')
"""
"""A correction of this kind that names the record says already what the rule would say."""

SURE = "json_extract({path}, '$.approximate') = 0 AND json_extract({path}, '$.uncertain') = 0"
ISSUED = SURE.format(path="json_extract(s.json, '$.issued')")
DATED = ", ".join(map(str, (*LENGTHS, max(LENGTHS) + 1, SEVERAL)))
"""The sizes of postings that have a date."""
# The cross joins keep SQLite to this order, from each source to what is younger and cites it: nothing, nearly always.
YOUNGER = f"""
FROM records s CROSS JOIN postings p
    ON p.facet = 'source' AND p.kind = '{{kind}}' AND p.value = s.id AND p.size IN ({DATED}) AND p.{{end}} > s.latest
CROSS JOIN records r ON r.number = p.number
"""
OLDER_THAN_EVENTS = f"""
SELECT r.id, json_extract(r.json, '$.date.text'), s.id, json_extract(s.json, '$.issued.text'), r.path, r.line, r.col
{YOUNGER.format(kind="event", end="earliest")}
WHERE s.kind = 'source' AND r.status <> 'planned' AND {SURE.format(path="json_extract(r.json, '$.date')")}
AND {ISSUED} AND {EXPLAINED.format(record="r.id")} AND {{touched}} ORDER BY r.path, r.line, s.id
"""
OLDER_THAN_FIGURES = f"""
SELECT r.id, json_extract(r.json, '$.period.text'), s.id, json_extract(s.json, '$.issued.text'), r.path, r.line, r.col
{YOUNGER.format(kind="figure", end="earliest")}
WHERE s.kind = 'source' AND COALESCE(r.status, '') NOT IN ('derived', 'target', 'legal')
AND {SURE.format(path="json_extract(r.json, '$.period')")}
AND json_extract(r.json, '$.derived') IS NULL AND json_extract(r.json, '$.missing') IS NULL
AND COALESCE(json_extract(r.json, '$.scope'), '') NOT LIKE 'planned%'
AND {ISSUED} AND {EXPLAINED.format(record="r.id")} AND {{touched}} ORDER BY r.path, r.line, s.id
"""
OLDER_THAN_POSITIONS = f"""
SELECT r.id, q.said, s.id, json_extract(s.json, '$.issued.text'), r.path, r.line, r.col
{YOUNGER.format(kind="claim", end="latest")}
CROSS JOIN positions q ON q.record = r.id AND q.said IS NOT NULL AND q.earliest > s.latest
CROSS JOIN citations c ON c.record = r.id AND c.part = q.part AND INSTR(' ' || c.chain || ' ', ' ' || s.id || ' ') > 0
WHERE s.kind = 'source' AND q.said NOT LIKE '%~%' AND q.said NOT LIKE '%?%' AND q.said NOT LIKE '%!%%' ESCAPE '!'
AND {ISSUED} AND {EXPLAINED.format(record="q.record")} AND {{touched}} ORDER BY r.path, r.line, s.id
"""
OLDER_THAN = ((OLDER_THAN_EVENTS, "r.id"), (OLDER_THAN_FIGURES, "r.id"), (OLDER_THAN_POSITIONS, "q.record"))
"""Each with the column that has the ids: of `r` itself, SQLite would first look through all records for those."""
DENIED = """
SELECT r.id, c.id, COALESCE(a.name, q.actor, q.origin), q.stance, r.path, r.line, r.col
FROM records r JOIN postings p ON p.facet = 'occurrence' AND p.kind = 'claim' AND p.value = r.id
JOIN records c ON c.number = p.number JOIN positions q ON q.record = c.id AND q.stands = 1 AND q.polarity = '-'
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


def asked(connection: sqlite3.Connection, sql: str, touched: Touched, name: str = "r.id") -> Iterator[tuple[Any, ...]]:
    """Ask about the records that are touched, whose ids are in a column."""
    return iter(connection.execute(sql.format(touched=touched.among(name))))


def anachronisms(connection: sqlite3.Connection, touched: Touched) -> Iterator[Problem]:
    """Report sources that are older than the fact that they support, where both dates leave no doubt."""
    for sql, name in OLDER_THAN:
        for record, date, source, issued, path, line, column in asked(connection, sql, touched, name):
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
