"""Queries behind commands and behind --where, and days of any year, as a user asks for them."""

from pathlib import Path

import pytest

from tests.conftest import StoreMaker
from tests.front_door import FrontDoor

STORE = {
    "regions.yaml": "- {id: peru, name: Peru, kind: country}\n- {id: bolivia, name: Bolivia, kind: country}\n",
    "actors.yaml": "- {id: dea, name: Drug Enforcement Administration, kind: agency}\n"
    "- {id: farmers, name: Coca farmers, kind: people}\n",
    "sources.yaml": "- {id: book, type: book, title: A book, issued: 2001, read: true}\n",
    "events.yaml": [
        {
            "id": name,
            "title": title,
            "date": date,
            "regions": [region],
            "participants": [{"actor": actor}],
            "kinds": ["policy"],
            "topics": ["coca"],
            "status": status,
            "sources": ["book"],
        }
        for name, title, date, region, actor, status in (
            ("one", "Officials meet", "1989-06-01", "peru", "dea", "documented"),
            ("two", "The CIA is told", "1990-06", "bolivia", "dea", "alleged"),
            ("three", "Farmers march", "1991", "peru", "farmers", "alleged"),
            ("four", "Farmers march again", "1992-06-01/1993", "bolivia", "farmers", "documented"),
        )
    ],
}


@pytest.fixture
def store(make_store: StoreMaker) -> Path:
    return make_store(STORE)


def ids(narcotl: FrontDoor, store: Path, *arguments: str) -> str:
    answer = narcotl("timeline", *arguments, "--store", str(store), "--format", "{id}{match}")
    assert answer.status == 0, answer.err
    return " ".join(answer.out.replace("certain", "").replace("possible", "?").split())


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (("region:peru",), "one three"),
        (("region:peru", "OR", "status:alleged"), "one two three"),
        (("region:peru (status:alleged OR officials)",), "one three"),
        (("NOT region:peru",), "two four"),
        (("farmers -again",), "three"),
        (("--where", "farmers", "--where", "officials"), "one three four"),
        (("farmers", "--where", "region:peru"), "three"),
        (("farmers", "--region", "peru"), "three"),
        (("CIA",), "two"),
        (("actor:farmers since:1992",), "four"),
        (("during:1989 OR date:1990-06-15",), "one two?"),
        (("--on", "06-01"), "one two? four"),
        (("--on", "june 1", "--certain"), "one four"),
        (("--on", "not:06-01"), "two? three"),
        (("--on", "06-15"), "two?"),
        (("on:06-01 region:peru",), "one"),
    ],
)
def test_queries(narcotl: FrontDoor, store: Path, arguments: tuple[str, ...], found: str) -> None:
    assert ids(narcotl, store, *arguments) == found


def test_a_list_of_actors_divides_a_query(narcotl: FrontDoor, store: Path) -> None:
    answer = narcotl("actor", "--where", "kind:agency region:peru", "--store", str(store), "--format", "{id} {events}")
    assert answer.out == "dea 1\n"


def test_the_title_says_what_was_asked(narcotl: FrontDoor, store: Path) -> None:
    answer = narcotl("timeline", "officials", "-r", "peru", "--store", str(store))
    assert answer.out.splitlines()[0] == "Timeline: region peru, officials · 1 event"


def test_an_error_shows_its_place(narcotl: FrontDoor, store: Path) -> None:
    answer = narcotl("timeline", "region:peru (actor:nobody OR march)", "--store", str(store))
    assert (answer.status, answer.out) == (1, "")
    assert answer.err == (
        "narcotl: no actor is called 'nobody'\n"
        "  region:peru (actor:nobody OR march)\n"
        "                     ^^^^^^\n"
        "`narcotl actor` lists them all.\n"
    )


@pytest.mark.parametrize(
    "command", ["timeline", "claims", "figures", "facts", "corrections", "gaps", "stats", "measures"]
)
def test_every_list_takes_a_query(narcotl: FrontDoor, command: str) -> None:
    answer = narcotl(command, "source:seed-003", "-f", "jsonl")
    assert (answer.status, answer.err) == (0, "")
    assert answer == narcotl(command, "--where", "source:seed-003", "-f", "jsonl")


@pytest.mark.parametrize("command", [("actor", "cia"), ("region", "andes"), ("search", "coca"), ("links", "cia")])
def test_where_is_everywhere(narcotl: FrontDoor, command: tuple[str, ...]) -> None:
    asked, by_option = (narcotl(*command, *more, "--json") for more in (("--where", "date:1989"), ("--date", "1989")))
    assert asked.out == by_option.out
