"""The rules between records: what no record can know of itself. Each gives its problems from the tables."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator

from narcotl.errors import Place, Problem, meant
from narcotl.index import annotated, arithmetic, evidence, leftovers
from narcotl.index.touched import NUMBERS, PEOPLE, PLACES, SETTINGS, Touched
from narcotl.model.units import UNITS
from narcotl.model.vocab.base import RecordKind
from narcotl.model.vocab.rule import Rule

FILES = {
    RecordKind.REGION: "regions",
    RecordKind.ACTOR: "actors",
    RecordKind.SOURCE: "sources",
    RecordKind.MEASURE: "measures",
    RecordKind.EVENT: "events",
    RecordKind.CLAIM: "claims",
    RecordKind.FIGURE: "figures",
    RecordKind.CORRECTION: "corrections",
}
"""The file, or the key, under which records of a kind are declared."""
MOST_PROPOSALS = 200
"""For how many unknown ids near ones are looked for: twice as many as are shown; each costs a look at every id."""

CLASHES = """
SELECT c.id, c.path, c.line, c.col, r.kind, r.path, r.line, r.col
FROM clashes c JOIN records r ON r.id = c.id ORDER BY c.path, c.line
"""
UNSURE = "CREATE TEMP TABLE IF NOT EXISTS unsure (id TEXT NOT NULL, target TEXT)"
"""Which records name something that has to be looked at: in a new index what was not read before, else all (null)."""
UNSURE_TOUCHED = f"""
INSERT INTO temp.unsure
SELECT id, NULL FROM temp.touched UNION SELECT record, NULL FROM problems WHERE rule = '{Rule.UNKNOWN_REFERENCE}'
"""
"""What is near to an unknown id may have come or gone with any file."""
UNSURE_RECORD = """
record IN (SELECT id FROM temp.unsure) OR NOT EXISTS (SELECT 1 FROM records r WHERE r.id = problems.record)
"""
NAMED = """
SELECT r.path, m.record, m.target, m.kinds, m.line, m.col, m.loose
FROM temp.unsure u CROSS JOIN mentions m ON m.record = u.id AND m.target = COALESCE(u.target, m.target)
CROSS JOIN records r ON r.id = m.record
UNION ALL SELECT path, record, target, kinds, line, col, loose FROM unkept_mentions
"""
"""Every place where a record names another, also in records that are broken: mending one shall bring up nothing new."""
DANGLING = f"""
SELECT m.record, m.target, m.kinds, m.path, m.line, m.col FROM ({NAMED}) m
WHERE m.loose = 0 AND NOT EXISTS (SELECT 1 FROM records t WHERE t.id = m.target)
AND NOT EXISTS (SELECT 1 FROM unkept u WHERE u.id = m.target)
ORDER BY m.path, m.line, m.col
"""
"""What names a broken record is right, or will be found wrong when that is mended: the record's own error is enough."""
WRONG_KIND = f"""
SELECT m.record, m.target, m.kinds, t.kind, m.path, m.line, m.col FROM ({NAMED}) m JOIN records t ON t.id = m.target
WHERE m.loose = 0 AND m.kinds <> '' AND INSTR(' ' || m.kinds || ' ', ' ' || t.kind || ' ') = 0
ORDER BY m.path, m.line, m.col
"""
REGION_CYCLES = """
SELECT DISTINCT r.id, r.path, r.line, r.col
FROM region_parts p JOIN region_reach g ON g.asked = p.record AND g.region = p.parent AND g.certain = 1
JOIN records r ON r.id = p.record ORDER BY r.id
"""
ACTOR_CYCLES = """
SELECT DISTINCT r.id, r.path, r.line, r.col
FROM actor_parts p JOIN actor_reach a ON a.asked = p.record AND a.actor = p.parent
JOIN records r ON r.id = p.record WHERE p.title IS NULL ORDER BY r.id
"""
UNREAD = """
SELECT DISTINCT c.last, r.id, r.path, r.line, r.col FROM citations c JOIN records r ON r.id = c.record
WHERE c.last IN (SELECT id FROM records WHERE kind = 'source' AND status = 'cited') AND {touched}
ORDER BY r.path, r.line
"""
UNITS_USED = f"""
SELECT r.id, json_extract(r.json, '$.unit'), r.path, r.line, r.col FROM records r
WHERE r.kind IN ('figure', 'measure') AND json_extract(r.json, '$.unit') NOT IN {tuple(sorted(UNITS))!r}
AND {{touched}} ORDER BY r.path, r.line
"""
ALWAYS = (Rule.UNUSED_SILENCE, Rule.DUPLICATE_ID)
"""Rules that are applied to everything each time."""
RESTING = {
    Rule.CYCLE: PLACES | PEOPLE,
    Rule.UNREACHABLE_REGION: PLACES,
    Rule.ARITHMETIC: NUMBERS,
    Rule.UNIT_JUMP: NUMBERS,
}
"""Rules that are applied to everything as soon as a record of some kinds changed."""
NAMING = (Rule.UNKNOWN_REFERENCE, Rule.WRONG_KIND)
"""Rules about what records name, which are applied to those of which it is not sure."""
ABSENT = "Declare it, or open the store that has it as well, before this one: --store BASE --store MINE"
"""What to do where a record of any kind may be meant, such as by an annotation."""


