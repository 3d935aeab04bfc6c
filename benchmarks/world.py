"""The world of an invented store: regions inside regions, agencies with units and officers, sources and measures."""

from collections.abc import Iterator
from itertools import accumulate
from typing import Any, Final, TypeAlias

from benchmarks.wording import Wording

Record: TypeAlias = dict[str, Any]

CONTINENTS: Final = 5
COUNTRIES: Final = 12
"""In each continent."""
PROVINCES: Final = 6
"""In each country."""
MEASURES: Final = (("planted", "Area planted", "ha"), ("made", "Weight made", "t"), ("seized", "Weight seized", "kg"))
AGENCIES: Final = 20
"""Bodies that are named often; everybody else is a person or a small group."""


def regions() -> Iterator[Record]:
    """Make the world: continents, countries, provinces, and a zone that shares ground with two countries."""
    yield {"id": "world", "name": "World", "kind": "world"}
    for c in range(CONTINENTS):
        yield {"id": f"land-{c}", "name": f"Land {c}", "kind": "continent", "part_of": ["world"]}
        for n in range(COUNTRIES):
            name = f"state-{c}-{n}"
            yield {
                "id": name,
                "name": f"State {c}.{n}",
                "kind": "country",
                "part_of": [f"land-{c}"],
                "aliases": [f"S{c}{n}"],
            }
            for p in range(PROVINCES):
                yield {
                    "id": f"province-{c}-{n}-{p}",
                    "name": f"Province {c}.{n}.{p}",
                    "kind": "province",
                    "part_of": [name],
                }
        zone = {"id": f"zone-{c}", "name": f"Zone {c}", "kind": "drug-zone", "part_of": [f"land-{c}"]}
        yield {**zone, "overlaps": [f"state-{c}-0", f"state-{c}-1"]}


def people(size: int) -> int:
    """Say how many actors a store of a size has besides agencies and their units."""
    return 50 + size // 50


def actors(size: int) -> Iterator[Record]:
    """Make agencies, a unit of each, and people, some of whom held an office in one."""
    for n in range(AGENCIES):
        yield {"id": f"agency-{n}", "name": f"Agency {n}", "kind": "agency", "aliases": [f"AG{n}"]}
        yield {"id": f"unit-{n}", "name": f"Unit of agency {n}", "kind": "office", "part_of": [f"agency-{n}"]}
    for n in range(people(size)):
        record: Record = {"id": f"person-{n}", "name": f"Person {n}", "kind": "person"}
        if n % 10 == 0:
            when = f"{1950 + n % 60}/{1955 + n % 60}"
            record["offices"] = [{"of": f"agency-{n // 10 % AGENCIES}", "title": "Director", "when": when}]
        yield record


def works(size: int) -> int:
    """Say how many sources a store of a size has."""
    return 20 + size // 100


def sources(size: int, wording: Wording) -> Iterator[Record]:
    """Make sources, most of which were read."""
    for n in range(works(size)):
        title = f"{wording.sentence(6)} {n}"
        yield {"id": f"work-{n}", "type": "report", "title": title, "issued": "2024", "read": True}


def measures() -> Iterator[Record]:
    """Make measures."""
    for name, words, unit in MEASURES:
        yield {"id": name, "name": words, "unit": unit, "nature": "total"}


PLACES: Final = tuple(record["id"] for record in regions())
WEIGHTS: Final = tuple(
    accumulate({"world": 1, "land": 3, "zone": 3, "state": 4}.get(p.split("-")[0], 2) for p in PLACES)
)
"""How often a place is drawn: what is large more often than what is small, all provinces together most often."""
