"""Who covers what: sources against events, actors, regions and years, by what rests on one source and what on none."""

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import partial
from typing import Any

from narcotl.frozen import Frozen
from narcotl.plural import counted
from narcotl.reports import found
from narcotl.reports.counting import Counts, tallied
from narcotl.reports.matrix import FEW, SEVERAL, crossing
from narcotl.reports.records import Records
from narcotl.reports.report import Column, Report, Row, Tone
from narcotl.select.selection import Selection, Sort
from narcotl.select.sql import conditions
from narcotl.select.tally import STEPS, By

KINDS = ("event", "claim", "figure")
"""The records that sources are asked about: what they state."""
FIRST = 3
"""How many sources a cell names."""


class Thing(StrEnum):
    """What sources may cover."""

    EVENT = "event"
    ACTOR = "actor"
    REGION = "region"
    TOPIC = "topic"
    YEAR = "year"
    DECADE = "decade"

    @property
    def by(self) -> By:
        """How records are counted for it: a region with all that lies in it."""
        return By.AREA if self is Thing.REGION else By(self.value)

    @property
    def is_record(self) -> bool:
        """Whether it has an id and a name; the few sources of such a thing are named in one cell."""
        return self in (Thing.EVENT, Thing.ACTOR, Thing.REGION)

    @property
    def few(self) -> int:
        """How many sources a narrow table shows side by side."""
        return 0 if self.is_record else FEW - 1


class Link(StrEnum):
    """Which works of a chain cover what is said: the first, the last, or any of them."""

    ORIGIN = "origin"
    READING = "reading"
    ANY = "any"

    @property
    def by(self) -> By:
        """How records are counted by it."""
        return By.SOURCE if self is Link.ANY else By(self.value)


class Resting(StrEnum):
    """On how many sources something rests."""

    NONE = "none"
    ONE = "one"
    SEVERAL = "several"

    @classmethod
    def on(cls, sources: int) -> "Resting":
        """Say it of a number."""
        return cls.SEVERAL if sources > 1 else cls.ONE if sources else cls.NONE


FIELDS = (
    *Thing,
    *(f"{thing}.{key}" for thing in Thing if thing.is_record for key in ("id", "name")),
    *("records", "sources", "resting", "works", "across"),
)
"""The fields of a row of the matrix."""


class Grid(Frozen):
    """How many records say something of each thing, and how many of them rest on which source."""

    records: dict[Any, int]
    pairs: Counts
    sources: dict[Any, dict[str, int]]
    """On which sources each thing rests, by id, with how many records; the most frequent first."""


def gathered(records: Records, by: By, link: By, selection: Selection) -> Grid:
    """Count events, claims and figures together."""
    totals: Counter[Any] = Counter()
    pairs: dict[tuple[Any, ...], tuple[int, int]] = {}
    names: dict[str, str] = {}
    for kind in KINDS:
        totals.update({key: n for (key,), (n, _) in tallied(records, kind, (by,), selection).numbers.items()})
        crossed = tallied(records, kind, (by, link), selection)
        names |= crossed.names
        for pair, (count, certain) in crossed.numbers.items():
            before = pairs.get(pair, (0, 0))
            if None not in pair:
                pairs[pair] = before[0] + count, before[1] + certain
    totals.pop(None, None)
    sources: dict[Any, dict[str, int]] = {}
    for (key, source), (count, _) in sorted(pairs.items(), key=lambda pair: (-pair[1][0], pair[0][1])):
        sources.setdefault(key, {})[source] = count
    return Grid(records=totals, pairs=Counts(numbers=pairs, names=names), sources=sources)


