"""What rests on a source: every record with a chain through it, and those that would be left with no other."""

from collections.abc import Iterator

from narcotl.reports.records import Records
from narcotl.reports.report import Row
from narcotl.select.batches import marks
from narcotl.select.kinds import ANY_KIND

PARTS = """
WITH RECURSIVE parts (id) AS (
    SELECT ? UNION SELECT below.record FROM parts JOIN source_parts below ON below.parent = parts.id
) SELECT id FROM parts ORDER BY id <> ?, id
"""
CITING = f"""
SELECT r.id, r.kind, r.name, c.chain FROM records r JOIN citations c ON c.record = r.id
WHERE r.kind <> 'source' AND r.number IN (
    SELECT number FROM postings WHERE facet = 'source' AND kind IN {ANY_KIND} AND value IN ({{marks}}))
ORDER BY CASE r.kind WHEN 'event' THEN 0 WHEN 'claim' THEN 1 WHEN 'figure' THEN 2 ELSE 3 END, r.kind,
    r.sort, r.id, c.rowid
"""
COMPUTED = """
SELECT r.id, r.kind, r.name, m.target FROM mentions m JOIN records r ON r.id = m.record
WHERE m.field = 'from' AND r.kind = 'figure' AND m.target IN ({marks}) ORDER BY r.sort, r.id
"""


def resting(records: Records, source: str) -> list[Row]:
    """Give what rests on a source or on a part of it, each with a chain through it, and whether it rests on it `alone`.

    A figure that was computed from one that rests on the source alone rests on it alone as well.
    """
    works = [work for (work,) in records.table(PARTS, (source, source))]
    rows = list(citing(records, works))
    known = {row["id"] for row in rows}
    fallen = [row["id"] for row in rows if row["alone"] and row["kind"] == "figure"]
    while fallen:
        computed = records.table(COMPUTED.format(marks=marks(fallen)), fallen)
        fallen = []
        for found, kind, name, origin in computed:
            if found not in known:
                known.add(found)
                fallen.append(found)
                chain = {"chain": [], "computed_from": origin}
                rows.append({"id": found, "kind": kind, "name": name, **chain, "alone": True})
    return rows


def citing(records: Records, works: list[str]) -> Iterator[Row]:
    """Give the records that cite one of these works somewhere in a chain."""
    found: dict[str, tuple[str, str, list[list[str]]]] = {}
    for record, kind, name, chain in records.table(CITING.format(marks=marks(works)), works):
        found.setdefault(record, (kind, name, []))[2].append(chain.split(" "))
    wanted = set(works)
    for record, (kind, name, chains) in found.items():
        through = [chain for chain in chains if not wanted.isdisjoint(chain)]
        if through:
            alone = len(through) == len(chains)
            row = {"id": record, "kind": kind, "name": name, "chain": through[0], "computed_from": None}
            yield {**row, "alone": alone}
