"""The pairs of figures that meet, each with its verdict: found by SQL, judged one after the other."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, islice

from narcotl.model.vocab.figure import Verdict
from narcotl.reports.amounts import amount, speaker
from narcotl.reports.records import Records
from narcotl.reports.report import Row
from narcotl.reports.verdicts import Meeting, date, meeting
from narcotl.select.batches import batches
from narcotl.select.selection import Selection, Sort
from narcotl.select.sql import compiled

MEETING = """
WITH chosen (id, certain) AS (
    SELECT r.id, CASE WHEN {must} THEN 1 ELSE 0 END FROM records r WHERE r.kind = 'figure' AND {wanted})
SELECT a.record, b.record, c.certain
FROM chosen c JOIN amounts a ON a.record = c.id JOIN records r ON r.id = a.record
JOIN amounts b ON b.measure = a.measure AND b.region = a.region
    AND b.earliest <= a.latest AND b.latest >= a.earliest AND b.record <> a.record
WHERE a.record < b.record OR b.record NOT IN (SELECT id FROM chosen)
ORDER BY {order}, a.record{direction}, b.record{direction}
"""
"""Each pair once, if at least one of the two is chosen; those whose periods touch, by the hulls of their dates."""

ORDER = {
    Sort.DATE: "r.sort",
    Sort.NAME: "r.name",
    Sort.ID: "r.id",
    Sort.STATUS: "r.sort",
    Sort.TYPE: "r.type{direction}, r.sort",
}
ORIGINS = """
WITH RECURSIVE origins (id) AS (
    SELECT target FROM mentions WHERE record = ? AND field = 'from'
    UNION
    SELECT m.target FROM origins JOIN mentions m ON m.record = origins.id AND m.field = 'from'
)
SELECT id FROM origins
"""
"""All figures that one was computed from, however indirectly."""


class Pairs:
    """Judges the pairs of figures of one store."""

    def __init__(self, records: Records) -> None:
        """Begin without knowing any measure or origin."""
        self.records = records
        self.measures: dict[str, Row | None] = {}
        self.origins: dict[str, frozenset[str]] = {}

    def met(self, selection: Selection) -> Iterator[Row]:
        """Give the pairs that meet, where a selection asks for at least one of the two."""
        test = compiled(selection.where)
        wanted = self.records.condition(("figure",), selection)
        direction = " DESC" if selection.reverse else ""
        order = ORDER[selection.sort].format(direction=direction) + direction
        sql = MEETING.format(must=test.must.sql, wanted=wanted.sql, order=order, direction=direction)
        return self.judged(self.records.table(sql, (*test.must.parameters, *wanted.parameters)))

    def of(self, figures: Sequence[str]) -> Iterator[Row]:
        """Give the pairs that meet of which at least one is named, in order of time."""
        named = f"r.id IN ({', '.join('?' * len(figures))})"
        sql = MEETING.format(must="1 = 1", wanted=named, order=ORDER[Sort.DATE], direction="")
        return self.judged(self.records.table(sql, figures))

    def among(self, figures: Iterable[Row], *, every: bool) -> Iterator[Row]:
        """Give the pairs among these figures: those that meet, or with `every` also those that never do."""
        for one, other in combinations(figures, 2) if every else meeting_pairs(figures):
            certain = all(row.get("match") != "possible" for row in (one, other))
            found = self.pair(one, other, certain=certain)
            if found is not None:
                yield found

    def judged(self, found: Iterable[tuple[str, str, int]]) -> Iterator[Row]:
        """Read the records of pairs batch by batch, and judge them."""
        for batch in batches(found):
            names = dict.fromkeys(name for one, other, _ in batch for name in (one, other))
            rows = {row["id"]: row for row in self.records.get(names)}
            for one, other, certain in batch:
                # The hulls of two sets of dates may touch where no two of their members do.
                if date(rows[one]["period"]).overlaps(date(rows[other]["period"])):
                    row = self.pair(rows[one], rows[other], certain=bool(certain))
                    if row is not None:
                        yield row

    def pair(self, one: Row, other: Row, *, certain: bool) -> Row | None:
        """Judge one pair; None if one of the two was computed from the other."""
        if one["id"] in self.origins_of(other) or other["id"] in self.origins_of(one):
            return None
        first, second = sorted((one, other), key=precedence)
        measure = self.measure(one["measure"]["id"])
        return pair_row(first, second, meeting(first, second, (measure or {}).get("nature")), certain=certain)

    def measure(self, name: str) -> Row | None:
        """Give a measure, or None if the store does not have it."""
        if name not in self.measures:
            self.measures[name] = next(iter(self.records.get([name])), None)
        return self.measures[name]

    def origins_of(self, row: Row) -> frozenset[str]:
        """Give everything that a figure was computed from."""
        if not row.get("derived"):
            return frozenset()
        if row["id"] not in self.origins:
            self.origins[row["id"]] = frozenset(name for (name,) in self.records.table(ORIGINS, (row["id"],)))
        return self.origins[row["id"]]


def meeting_pairs(figures: Iterable[Row]) -> Iterator[tuple[Row, Row]]:
    """Give each two figures of one measure that speak of the same place, and of periods that share a day.

    Place by place and in order of time, none is held against what begins after its end.
    """
    places: dict[str, list[tuple[int, int, int, Row]]] = {}
    for number, row in enumerate(figures):
        spans = date(row["period"]).spans()
        hull = min(first for first, _ in spans), max(last for _, last in spans)
        places.setdefault(row["region"]["id"], []).append((*hull, number, row))
    for listed in places.values():
        listed.sort(key=lambda entry: entry[:3])
        for place, (_, end, _, one) in enumerate(listed):
            for start, _, _, other in islice(listed, place + 1, None):
                if start > end:
                    break
                if date(one["period"]).overlaps(date(other["period"])):
                    yield one, other


def precedence(row: Row) -> tuple[bool, tuple[int, int], str]:
    """Put what is given before what is missing, and what was published earlier before what came later."""
    published = date(row["vintage"]).spans()[0] if row["vintage"] else (0, 0)
    return bool(row["missing"]), published, row["id"]


def pair_row(one: Row, other: Row, met: Meeting, *, certain: bool) -> Row:
    """Write a pair of figures as an object."""
    corrections = {mended["id"]: mended for row in (one, other) for mended in row.get("corrections", ())}
    row: dict[str, object] = {
        "of": "figure",
        "verdict": met.verdict.value,
        "one": side(one),
        "other": side(other),
        "measure": one["measure"],
        "region": one["region"],
        "period": one["period"],
        "difference": met.difference.to_json() if met.difference else None,
        "reason": met.reason,
        "match": "certain" if certain else "possible",
    }
    return {**row, "corrections": list(corrections.values())} if corrections else row


def side(row: Row) -> Row:
    """Write one figure of a pair: what it is called, who gives it, and what it says."""
    note = {"note": row["note"]} if row["missing"] and row.get("note") else {}
    return {
        "id": row["id"],
        "name": f"{row['measure']['name'] or row['measure']['id']}, {row['region']['name']}, {row['period']['text']}",
        "agency": row["agency"],
        "by": speaker(row),
        "text": amount(row),
        **note,
    }


VERDICTS = tuple(verdict.value for verdict in Verdict)
"""The verdicts on two figures."""
