"""What the page holds: the rows that the commands print as JSON, with everything that an event's card shows."""

from collections.abc import Iterable, Iterator
from typing import Final

from narcotl.charts.description import drawn
from narcotl.charts.series import name_of, point_of
from narcotl.library.chosen import CORRECTING, NAMED, Chosen
from narcotl.model.vocab.base import RecordKind
from narcotl.model.vocab.figure import Verdict
from narcotl.reports.claims import completed
from narcotl.reports.figures import named
from narcotl.reports.pairs import Pairs
from narcotl.reports.report import Row
from narcotl.reports.vocab import vocab
from narcotl.select.batches import batches, marks
from narcotl.web.reach import reach

LINKED: Final = """
SELECT r.id FROM mentions m JOIN records r ON r.id = m.target
WHERE m.record IN ({records}) AND r.kind IN ('claim', 'figure')
UNION
SELECT r.id FROM mentions m JOIN records r ON r.id = m.record
WHERE m.target IN ({records}) AND r.kind IN ('claim', 'figure')
"""
"""The claims and figures that events name, and those that name the events."""
OF_A_KIND: Final = "SELECT id FROM records WHERE kind = ? ORDER BY sort, id"
SAID: Final = "SELECT key, value FROM settings WHERE key IN ('title', 'licence')"
WORDS: Final = ("event-status", "stance", "role", "verdict", "missing", "obs-status")
"""The vocabularies whose meanings the page tells."""
ENTITIES: Final = (RecordKind.ACTOR, RecordKind.REGION, RecordKind.SOURCE, RecordKind.MEASURE)
TOLD: Final = (Verdict.CONFLICT, Verdict.REVISION, Verdict.OTHER_SIDE_MISSING)
"""How two figures meet, where the page says so."""


def gathered(chosen: Chosen, asked: str) -> Row:
    """Gather what the filters choose; `asked` says in words what that was.

    An event brings all its claims and figures along, whether or not the filters choose them: its card is whole.
    """
    events = in_time(chosen, chosen.rows(RecordKind.EVENT))
    facts = ids_of(events) | {row["id"] for kind in (RecordKind.CLAIM, RecordKind.FIGURE) for row in chosen.rows(kind)}
    facts |= linked(chosen, ids_of(events))
    claims = list(completed(chosen.index, in_order(chosen, RecordKind.CLAIM, facts)))
    figures = list(named(in_order(chosen, RecordKind.FIGURE, facts), None))
    known = chosen.asked_for(NAMED, facts)
    corrections = chosen.asked_for(CORRECTING, facts | known)
    known = chosen.closure(known | chosen.asked_for(NAMED, corrections, ("source", "via")))
    return {
        "asked": asked,
        "as_of": "{:04d}-{:02d}-{:02d}".format(*chosen.stamp),
        **settings(chosen),
        "events": events,
        "claims": claims,
        "figures": figures,
        "points": {point.id: drawn(point, name_of(row)) for row in figures if (point := point_of(row)) is not None},
        "pairs": [pair for pair in Pairs(chosen.index).among(figures, every=False) if pair["verdict"] in TOLD],
        **{f"{kind}s": list(in_order(chosen, kind, known)) for kind in ENTITIES},
        "corrections": list(in_order(chosen, RecordKind.CORRECTION, corrections)),
        "reach": {
            name: reach(chosen.index, [row["id"] for row in rows])
            for name, rows in (("events", events), ("claims", claims), ("figures", figures))
        },
        "vocabulary": {name: {row["word"]: row["meaning"] for row in vocab(name).rows} for name in WORDS},
    }


def ids_of(rows: Iterable[Row]) -> set[str]:
    """Give the ids of rows."""
    return {row["id"] for row in rows}


def linked(chosen: Chosen, events: set[str]) -> set[str]:
    """Give the ids of the claims and figures that belong to events."""
    found: set[str] = set()
    for batch in batches(sorted(events)):
        sql = LINKED.format(records=marks(batch))
        found.update(name for (name,) in chosen.index.table(sql, (*batch, *batch)))
    return found


def in_time(chosen: Chosen, rows: Iterable[Row]) -> list[Row]:
    """Put events in order of time, whatever order was asked for: so the page shows them."""
    order = {name: place for place, (name,) in enumerate(chosen.index.table(OF_A_KIND, (RecordKind.EVENT.value,)))}
    return sorted(rows, key=lambda row: order[row["id"]])


def in_order(chosen: Chosen, kind: RecordKind, wanted: set[str]) -> Iterator[Row]:
    """Give the records of a kind with these ids: in order of time, or by id where a kind has none."""
    ids = (name for (name,) in list(chosen.index.table(OF_A_KIND, (kind.value,))) if name in wanted)
    for batch in batches(ids):
        yield from chosen.get(batch)


def settings(chosen: Chosen) -> Row:
    """Give what the store is called, and on which terms it may be used, as far as it says so."""
    from json import loads

    found = {key: loads(value) for key, value in chosen.index.table(SAID)}
    return {key: str(found[key]) if found.get(key) else None for key in ("title", "licence")}
