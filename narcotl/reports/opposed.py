"""The pairs of claims that cannot both be true, as the claims say of each other, each with how positions stand."""

from collections.abc import Iterable, Iterator, Sequence

from narcotl.model.vocab.claim import ClaimRelation
from narcotl.reports.records import Records
from narcotl.reports.report import Row
from narcotl.reports.sections import with_tallies
from narcotl.select.batches import batches, marks
from narcotl.select.selection import Selection
from narcotl.select.sql import compiled

RELATED = """
WITH chosen (id, certain) AS (
    SELECT r.id, CASE WHEN {must} THEN 1 ELSE 0 END FROM records r WHERE r.kind = 'claim' AND {wanted})
SELECT m.record, m.target, MAX(m.certain) FROM (
    SELECT m.record, m.target, c.certain FROM chosen c JOIN mentions m ON m.record = c.id WHERE m.field = 'claim'
    UNION ALL
    SELECT m.record, m.target, c.certain FROM chosen c JOIN mentions m ON m.target = c.id WHERE m.field = 'claim'
) m
JOIN records r ON r.id = m.record AND r.kind = 'claim' JOIN records t ON t.id = m.target AND t.kind = 'claim'
GROUP BY m.record, m.target, r.sort ORDER BY r.sort{direction}, m.record{direction}, m.target
"""
OPPOSED = {
    ClaimRelation.CONTRARY: "Both cannot be true",
    ClaimRelation.CONTRADICTORY: "Exactly one of them is true",
}
"""The relations that set claims against each other, and what they mean."""

VERDICTS = tuple(relation.value for relation in OPPOSED)


def opposed(records: Records, selection: Selection) -> Iterator[Row]:
    """Give the pairs of opposed claims, where a selection asks for at least one of the two."""
    test = compiled(selection.where)
    wanted = records.condition(("claim",), selection)
    direction = " DESC" if selection.reverse else ""
    sql = RELATED.format(must=test.must.sql, wanted=wanted.sql, direction=direction)
    return against(records, records.table(sql, (*test.must.parameters, *wanted.parameters)))


def opposed_to(records: Records, claims: Sequence[str]) -> Iterator[Row]:
    """Give the pairs of opposed claims of which at least one is named."""
    sql = RELATED.format(must="1 = 1", wanted=f"r.id IN ({marks(claims)})", direction="")
    return against(records, records.table(sql, claims))


def against(records: Records, related: Iterable[tuple[str, str, int]]) -> Iterator[Row]:
    """Read the claims of related pairs batch by batch, and keep those that are opposed."""
    for batch in batches(related):
        names = dict.fromkeys(name for one, other, _ in batch for name in (one, other))
        claims = {claim["id"]: claim for claim in with_tallies(records, list(names))}
        for one, other, certain in batch:
            for link in claims[one].get("relates", ()):
                if link["claim"]["id"] == other and link["rel"] in OPPOSED:
                    yield pair_row(claims[one], claims[other], link, certain=bool(certain))


def pair_row(one: Row, other: Row, link: Row, *, certain: bool) -> Row:
    """Write a pair of claims as an object, with the keys of a pair of figures."""
    meaning = OPPOSED[ClaimRelation(link["rel"])]
    corrections = {mended["id"]: mended for row in (one, other) for mended in row.get("corrections", ())}
    row: dict[str, object] = {
        "of": "claim",
        "verdict": link["rel"],
        "one": side(one),
        "other": side(other),
        "measure": None,
        "region": None,
        "period": None,
        "difference": None,
        "reason": f"{meaning}: {link['note']}." if link.get("note") else f"{meaning}.",
        "match": "certain" if certain else "possible",
    }
    return {**row, "corrections": list(corrections.values())} if corrections else row


def side(row: Row) -> Row:
    """Write one claim of a pair: what it says, and how its positions stand."""
    return {"id": row["id"], "name": row["proposition"], "tally": row["tally"], "text": row["proposition"]}
