"""Claims and figures together."""

from typing import Any

from tests.front_door import Answer, FrontDoor

FACTS = """\
Facts: region bolivia · 1 fact
Id                 Date  Kind    Fact                                                            Who says so
────────────────────────────────────────────────────────────────────────────────────────────────────────────
area-1991-bolivia  1991  figure  Area under coca, Bolivia, 1991: missing: not given in material  Bureau
"""


def test_facts_of_a_region(disputed: str, narcotl: FrontDoor) -> None:
    assert narcotl("facts", "--region", "bolivia", "--store", disputed) == Answer(0, FACTS)


def test_facts_are_in_order_of_time_with_who_says_so(disputed: str, narcotl: FrontDoor) -> None:
    found: Any = narcotl("facts", "--json", "--fields", "id,date.edtf,says,contested", "--store", disputed).json
    assert [tuple(row.values()) for row in found] == [
        ("flew", "1989", ["Writer"], True),
        ("knew", "1989", ["Writer"], False),
        ("withdrawn", "1989", ["Chief (against)"], False),
        ("area-1990", "1990", ["(computed)"], False),
        ("area-1991", "1991", ["Agency"], False),
        ("area-1991-bolivia", "1991", ["Bureau"], False),
        ("out", "1991", ["The seed"], False),
    ]


def test_who_is_against_a_contested_fact_is_named(disputed: str, narcotl: FrontDoor) -> None:
    assert "brought cocaine. Against: Chief; Paper." in narcotl("facts", "--store", disputed).out


def test_order_and_limit(disputed: str, narcotl: FrontDoor) -> None:
    answer = narcotl("facts", "--reverse", "--limit", "2", "--fields", "id", "-f", "csv", "--store", disputed)
    assert answer == Answer(0, "id\nout\narea-1991-bolivia\n", "narcotl: 2 of 7 shown; --limit cut the rest\n")


def test_words_of_either_kind_are_known(disputed: str, narcotl: FrontDoor) -> None:
    for asked, ids in (
        (["--kind", "denies"], "flew"),
        (["--status", "derived"], "area-1990"),
    ):
        answer = narcotl("facts", *asked, "--fields", "id", "-f", "csv", "--store", disputed)
        assert answer == Answer(0, f"id\n{ids}\n")


def test_hawala_in_herat(narcotl: FrontDoor) -> None:
    found: Any = narcotl("facts", "--region", "herat", "--text", "hawala", "--json").json
    assert {row["kind"] for row in found} == {"claim", "figure"}


def test_an_unknown_field(narcotl: FrontDoor) -> None:
    assert narcotl("facts", "--fields", "statment").status == 2
