"""Random stores and random questions to them, for laws that must hold for all."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias
from unittest import mock

from hypothesis import strategies as st

Record: TypeAlias = dict[str, Any]
Store: TypeAlias = dict[str, list[Record]]
"""The records of a store by the file that they stand in."""

DATES = (
    *("1950", "196X", "1965/1975", "1980", "198X", "1984-11", "1984-11-26", "1985/", "/1985", "1985/..", "../1985"),
    *("XXXX", "1950~", "1984?", "[1960,1984]", "{1950,1984-11..1985-02}", "1984-1X", "2001-21", "-0043", "1984-24"),
)
DATES_ASKED = (
    *("1980s", "1984", "november 1984", "1984-11-26", "since 1985", "until 1960", "before 1980", "1960-1984"),
    *("[1950,1984]", "{1960,1985}", "44 BC", "1985/", "/1950", "XXXX", "early 1980s", "winter 1984"),
)
PERIODS_ASKED = ("1950", "1980s", "june 1984", "1984-11-26", "1985", "44 BC")
KINDS = ("law", "seizure", "war", "policy")
STATUSES = ("documented", "reported", "alleged", "disputed")
TOPICS = ("coca", "opium", "laundering")
WORDS = ("river", "señor", "Otárola", "law", "[bold]", "=1+1", "a,b;c", 'quote"s', "ünï", "<&>")
REGIONS, ACTORS, SOURCES, EVENTS = 6, 6, 3, 8


def ids(kind: str, number: int) -> list[str]:
    """Give the ids of the first records of a kind."""
    return [f"{kind}-{place}" for place in range(number)]


def some(values: list[str], most: int = 3) -> st.SearchStrategy[list[str]]:
    """Draw a few different values."""
    return st.lists(st.sampled_from(values), unique=True, max_size=most) if values else st.just([])


def titles() -> st.SearchStrategy[str]:
    """Draw a title."""
    return st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)


def maybe(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Record]:
    """Draw some of these fields."""
    return st.fixed_dictionaries({}, optional=fields)


@st.composite
def regions(draw: st.DrawFn, number: int) -> list[Record]:
    """Draw regions that are part of later ones, so that there is no circle, and share ground with any."""
    names = ids("region", number)
    return [
        {
            "id": name,
            "name": f"Region {draw(titles())} {place}",
            "kind": "country",
            "part_of": draw(some(names[place + 1 :], 2)),
            "overlaps": draw(some([other for other in names if other != name], 1)),
        }
        for place, name in enumerate(names)
    ]


@st.composite
def actors(draw: st.DrawFn, number: int) -> list[Record]:
    """Draw actors that are units of later ones, or hold an office there, at all times or some."""
    names = ids("actor", number)
    whens = st.sampled_from(["1950/1960", "1984", "198X", "1985/..", "1985/"])
    found = []
    for place, name in enumerate(names):
        bodies = draw(some(names[place + 1 :], 2))
        parts = [{"id": body, **draw(maybe(when=whens))} for body in bodies[:1]]
        offices = [{"of": body, "title": "head", **draw(maybe(when=whens))} for body in bodies[1:]]
        found.append({"id": name, "name": f"Actor {place}", "kind": "agency", "part_of": parts, "offices": offices})
    return found


def events(places: list[str], people: list[str], works: list[str], number: int) -> st.SearchStrategy[list[Record]]:
    """Draw events with dates, places, participants and sources."""
    participants = st.lists(
        st.fixed_dictionaries({"actor": st.sampled_from(people), "role": st.sampled_from(["lead", "target"])}),
        max_size=2,
    )
    return st.lists(
        st.fixed_dictionaries(
            {
                "title": titles(),
                "date": st.sampled_from(DATES),
                "regions": some(places, 2),
                "kinds": some(list(KINDS), 2),
                "status": st.sampled_from(STATUSES),
                "sources": st.lists(st.sampled_from(works), min_size=1, max_size=2, unique=True),
            },
            optional={
                "summary": titles(),
                "topics": some(list(TOPICS)),
                "participants": participants,
                "date_alt": st.lists(st.fixed_dictionaries({"date": st.sampled_from(DATES)}), max_size=1),
            },
        ),
        max_size=number,
    ).map(lambda drawn: [{"id": f"event-{place}", **event} for place, event in enumerate(drawn)])


def claims(happenings: list[str], places: list[str], people: list[str], works: list[str]) -> st.SearchStrategy[Any]:
    """Draw claims about events, places and people, each with a few positions."""
    position = st.fixed_dictionaries(
        {"stance": st.sampled_from(["asserts", "denies", "reports"]), "source": st.sampled_from(works)},
        optional={"actor": st.sampled_from(people), "said": st.sampled_from(DATES)},
    )
    about = maybe(event=some(happenings, 1), region=some(places, 1), actor=some(people, 1))
    claim = st.fixed_dictionaries(
        {"proposition": titles(), "about": about, "positions": st.lists(position, min_size=1, max_size=3)}
    )
    return st.lists(claim, max_size=2).map(
        lambda drawn: [{"id": f"claim-{place}", **found} for place, found in enumerate(drawn)]
    )


@st.composite
def stores(draw: st.DrawFn) -> Store:
    """Draw a store without errors, its events in one file or in several of both kinds."""
    places, people = draw(regions(draw(st.integers(1, REGIONS)))), draw(actors(draw(st.integers(1, ACTORS))))
    works = [
        {"id": name, "type": "report", "title": f"Source {name}", "issued": "1999", "read": True}
        for name in ids("source", SOURCES)
    ]
    region_names, actor_names, source_names = (
        [str(record["id"]) for record in found] for found in (places, people, works)
    )
    happenings = draw(events(region_names, actor_names, source_names, EVENTS))
    store: Store = {"regions.yaml": places, "actors.yaml": people, "sources.yaml": works}
    store["claims.yaml"] = draw(
        claims([str(event["id"]) for event in happenings], region_names, actor_names, source_names)
    )
    for event in happenings:
        file = draw(st.sampled_from(["events.yaml", "events/a.yaml", "events/b.jsonl"]))
        store.setdefault(file, []).append(event)
    return store


@st.composite
def questions(draw: st.DrawFn, store: Store) -> list[str]:
    """Draw a selection in the words of the command line, from names that the store has."""
    places, people, works = ([r["id"] for r in store[f"{n}.yaml"]] for n in ("regions", "actors", "sources"))
    values: dict[str, tuple[str, ...]] = {
        "--region": tuple(places),
        "--actor": tuple(people),
        "--source": tuple(works),
        "--kind": KINDS,
        "--status": STATUSES,
        "--during": DATES_ASKED,
        "--date": DATES_ASKED,
        "--text": WORDS[:4],
    }
    arguments: list[str] = []
    for option in draw(st.lists(st.sampled_from(sorted(values)), max_size=3)):
        excludes = option not in ("--during", "--date") and draw(st.booleans())
        arguments += [option, ("not:" if excludes else "") + draw(st.sampled_from(values[option]))]
    if draw(st.booleans()):
        arguments += ["--since", draw(st.sampled_from(PERIODS_ASKED))]
    arguments += draw(st.sampled_from([[], ["--certain"], ["--no-units"], ["--limit", "3"], ["--reverse"]]))
    return arguments + draw(st.sampled_from([[], ["--sort", "name"], ["--sort", "status"]]))


def write(store: Store, folder: Path) -> None:
    """Write a store; JSON is YAML as well, and quicker to write."""
    for name, records in store.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content(name, records), encoding="utf-8")


def content(name: str, records: list[Record]) -> str:
    """Give the text of a file."""
    if name.endswith(".jsonl"):
        return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    return "[\n" + ",\n".join(json.dumps(record, ensure_ascii=False) for record in records) + "\n]\n"


@contextmanager
def written(store: Store) -> Iterator[Path]:
    """Write a store into a folder of its own, with an empty cache, for as long as it is asked."""
    with TemporaryDirectory() as name:
        folder = Path(name) / "store"
        folder.mkdir()
        write(store, folder)
        with mock.patch.dict("os.environ", NARCOTL_CACHE_DIR=str(Path(name) / "cache")):
            yield folder
