"""The list of records that are likely to be the same."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from narcotl.model.checks import Apart
from narcotl.reports.duplicates.happened import happened
from narcotl.reports.duplicates.named import named
from narcotl.reports.duplicates.pairs import Pair
from narcotl.reports.duplicates.works import works
from narcotl.reports.records import Records
from narcotl.reports.report import Column, Report, Row, Tone

FINDERS: Final[dict[str, Callable[[Records], Iterable[Pair]]]] = {
    "actor": lambda records: named(records, "actor"),
    "region": lambda records: named(records, "region"),
    "source": works,
    "event": happened,
}
"""What finds duplicates of each kind."""
KNOWN = """
SELECT record, target FROM mentions UNION SELECT asked, region FROM region_reach WHERE certain = 1
UNION SELECT asked, actor FROM actor_reach
"""
"""Each two records of which one names the other, or lies inside it, however far down."""
NAMES = "SELECT id, name FROM records"
STATED = "SELECT value FROM settings WHERE key = 'check' ORDER BY path"
COLUMNS = (
    Column(key="score", heading="Score", cell=lambda row: str(row["score"]), tone=Tone.NUMBER),
    Column(key="kind", heading="Kind", cell=lambda row: str(row["kind"])),
    Column(key="one.id", heading="One", cell=lambda row: str(row["one"]["id"]), tone=Tone.NAME, least=12),
    Column(key="other.id", heading="Other", cell=lambda row: str(row["other"]["id"]), tone=Tone.NAME, least=12),
    Column(key="reasons", heading="Why", cell=lambda row: "; ".join(row["reasons"]), least=20),
)
DISTINCT = Column(key="distinct", heading="Why they are two", cell=lambda row: str(row["distinct"] or ""), least=20)
FIELDS = (
    *("kind", "score"),
    *(f"{side}{key}" for side in ("one", "other") for key in ("", ".id", ".name")),
    *("reasons", "distinct"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Likely:
    """Pairs that are told, and how many are not, since the store says that they are two."""

    report: Report
    apart: int


def duplicates(
    records: Records, kinds: Collection[str], least: int, limit: int | None, *, distinct: bool = False
) -> Likely:
    """List pairs, the surest first; two records of which one names the other are known to be two.

    So are those of which the store says it: with `distinct` they are listed as well, with the reason.
    """
    known = {frozenset(pair) for pair in records.table(KNOWN)}
    names = dict(records.table(NAMES))
    stated = apart(records)
    looked = [
        (kind, pair)
        for kind, find in FINDERS.items()
        if not kinds or kind in kinds
        for pair in find(records)
        if pair.score >= least and frozenset((pair.one, pair.other)) not in known
    ]
    found = [item for item in looked if distinct or stated.reason(item[1].one, item[1].other) is None]
    found.sort(key=lambda item: (-item[1].score, list(FINDERS).index(item[0]), item[1]))
    report = Report(
        title="Likely duplicates",
        columns=(*COLUMNS, DISTINCT) if distinct else COLUMNS,
        rows=rows(found[:limit], names, stated),
        empty="No two records look alike.",
        total=lambda: len(found),
    )
    return Likely(report=report, apart=len(looked) - len(found))


def apart(records: Records) -> Apart:
    """Give what the stores say is not the same."""
    stated = (one for (text,) in records.table(STATED) for one in json.loads(text).get("distinct", ()))
    return Apart((one["records"], one["reason"]) for one in stated)


def rows(found: Iterable[tuple[str, Pair]], names: dict[str, str], stated: Apart) -> Iterator[Row]:
    """Give the pairs as JSON has them."""
    for kind, pair in found:
        yield {
            "kind": kind,
            "score": pair.score,
            "one": {"id": pair.one, "name": names[pair.one]},
            "other": {"id": pair.other, "name": names[pair.other]},
            "reasons": list(pair.reasons),
            "distinct": stated.reason(pair.one, pair.other),
        }
