"""The figures of a measure side by side."""

from typing import Any, cast

import pytest

from tests.conftest import StoreMaker
from tests.counted import FILES
from tests.front_door import Answer, FrontDoor, Terminal


@pytest.fixture
def counted(make_store: StoreMaker) -> str:
    return str(make_store(FILES))


def compared(answer: Answer) -> dict[str, Any]:
    assert (answer.status, answer.err) == (0, "")
    return cast("dict[str, Any]", answer.json)


@pytest.mark.parametrize("name", ["coca", "Area under coca", "coca crop", "COCA CROP"])
def test_a_measure_goes_by_id_name_or_a_word_for_it(counted: str, narcotl: FrontDoor, name: str) -> None:
    found = compared(narcotl("compare", name, "--region", "there", "--json", "--store", counted))
    assert found["measure"] == {"id": "coca", "name": "Area under coca"}
    assert [figure["id"] for figure in found["figures"]] == ["there-2017-office", "there-2017-union"]
    (pair,) = found["pairs"]
    assert (pair["one"]["id"], pair["other"]["id"]) == ("there-2017-office", "there-2017-union")
    assert (pair["verdict"], pair["other"]["note"]) == ("other side missing", "Only spoken of.")
    assert pair["reason"] == "No number of Union is known: not given in material."


def test_a_figure_does_not_meet_what_it_was_computed_from(counted: str, narcotl: FrontDoor) -> None:
    found = compared(narcotl("compare", "coca", "--during", "2017", "--json", "--store", counted))
    met = [{pair["one"]["id"], pair["other"]["id"]} for pair in found["pairs"]]
    assert {"here-2017-sum", "here-2017-office"} in met
    assert {"here-2017-sum", "here-2017-union"} not in met


def test_a_part_does_not_meet_its_whole_unless_every_pair_is_asked_for(counted: str, narcotl: FrontDoor) -> None:
    pair = {"valley-2017-office", "here-2017-office"}
    usual = compared(narcotl("compare", "coca", "--json", "--store", counted))
    assert pair not in [{met["one"]["id"], met["other"]["id"]} for met in usual["pairs"]]
    every = compared(narcotl("compare", "coca", "--all-pairs", "--json", "--store", counted))
    (met,) = [met for met in every["pairs"] if {met["one"]["id"], met["other"]["id"]} == pair]
    assert (met["verdict"], met["reason"]) == (
        "not comparable",
        "They are figures of different places: Here and Valley.",
    )


def test_pairs_alone_are_a_list(counted: str, narcotl: FrontDoor) -> None:
    answer = narcotl(
        "compare",
        "coca",
        "--pairs",
        "--region",
        "there",
        "-f",
        "tsv",
        "--fields",
        "verdict,one.id,other.text",
        "--store",
        counted,
    )
    assert answer == Answer(
        status=0,
        out="verdict\tone.id\tother.text\nother side missing\tthere-2017-office\tmissing: not given in material\n",
    )


def test_agency_and_vintage_choose_figures(counted: str, narcotl: FrontDoor) -> None:
    answer = narcotl("compare", "coca", "--agency", "office", "--vintage", "2018", "--json", "--store", counted)
    assert [figure["id"] for figure in compared(answer)["figures"]] == [
        "here-2017-office",
        "there-2017-office",
        "valley-2017-office",
    ]


def test_another_unit_is_shown_beside_the_one_of_the_source(counted: str, narcotl: FrontDoor) -> None:
    answer = narcotl("compare", "coca", "--unit", "km2", "--region", "there", "--json", "--store", counted)
    first = compared(answer)["figures"][0]
    assert (first["value"], first["unit"]) == (1000, "ha")
    assert (first["converted"]["value"], first["converted"]["unit"]) == (10, "km2")


def test_what_limit_cuts_is_said(counted: str, narcotl: FrontDoor) -> None:
    answer = narcotl("compare", "coca", "--limit", "2", "--json", "--store", counted)
    assert (answer.status, answer.err) == (0, "narcotl: 2 of 9 shown; --limit cut the rest\n")


def test_a_terminal_has_a_column_for_each_agency(counted: str, narcotl_terminal: Terminal) -> None:
    answer = narcotl_terminal("compare", "coca", "--region", "here", "--no-color", "--store", counted)
    assert (answer.status, answer.err) == (0, "")
    lines = [line.rstrip() for line in answer.out.splitlines()]
    assert lines[:3] == ["Area under coca: figures side by side", "", "Unit    ha"]
    start = lines.index("Figures")
    assert lines[start + 1].split() == ["Where", "Period", "Office", "Union", "No", "agency", "named"]
    assert lines[start + 3 : start + 6] == [
        "Here    2016    nearly 60,000 ha            59,500 ha",
        "Here    2017    30,000 ha [published 2019]  25,000 ha  26,000 ha",
        "                31,000 ha [published 2018]",
    ]


def test_a_measure_without_figures_says_so(counted: str, narcotl: FrontDoor) -> None:
    answer = narcotl("compare", "cocaine", "--region", "there", "--store", counted)
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.endswith("No figure fits.\n\nNo two of them meet.\n")


def test_an_unknown_measure_is_no(counted: str, narcotl: FrontDoor) -> None:
    answer = narcotl("compare", "coka", "--store", counted)
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith("narcotl: no measure is called 'coka'\nDid you mean ")


def test_an_unknown_unit_is_refused(counted: str, narcotl: FrontDoor) -> None:
    answer = narcotl("compare", "coca", "--unit", "acres", "--store", counted)
    assert answer == Answer(status=2, err="narcotl: there is no unit 'acres'\nDid you mean acre?\n")


def test_the_shipped_store_has_no_number_of_the_united_nations(narcotl: FrontDoor) -> None:
    found = compared(narcotl("compare", "coca cultivation", "--region", "bolivia", "--json"))
    assert [(figure["id"], figure["value"]) for figure in found["figures"]] == [
        ("coca-bolivia-2016-ondcp", 37500),
        ("coca-bolivia-2017-ondcp", 31000),
        ("coca-bolivia-2017-un", None),
    ]


def test_a_terminal_counts_what_differs_in_scope(narcotl: FrontDoor, narcotl_terminal: Terminal) -> None:
    shown = narcotl_terminal("compare", "troops", env={"TERM": "dumb"}).out
    assert "How they meet \N{MIDDLE DOT} 3 of 8" in shown
    assert "5 more: of different scope; --wide shows them, --pairs lists all" in shown
    assert "different scope " not in shown
    only = narcotl_terminal("compare", "prisoners", env={"TERM": "dumb"}).out
    assert only.endswith("How they meet\n5 pairs: of different scope; --wide shows them, --pairs lists all\n")
    assert narcotl_terminal("compare", "troops", "--wide", env={"TERM": "dumb"}).out.count("They differ") == 5
    assert narcotl("compare", "troops").out.count("They differ in scope") == 5
