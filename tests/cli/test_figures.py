"""The numbers: the list, one figure in full, and the measures."""

from typing import Any

import pytest

from tests.front_door import Answer, FrontDoor
from tests.golden_files import golden

MEASURES = """\
Measures · 3 measures
Id       Measure               Unit   Figures  What it counts
──────────────────────────────────────────────────────────────
area     Area under coca       ha           3  land under coca
outflow  Cocaine smuggled out  t/yr         1  what leaves
yield    Yield                 ratio        0  nothing yet
"""


def test_figures_in_a_unit(disputed: str, narcotl: FrontDoor) -> None:
    assert narcotl("figures", "--unit", "acre", "--store", disputed) == Answer(0, golden("figures-in-acres"))


def test_a_conversion_for_programs(disputed: str, narcotl: FrontDoor) -> None:
    found: Any = narcotl("figures", "--unit", "km2", "--json", "--store", disputed).json
    told = {row["id"]: (row["converted"] and row["converted"]["value"], row["kept"]) for row in found}
    assert told == {
        "area-1990": (8, None),
        "area-1991": (10, None),
        "area-1991-bolivia": (None, "nothing to convert"),
        "out": (None, "no factor is known for ton-unspecified"),
    }
    assert [row["value"] for row in found] == [800, 1000, None, 150]


def test_a_figure_in_full(disputed: str, narcotl: FrontDoor) -> None:
    assert narcotl("figure", "area-1991", "--store", disputed) == Answer(0, golden("figure"))


def test_what_a_figure_was_computed_from(disputed: str, narcotl: FrontDoor) -> None:
    found: Any = narcotl("figure", "area-1990", "--json", "--store", disputed).json
    assert found["inputs"] == [{"id": "area-1991", "name": "Area under coca, Peru, 1991"}]
    assert found["derived"]["formula"] == "1000 / 1.25"
    assert found["chain"] is None


def test_measures(disputed: str, narcotl: FrontDoor) -> None:
    assert narcotl("measures", "--store", disputed) == Answer(0, MEASURES)


def test_measures_of_some_figures(disputed: str, narcotl: FrontDoor) -> None:
    answer = narcotl(
        "measures", "--region", "bolivia", "-f", "csv", "--fields", "id,figures,missing", "--store", disputed
    )
    assert answer == Answer(0, "id,figures,missing\narea,1,1\n")
    cut = narcotl("measures", "--limit", "1", "-f", "csv", "--fields", "id", "--store", disputed)
    assert cut == Answer(0, "id\narea\n", "narcotl: 1 of 3 shown; --limit cut the rest\n")


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        (["--measure", "coca fields"], ["area-1990", "area-1991", "area-1991-bolivia"]),
        (["--measure", "not:area"], ["out"]),
        (["--agency", "agency"], ["area-1991", "area-1991-bolivia"]),
        (["--agency", "agency", "--no-units"], ["area-1991"]),
        (["--vintage", "1990s"], ["area-1991"]),
        (["--vintage", "1992-03"], ["area-1991"]),
        (["--vintage", "1992-03", "--certain"], []),
        (["--during", "1991", "--vintage", "1991"], []),
        (["--status", "derived"], ["area-1990"]),
    ],
)
def test_filters(asked: list[str], ids: list[str], disputed: str, narcotl: FrontDoor) -> None:
    answer = narcotl("figures", *asked, "-f", "jsonl", "--fields", "id", "--store", disputed)
    assert (answer.status, [row["id"] for row in answer.rows if isinstance(row, dict)]) == (0, ids)


def test_a_figure_is_named_alike_everywhere(narcotl: FrontDoor) -> None:
    found: Any = narcotl("figures", "--json", "--fields", "id,name").json
    events: Any = narcotl("timeline", "--json", "--fields", "figures").json
    named = {figure["id"]: figure["name"] for event in events for figure in event["figures"] or ()}
    assert named
    assert named.items() <= {row["id"]: row["name"] for row in found}.items()


def test_coca_in_peru_in_2017_and_the_year_before(narcotl: FrontDoor) -> None:
    asked = ("--measure", "coca cultivation", "--region", "peru", "--during", "2016-2017", "--certain")
    found: Any = narcotl("figures", *asked, "--json", "--fields", "period.edtf,op,value,unit,obs_status,agency.id").json
    assert [tuple(row.values()) for row in found] == [
        ("2016", "~", 44071, "ha", "derived", "ondcp"),
        ("2017", "=", 49800, "ha", "estimate", "ondcp"),
    ]


def test_bolivia_has_one_number_and_one_that_is_missing(narcotl_terminal: FrontDoor) -> None:
    asked = ("--measure", "coca cultivation", "--region", "bolivia", "--during", "2017")
    answer = narcotl_terminal("figures", *asked, "--no-color")
    rows = [line.split("  ") for line in answer.out.splitlines() if line.startswith("2017")]
    assert ["31,000 ha" in "".join(row) for row in rows] == [True, False]
    assert "missing: not" in "".join(rows[1])
    assert "`narcotl figure coca-bolivia-2017-un` says more" in answer.out
    assert "The article says only that the numbers" in narcotl_terminal("figures", *asked, "--wide").out


def test_which_figures_are_of_an_agency(narcotl: FrontDoor) -> None:
    found: Any = narcotl("figures", "--agency", "ONDCP", "--json", "--fields", "id,agency.id").json
    assert {row["agency.id"] for row in found} == {"ondcp"}
    assert "coca-bolivia-2017-ondcp" in {row["id"] for row in found}


def test_a_unit_that_does_not_exist(narcotl: FrontDoor) -> None:
    assert narcotl("figures", "--unit", "acer") == Answer(
        2, "", "narcotl: there is no unit 'acer'\nDid you mean acre?\n"
    )


def test_a_measure_that_does_not_exist(disputed: str, narcotl: FrontDoor) -> None:
    assert narcotl("figures", "--measure", "coca field", "--store", disputed) == Answer(
        1,
        "",
        "narcotl: no measure is called 'coca field'\nDid you mean coca fields? `narcotl measures` lists them all.\n",
    )
