"""`narcotl search`: ranked full text over every kind of record."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narcotl.library.opened import open_library
from narcotl.model.vocab.base import RecordKind
from narcotl.reports.search import Search, best_of_all, chosen
from narcotl.select.selection import Selection, Sort
from narcotl.select.words import words_of
from tests.conftest import StoreMaker
from tests.front_door import Answer, FrontDoor, ask

FILES = {
    "regions.yaml": [{"id": "peru", "name": "Peru", "kind": "country", "aliases": ["Incas"]}],
    "sources.yaml": [{"id": "s1", "type": "book", "title": "A book", "issued": "2000", "read": True}],
    "events.yaml": [
        {
            "id": "flight",
            "title": "A plane is shot down",
            "summary": "Smugglers of coca die.",
            "date": "1999",
            "regions": ["peru"],
            "kinds": ["killing"],
            "status": "documented",
            "sources": ["s1"],
        },
        {
            "id": "harvest",
            "title": "The harvest of coca is large in Otárola",
            "date": "2001",
            "regions": ["peru"],
            "kinds": ["crop-change"],
            "status": "reported",
            "sources": ["s1"],
        },
    ],
}


@pytest.fixture
def small(make_store: StoreMaker) -> Path:
    return make_store(FILES)


def ids(store: Path, *arguments: str) -> list[str]:
    answer = ask("search", "--store", str(store), "--json", *arguments)
    assert answer.status == 0, answer.err
    return [row["id"] for row in json.loads(answer.out)]


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["coca"], ["harvest", "flight"]),
        (["COCA", "smuggl*"], ["flight"]),
        (['"shot down"'], ["flight"]),
        (['"down shot"'], []),
        (["--", "coca -smugglers"], ["harvest"]),
        (["otarola"], ["harvest"]),
        (["incas", "--in", "event"], ["flight", "harvest"]),
        (["coca", "--since", "2000"], ["harvest"]),
        (["coca", "--sort", "date"], ["flight", "harvest"]),
        (["coca AND"], []),
        (["*"], []),
        (["--", "- coca"], ["harvest", "flight"]),
    ],
)
def test_words_phrases_beginnings_and_exclusions(small: Path, arguments: list[str], found: list[str]) -> None:
    assert sorted(ids(small, *arguments)) == sorted(found)


def test_the_name_counts_most(small: Path) -> None:
    assert ids(small, "coca") == ["harvest", "flight"]


def test_the_words_are_marked(small: Path, narcotl: FrontDoor) -> None:
    [row] = json.loads(narcotl("search", "smuggl*", "--store", str(small), "--json").out)
    assert (row["name"], row["date"]["edtf"]) == ("A plane is shot down", "1999")
    assert row["snippet"] == "«Smugglers» of coca die."


def test_a_place_that_gets_another_name_is_found_by_it(small: Path) -> None:
    assert ids(small, "incas", "--in", "event") == ["flight", "harvest"]
    file = small / "regions.yaml"
    file.write_text(file.read_text("utf-8").replace("Incas", "Quechua"), "utf-8")
    assert ids(small, "incas") == []
    assert sorted(ids(small, "quechua", "--in", "event")) == ["flight", "harvest"]


def test_an_unknown_kind_is_refused(narcotl: FrontDoor) -> None:
    answer = narcotl("search", "opium", "--in", "clam")
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith("narcotl: 'clam' is no kind of record\n")


def test_what_the_limit_cuts_is_told(small: Path, narcotl: FrontDoor) -> None:
    answer = narcotl("search", "coca", "--limit", "1", "--store", str(small))
    assert answer.err == "narcotl: 1 of 2 shown; --limit cut the rest\n"


@given(st.text(alphabet='ab "*-()^:+{}NEARANDOT\x00é', max_size=40))
def test_no_text_is_an_error_of_the_index(text: str) -> None:
    match = words_of(text).match
    if match:
        list(open_library().index.table("SELECT rowid FROM words WHERE words MATCH ? LIMIT 1", (match,)))


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["smuglers"], 'no record holds "smuglers"; near it: smugglers (1)'),
        (["plane zebra"], 'no record holds "zebra"'),
        (["plane harvest"], 'no record holds all of them: "plane" in 1, "harvest" in 1'),
        (["--", "plane -coca"], 'every record with these words also holds "coca"'),
        (
            ["coca", "--until", "1990"],
            "no record with these words is dated to 1990-12-31; without the dates there are 2",
        ),
        (["plane", "--in", "source"], "no source with these words; without --in there is 1"),
        (
            ["plane", "--in", "region", "--until", "1990"],
            "no region with these words is dated to 1990-12-31; without any filter there is 1",
        ),
    ],
)
def test_nothing_found_says_why(arguments: list[str], why: str, small: Path, narcotl: FrontDoor) -> None:
    answer = narcotl("search", "--store", str(small), *arguments)
    assert answer == Answer(0, "No record holds all of these words.\n", f"narcotl: {why}\n")


def test_a_record_is_found_by_its_id(narcotl: FrontDoor) -> None:
    assert "mccoy-1991" in [row["id"] for row in json.loads(narcotl("search", "mccoy-1991", "--json").out)]


@pytest.mark.parametrize("words", ["the", "cocaine", "coca peru", "zzz"])
@pytest.mark.parametrize("reverse", [False, True])
def test_the_best_of_all_records_are_found_in_two_ways(words: str, reverse: bool) -> None:  # noqa: FBT001 - a case
    library = open_library()
    kinds = [kind.value for kind in RecordKind]
    for limit in (0, 1, 2, 7, 50, 5000):
        asked = Search(words_of(words), kinds, Selection(limit=limit, sort=Sort.SCORE, reverse=reverse))
        assert asked.is_of_all
        assert best_of_all(library.index, asked) == chosen(library.index, asked)
    library.close()
