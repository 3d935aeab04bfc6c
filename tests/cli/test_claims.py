"""What is claimed, by whom, and who says no: the list, and one claim in full."""

from typing import Any

import pytest

from tests.front_door import Answer, FrontDoor
from tests.golden_files import golden


def test_a_claim_names_who_is_for_and_against_it(disputed: str, narcotl: FrontDoor) -> None:
    assert narcotl("claims", "--contested", "--store", disputed) == Answer(0, golden("claims-contested"))


def test_a_claim_in_full(disputed: str, narcotl: FrontDoor) -> None:
    assert narcotl("claim", "flew", "--store", disputed) == Answer(0, golden("claim"))


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        (["--by", "writer"], ["flew", "knew"]),
        (["--by", "chief", "--stance", "denies"], ["flew"]),
        (["--by", "writer", "--stance", "denies"], []),
        (["--by", "not:writer"], ["withdrawn"]),
        (["--stance", "disputes", "--stance", "retracts"], ["flew", "withdrawn"]),
        (["--stance", "not:alleges"], ["withdrawn"]),
        (["--by", "agency"], ["flew", "withdrawn"]),
        (["--by", "agency", "--certain"], ["flew"]),
        (["--by", "agency", "--no-units"], []),
        (["--about", "agency"], ["flew", "knew"]),
        (["--about", "bureau"], ["knew"]),
        (["--about", "harvest"], []),
        (["--about", "area-1991"], ["knew"]),
        (["--about", "flights"], ["flew"]),
        (["--about", "peru"], ["knew"]),
        (["--region", "peru"], ["flew", "knew"]),
        (["--reverse", "--limit", "1"], ["withdrawn"]),
    ],
)
def test_filters(asked: list[str], ids: list[str], disputed: str, narcotl: FrontDoor) -> None:
    answer = narcotl("claims", *asked, "-f", "jsonl", "--fields", "id", "--store", disputed)
    assert (answer.status, [row["id"] for row in answer.rows if isinstance(row, dict)]) == (0, ids)


def test_what_was_taken_back_counts_no_more(disputed: str, narcotl: FrontDoor) -> None:
    found: Any = narcotl("claim", "withdrawn", "--json", "--store", disputed).json
    assert [position["stands"] for position in found["positions"]] == [False, True, True]
    assert found["tally"] == {
        "for": 0,
        "against": 1,
        "between": 1,
        "origins": 2,
        "contested": False,
        "text": "not contested: 0 for, 1 against, 1 between; 2 independent origins",
    }


def test_an_office_is_told_only_where_its_time_is_known(disputed: str, narcotl: FrontDoor) -> None:
    flew: Any = narcotl("claim", "flew", "--json", "--store", disputed).json
    undated: Any = narcotl("claim", "withdrawn", "--json", "--store", disputed).json
    held = [(office["title"], office["held"]) for office in flew["positions"][2]["offices"]]
    assert held == [("Director", "certain"), ("Head", "not dated")]
    assert [office["title"] for office in undated["positions"][2]["offices"]] == ["Head"]


def test_an_office_of_which_only_some_days_fit_is_possible(narcotl: FrontDoor) -> None:
    found: Any = narcotl("claim", "contra-cocaine-cia", "--json").json
    deutch = next(taken for taken in found["positions"] if taken["actor"]["id"] == "deutch")
    assert [(office["title"], office["held"]) for office in deutch["offices"]] == [("Director", "certain")]


def test_relations_are_told_from_both_sides(disputed: str, narcotl: FrontDoor) -> None:
    there: Any = narcotl("claim", "flew", "--json", "--store", disputed).json
    back: Any = narcotl("claim", "knew", "--json", "--store", disputed).json
    assert [(row["text"], row["claim"]["id"], row["direction"]) for row in there["related"]] == [
        ("supports", "knew", "out")
    ]
    assert [(row["text"], row["claim"]["id"], row["direction"]) for row in back["related"]] == [
        ("supported by", "flew", "in")
    ]


def test_who_denied_what_webb_wrote(narcotl: FrontDoor) -> None:
    found: Any = narcotl("claims", "--by", "Webb", "--json").json
    denied = {row["id"]: row["opponents"] for row in found if "Gary Webb" in row["supporters"]}
    assert denied["contra-cocaine-cia"] == ["John Deutch", "San Jose Mercury News"]
    assert all("John Deutch" in opponents for opponents in denied.values())


def test_which_claims_are_contested(narcotl: FrontDoor) -> None:
    found: Any = narcotl("claims", "--contested", "--json").json
    assert {"cia-complicit-laos-opium", "contra-cocaine-cia", "iran-gov-arms-taliban"} <= {row["id"] for row in found}
    assert all(row["tally"]["for"] and row["tally"]["against"] for row in found)


def test_names_that_mean_nothing(narcotl: FrontDoor) -> None:
    assert narcotl("claims", "--stance", "denyed") == Answer(
        2, "", "narcotl: no claim has the stance 'denyed'\nDid you mean denies?\n"
    )
    assert narcotl("claims", "--about", "flightz").status == 1


def test_an_empty_list_says_why(disputed: str, narcotl: FrontDoor) -> None:
    answer = narcotl("claims", "--contested", "--by", "paper", "--stance", "qualifies", "--store", disputed)
    assert (answer.status, answer.out) == (0, "No claim fits. Fewer filters find more.\n")
    assert answer.err == (
        "narcotl: no claim has a position of Paper that qualifies it and is contested; "
        "without --by there is 1, without --contested 1\n"
    )