def forget(connection: sqlite3.Connection, touched: Touched) -> None:
    """Take out the problems that are looked for anew, and with new settings the reasons why some are silenced."""
    connection.execute(UNSURE)
    if touched.is_all:
        return
    connection.execute(UNSURE_TOUCHED)
    anew = [*ALWAYS, *(rule for rule, kinds in RESTING.items() if touched.has(kinds))]
    apart = [*ALWAYS, *RESTING, *NAMING, Rule.DUPLICATE_EVENT]
    for condition in (
        f"rule IN ({quoted(anew)})",
        f"rule IN ({quoted(NAMING)}) AND ({UNSURE_RECORD})",
        f"rule = '{Rule.DUPLICATE_EVENT}' AND {leftovers.same_day(touched)}",
        f"rule NOT IN ({quoted(apart)}) AND {touched.among('record')}",
    ):
        connection.execute(f"DELETE FROM problems WHERE derived = 1 AND {condition}")
    if touched.has(SETTINGS):
        connection.execute("UPDATE problems SET silenced = ''")


def quoted(rules: Iterable[Rule]) -> str:
    """Write rules as a list of SQL."""
    return ", ".join(f"'{rule}'" for rule in rules)


def problems(connection: sqlite3.Connection, touched: Touched) -> Iterator[Problem]:
    """Apply every rule to what is touched."""
    for rule in RULES:
        yield from rule(connection, touched)


def clashing_ids(connection: sqlite3.Connection, _: Touched) -> Iterator[Problem]:
    """Report ids that two records have; the first one read was kept."""
    for name, path, line, column, kind, *first in connection.execute(CLASHES):
        other = Place(file=str(first[0]), line=int(first[1]), column=int(first[2]))
        yield Problem(
            place=Place(file=path, line=line, column=column),
            message=f"the id '{name}' is taken by the {kind} at {other}",
            hint="An id is unique over all kinds and stores; that record was kept, this one was not.",
            rule=Rule.DUPLICATE_ID,
            record=name,
        )


def dangling_references(connection: sqlite3.Connection, _: Touched) -> Iterator[Problem]:
    """Report references to records that do not exist, with near matches."""
    proposals = Proposals(connection)
    for record, target, kinds, path, line, column in connection.execute(DANGLING):
        what = " or ".join(kinds.split()) or "record"
        near = proposals.near(target, kinds)
        declare = f"Declare it in {FILES[RecordKind(kinds.split()[0])]}.yaml" if kinds else ABSENT
        list_them = f"; `narcotl {kinds}` lists those that exist" if kinds in ("region", "actor", "source") else ""
        yield Problem(
            place=Place(file=path, line=line, column=column),
            message=f"unknown {what} '{target}'",
            hint=f"{declare}{list_them}." + (f" Near: {', '.join(near)}." if near else ""),
            rule=Rule.UNKNOWN_REFERENCE,
            length=len(target),
            record=record,
        )