def coverage(
    records: Records, thing: Thing, link: Link, selection: Selection, resting: Sequence[Resting] = (), title: str = ""
) -> Report:
    """Set things against the sources that cover them: how many records of which source say something of each."""
    grid = gathered(records, thing.by, link.by, selection)
    every = completed(records, thing, selection, grid)
    on = {key: Resting.on(len(grid.sources.get(key, ()))) for key in every}
    kept = [key for key in ordered(grid, thing, every, selection) if not resting or on[key] in resting]
    shown = kept[: selection.limit]
    rows = [row_of(grid, thing, every, key) for key in shown]
    return Report(
        title=title,
        columns=(*columns(thing), *crossing(grid.pairs, link.by, thing.few)),
        rows=rows,
        empty=f"No {thing} fits.",
        kind=str(thing),
        footer=partial(footer, thing, Counter(on.values()), len({source for _, source in grid.pairs.numbers})),
        total=lambda: len(kept),
        why=(lambda: f"no {thing} rests on {' or '.join(resting)}")
        if every
        else found.reason(records, "event", selection),
    )


def completed(records: Records, thing: Thing, selection: Selection, grid: Grid) -> dict[Any, str]:
    """Give all things with their names: those that are covered, and those that nobody covers.

    Of entities that nobody covers, filters could not say which are meant, so they are told only without filters.
    """
    every = {key: grid.pairs.text(thing.by, key) for key in grid.records}
    if thing in (Thing.YEAR, Thing.DECADE) and every:
        step = STEPS[thing.by]
        every |= {year: grid.pairs.text(thing.by, year) for year in range(min(every), max(every) + 1, step)}
    elif thing is not Thing.TOPIC:
        unfiltered = thing is not Thing.EVENT and not any(conditions(selection.where))
        names = records.table("SELECT id, name FROM records WHERE kind = ?", (thing.value,))
        every = {key: name for key, name in names if unfiltered or key in every}
    return every


def ordered(grid: Grid, thing: Thing, every: dict[Any, str], selection: Selection) -> list[Any]:
    """Order things: years by time, others by how many records say something of them."""
    keys = sorted(every, key=lambda key: every[key].casefold())
    if thing.by in STEPS:
        keys.sort()
    elif selection.sort is not Sort.NAME:
        keys.sort(key=lambda key: -grid.records.get(key, 0))
    return keys[::-1] if selection.reverse else keys


def row_of(grid: Grid, thing: Thing, every: dict[Any, str], key: Any) -> Row:
    """Write what covers one thing."""
    sources = grid.sources.get(key, {})
    value = key if thing is Thing.YEAR else every[key] if thing in (Thing.DECADE, Thing.TOPIC) else None
    return {
        thing.value: value if value is not None else {"id": key, "name": every[key]},
        "records": grid.records.get(key, 0),
        "sources": len(sources),
        "resting": Resting.on(len(sources)).value,
        "works": list(sources),
        "across": dict(sources),
    }


def columns(thing: Thing) -> Iterator[Column]:
    """Give the columns before those of the sources."""

    def name(row: Row) -> str:
        return str(row[thing]["name"] if thing.is_record else row[thing])

    yield Column(key=f"{thing}.id" if thing.is_record else thing.value, heading=thing.capitalize(), cell=name, least=10)
    yield Column(key="records", heading="Records", cell=lambda row: str(row["records"]), tone=Tone.NUMBER, least=7)
    yield Column(key="sources", heading="Sources", cell=lambda row: str(row["sources"]), tone=Tone.NUMBER, least=7)
    if thing.is_record:
        yield Column(key="works", heading="Which", cell=which, least=18)


def which(row: Row) -> str:
    """Name the sources that say most of something, each with how many records, and how many there are beside them."""
    named = [f"{source} {count}" for source, count in row["across"].items()]
    more = len(named) - FIRST
    return ", ".join(named[:FIRST]) + (f" and {more} more" if more > 0 else "")


def footer(thing: Thing, counts: Counter[Resting], sources: int, rows: Sequence[Row]) -> list[str]:
    """Say how many things rest on none, one and several sources, and what a table does not show."""
    if not rows:
        return []
    total = counts.total()
    parts = ", ".join(f"{counts[on]} on {on}" for on in (Resting.SEVERAL, Resting.ONE, Resting.NONE))
    notes = [f"Of {counted(total, thing)}: {parts}."]
    if sources > thing.few:
        side_by_side = f"a narrow table shows {thing.few}, a wide one" if thing.few else "a wide table shows"
        notes.append(f"Of {sources} sources {side_by_side} {SEVERAL} side by side; --format csv has all.")
    return notes
