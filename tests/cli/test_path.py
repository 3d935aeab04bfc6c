"""Chains of events, claims and offices that tie two actors."""

import pytest

from tests.front_door import Answer, FrontDoor
from tests.golden_files import golden

STEP = "{chain}.{step} {one.id} {by} {record.id} {other.id} {match}"


def test_the_shortest_chain(small: str, narcotl: FrontDoor) -> None:
    answer = narcotl("path", "hitz", "contras", "--format", STEP, "--store", small)
    assert answer == Answer(
        0,
        "1.1 hitz office hitz cia-ig certain\n"
        "1.2 cia-ig office cia-ig cia certain\n"
        "1.3 cia event killings contras certain\n",
    )


def test_a_chain_for_people(small: str, narcotl: FrontDoor) -> None:
    assert narcotl("path", "planters", "Contras", "--store", small) == Answer(0, golden("path"))


def test_a_step_for_programs(small: str, narcotl: FrontDoor) -> None:
    first, second = narcotl("path", "planters", "contras", "--format", "jsonl", "--store", small).rows
    assert isinstance(first, dict)
    assert isinstance(second, dict)
    assert first["record"] == {"id": "agency-knew", "kind": "claim", "name": "The Agency knew of the opium."}
    assert first["roles"] == {"one": ["alleges"], "other": ["about", "denies"]}
    assert first["standing"] == "contested"
    assert first["date"]["edtf"] == "1991"
    assert first["sources"] == ["The book (book), as cited in seed-001 (read)", "A seed (seed-001, read)"]
    assert second["standing"] == "documented"
    assert second["roles"] == {"one": ["accused"], "other": ["perpetrator"]}


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--max", "1"), "nothing ties Planters to Contras; it reaches 1 other actor in 1 step"),
        (("--during", "1990s"), "nothing ties Planters to Contras; it reaches 3 other actors in 6 steps"),
        (("--avoid", "cia"), "nothing ties Planters to Contras; it reaches 0 other actors in 6 steps"),
        (
            ("--via", "hitz", "--max", "2"),
            "nothing ties Planters to Frederick Hitz; it reaches 3 other actors in 2 steps",
        ),
    ],
)
def test_no_chain(small: str, narcotl: FrontDoor, options: tuple[str, ...], told: str) -> None:
    answer = narcotl("path", "planters", "contras", *options, "--store", small)
    assert answer == Answer(0, "Nothing ties them.\n", f"narcotl: {told}\n")
    assert narcotl("path", "planters", "contras", *options, "--format", "jsonl", "--store", small).rows == []


def test_over_somebody(small: str, narcotl: FrontDoor) -> None:
    answer = narcotl("path", "contras", "planters", "--via", "hitz", "--format", STEP, "--store", small)
    assert [line.split()[1] for line in answer.out.splitlines()] == [
        "contras",
        "cia",
        "cia-ig",
        "hitz",
        "cia-ig",
        "cia",
    ]


def test_an_office_counts_at_its_time(small: str, narcotl: FrontDoor) -> None:
    steps = ("--format", STEP, "--store", small)
    assert narcotl("path", "hitz", "cia-ig", "--during", "1995", *steps).out == "1.1 hitz office hitz cia-ig certain\n"
    assert narcotl("path", "hitz", "cia-ig", "--during", "1985", *steps).out == ""
    assert narcotl("path", "cia", "cia-ig", "--during", "1985", *steps).out == "1.1 cia office cia-ig cia-ig possible\n"
    assert narcotl("path", "cia", "cia-ig", "--during", "1985", "--certain", *steps).out == ""


def test_several_chains(narcotl: FrontDoor) -> None:
    """Where many chains are as short, one is shown, and how many there are is said."""
    one = narcotl("path", "Gary Webb", "UNODC", "--avoid", "CIA")
    assert "10 chains are as short; --limit 10 shows them all" in one.out
    all_of_them = narcotl("path", "Gary Webb", "UNODC", "--avoid", "CIA", "--limit", "10", "--format", "jsonl").rows
    chains: dict[int, list[str]] = {}
    for row in all_of_them:
        assert isinstance(row, dict)
        chains.setdefault(row["chain"], []).append(row["one"]["id"])
        assert "cia" not in (row["one"]["id"], row["other"]["id"])
    assert len({tuple(chain) for chain in chains.values()}) == 10
    assert {len(chain) for chain in chains.values()} == {4}


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (("cia", "CIA"), "a chain does not pass the same actor twice\nName different actors."),
        (("cia", "contras", "--avoid", "CIA"), "'cia' cannot be a stop and avoided at once\nLeave one of the two out."),
    ],
)
def test_a_chain_that_cannot_be(small: str, narcotl: FrontDoor, names: tuple[str, ...], message: str) -> None:
    assert narcotl("path", *names, "--store", small) == Answer(2, "", f"narcotl: {message}\n")


def test_an_unknown_actor(small: str, narcotl: FrontDoor) -> None:
    answer = narcotl("path", "cai", "contras", "--store", small)
    assert (answer.status, answer.out) == (1, "")
    assert "no actor is called 'cai'" in answer.err