class Proposals:
    """The ids that are spelt nearly like one that does not exist."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Look into these tables."""
        self.connection = connection
        self.ids: dict[str, list[str]] = {}
        self.found: dict[tuple[str, str], list[str]] = {}

    def near(self, target: str, kinds: str) -> list[str]:
        """Give ids of records of these kinds, the nearest first; none after so many that nobody reads them."""
        if kinds not in self.ids:
            marks = ", ".join("?" * len(kinds.split()))
            sql = f"SELECT id FROM records WHERE kind IN ({marks}) OR ? = ''"
            self.ids[kinds] = [row[0] for row in self.connection.execute(sql, (*kinds.split(), kinds))]
        from difflib import get_close_matches

        asked = target, kinds
        if asked not in self.found and len(self.found) < MOST_PROPOSALS:
            self.found[asked] = get_close_matches(target, self.ids[kinds], 3)
        return self.found.get(asked, [])


def references_of_the_wrong_kind(connection: sqlite3.Connection, _: Touched) -> Iterator[Problem]:
    """Report references to a record of another kind than the field wants."""
    for record, target, kinds, kind, path, line, column in connection.execute(WRONG_KIND):
        yield Problem(
            place=Place(file=path, line=line, column=column),
            message=f"'{target}' is {article(kind)}, not {' or '.join(map(article, kinds.split()))}",
            hint=f"Name a record of {FILES[RecordKind(kinds.split()[0])]}.yaml here.",
            rule=Rule.WRONG_KIND,
            length=len(target),
            record=record,
        )


def article(kind: str) -> str:
    """Name a kind of record with its article."""
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def cycles(connection: sqlite3.Connection, touched: Touched) -> Iterator[Problem]:
    """Report regions and actors that are part of themselves."""
    if not touched.has(RESTING[Rule.CYCLE]):
        return
    for sql in (REGION_CYCLES, ACTOR_CYCLES):
        for name, path, line, column in connection.execute(sql):
            yield Problem(
                place=Place(file=path, line=line, column=column),
                message=f"'{name}' is part of itself, by way of its `part_of`",
                hint="Take one of the `part_of` out of the circle.",
                rule=Rule.CYCLE,
                record=name,
            )


def unread_chains(connection: sqlite3.Connection, touched: Touched) -> Iterator[Problem]:
    """Report citations whose last link nobody has read."""
    for last, name, path, line, column in connection.execute(UNREAD.format(touched=touched.among("r.id"))):
        yield Problem(
            place=Place(file=path, line=line, column=column),
            message=f"a citation of '{name}' ends in '{last}', which was not read",
            hint="End `via` in the work in hand, or say `read: true` of it.",
            rule=Rule.UNREAD_SOURCE,
            level=Rule.UNREAD_SOURCE.level,
            record=name,
        )


def unknown_units(connection: sqlite3.Connection, touched: Touched) -> Iterator[Problem]:
    """Report units that nobody knows: a figure in one would silently compare with nothing."""
    for name, unit, path, line, column in connection.execute(UNITS_USED.format(touched=touched.among("r.id"))):
        yield Problem(
            place=Place(file=path, line=line, column=column),
            message=f"'{name}' has the unknown unit '{unit}'",
            hint=meant(unit, sorted(UNITS)),
            rule=Rule.UNKNOWN_UNIT,
            record=name,
        )


RULES: tuple[Callable[[sqlite3.Connection, Touched], Iterator[Problem]], ...] = (
    clashing_ids,
    dangling_references,
    references_of_the_wrong_kind,
    cycles,
    unknown_units,
    unread_chains,
    *annotated.RULES,
    *evidence.RULES,
    *arithmetic.RULES,
    *leftovers.RULES,
)
"""The rules in the order in which they are applied."""
