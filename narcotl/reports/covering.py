"""What each source covers: how many events, claims, figures, actors, regions and years, and what rests on it alone."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from narcotl.reports import cells, found
from narcotl.reports.chains import addresses, work
from narcotl.reports.counting import tallied
from narcotl.reports.coverage import KINDS, Link
from narcotl.reports.records import Records
from narcotl.reports.report import Column, Report, Row, Tone
from narcotl.select.selection import Selection, Sort
from narcotl.select.sql import compiled
from narcotl.select.tally import By, alone

THINGS = {"actors": By.ACTOR, "regions": By.REGION, "years": By.YEAR}
FIELDS = ("source", "source.id", "source.name", *(f"{kind}s" for kind in KINDS), *THINGS, "first", "last", "alone")
"""The fields of a row."""


def covering(records: Records, link: Link, selection: Selection, title: str = "") -> Report:
    """List sources by what they cover of the records that a selection asks for, the one that covers most first."""
    rows = sorted(
        each(records, link, selection),
        key=lambda row: (-sum(row[f"{kind}s"] for kind in KINDS), str(row["source"]["name"]).casefold()),
    )
    if selection.sort in (Sort.NAME, Sort.ID):
        rows.sort(key=lambda row: str(row["source"][selection.sort.value]).casefold())
    if selection.reverse:
        rows.reverse()
    return Report(
        title=title,
        columns=COLUMNS,
        rows=rows[: selection.limit],
        empty="No source covers any of it.",
        kind="source",
        footer=lambda shown: [footer(link)] if shown else [],
        addresses=partial(addresses, records),
        total=lambda: len(rows),
        why=found.reason(records, "event", selection),
    )


def each(records: Records, link: Link, selection: Selection) -> Iterator[Row]:
    """Give a row for each source."""
    by = link.by
    names: dict[str, str] = {}
    stated: dict[str, dict[str, int]] = {}
    for kind in KINDS:
        counts = tallied(records, kind, (by,), selection)
        names |= counts.names
        stated[f"{kind}s"] = {source: count for (source,), (count, _) in counts.numbers.items() if source is not None}
    things = {name: values(records, by, thing, selection) for name, thing in THINGS.items()}
    test = compiled(selection.where)
    single = dict(records.table(*alone(KINDS, test.must if selection.certain else test.may, by)))
    for source in names:
        years = things["years"].get(source, set())
        yield {
            "source": {"id": source, "name": names[source]},
            **{name: counts.get(source, 0) for name, counts in stated.items()},
            **{name: len(sets.get(source, ())) for name, sets in things.items()},
            "first": min(years, default=None),
            "last": max(years, default=None),
            "alone": single.get(source, 0),
        }


def values(records: Records, link: By, thing: By, selection: Selection) -> dict[str, set[Any]]:
    """Give the actors, regions or years that each source says something of."""
    values_of: dict[str, set[Any]] = {}
    for kind in KINDS:
        for source, value in tallied(records, kind, (link, thing), selection).numbers:
            if source is not None and value is not None:
                values_of.setdefault(source, set()).add(value)
    return values_of


def footer(link: Link) -> str:
    """Say what is counted."""
    meaning = {
        Link.ORIGIN: "A source covers what goes back to it: the first link of a chain, the parts of a work as one",
        Link.READING: "A source covers what was read in it: the last link of a chain",
        Link.ANY: "A source covers what it stands in a chain of, wherever",
    }
    return f"{meaning[link]}. Alone: records that rest on no other."


def years(row: Row) -> str:
    """Write the first and the last year that is covered."""
    return "\N{EN DASH}".join(dict.fromkeys(str(row[end]) for end in ("first", "last") if row[end] is not None))


def number(key: str, least: int) -> Column:
    """Give a column of numbers."""
    return Column(key=key, heading=key.capitalize(), cell=lambda row: str(row[key]), tone=Tone.NUMBER, least=least)


COLUMNS = (
    Column(
        key="source.id",
        heading="Source",
        cell=lambda row: cells.name(row["source"]),
        works=lambda row: work(row["source"]),
        least=18,
    ),
    *(number(key, 6) for key in ("events", "claims", "figures", "actors", "regions")),
    Column(key="years", heading="Years", cell=years, least=9),
    number("alone", 5),
)
