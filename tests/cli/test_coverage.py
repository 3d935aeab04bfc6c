"""Which sources cover what."""

import pytest

from tests.front_door import Answer, FrontDoor

SOURCES = """\
What sources cover · 2 sources
Source    Events  Claims  Figures  Actors  Regions  Years      Alone
────────────────────────────────────────────────────────────────────
A seed         9       1        2       5        6  1955\N{EN DASH}2015     11
The book       1       1        0       2        2  1950\N{EN DASH}1991      1
A source covers what goes back to it: the first link of a chain, the parts of a work as one. \
Alone: records that rest on no other.
"""


def test_what_each_source_covers(small: str, narcotl: FrontDoor) -> None:
    assert narcotl("coverage", "--store", small) == Answer(0, SOURCES)


@pytest.mark.parametrize(
    ("link", "rows"),
    [
        ("origin", "seed-001 9 1 11\nbook 1 1 1\n"),
        ("reading", "seed-001 10 1 13\n"),
        ("any", "seed-001 10 1 11\nbook 1 1 0\n"),
    ],
)
def test_which_work_of_a_chain_covers(small: str, narcotl: FrontDoor, link: str, rows: str) -> None:
    template = "{source.id} {events} {claims} {alone}"
    assert narcotl("coverage", "--link", link, "--format", template, "--store", small) == Answer(0, rows)


def test_things_against_sources(small: str, narcotl: FrontDoor) -> None:
    template = "{actor.id} {records} {resting} {works}"
    answer = narcotl("coverage", "--by", "actor", "--format", template, "--store", small)
    assert answer == Answer(
        0,
        "cia 4 several seed-001; book\n"
        "planters 3 several seed-001; book\n"
        "hitz 2 one seed-001\n"
        "otarola 1 one seed-001\n"
        "contras 1 one seed-001\n"
        "cia-ig 0 none \n",
    )


def test_what_nobody_covers(small: str, narcotl: FrontDoor) -> None:
    ids = ("--format", "{actor.id}", "--store", small)
    assert narcotl("coverage", "--by", "actor", "--resting", "none", *ids) == Answer(0, "cia-ig\n")
    years = ("coverage", "--by", "year", "--since", "1984", "--region", "peru", "--resting", "none")
    answer = narcotl(*years, "--format", "{year}", "--store", small)
    assert answer == Answer(0, "".join(f"{year}\n" for year in range(1990, 2013)))


def test_a_region_counts_with_what_lies_in_it(small: str, narcotl: FrontDoor) -> None:
    rows = narcotl("coverage", "--by", "region", "--format", "{region.id} {records} {sources}", "--store", small).out
    assert "peru 5 1" in rows.splitlines()
    assert "andes 6 1" in rows.splitlines()


def test_the_matrix_as_csv(small: str, narcotl: FrontDoor) -> None:
    answer = narcotl(
        "coverage", "--by", "decade", "--format", "csv", "--since", "1950", "--until", "1979", "--store", small
    )
    assert answer == Answer(
        0,
        "decade,records,sources,across.seed-001,across.book\n1950s,2,2,1,1\n1960s,2,1,2,\n1970s,2,1,2,\n",
    )


def test_nothing_is_covered(small: str, narcotl: FrontDoor) -> None:
    answer = narcotl("coverage", "--by", "event", "--region", "peru", "--topic", "opium", "--store", small)
    assert (answer.status, answer.out) == (0, "No event fits.\n")
    assert "no event is placed in Peru and is on the topic opium" in answer.err


def test_resting_needs_something_that_rests(small: str, narcotl: FrontDoor) -> None:
    assert narcotl("coverage", "--resting", "one", "--store", small) == Answer(
        2, "", "narcotl: --resting needs --by\nSuch as --by event --resting one.\n"
    )
