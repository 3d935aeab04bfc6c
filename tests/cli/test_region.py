"""The profile of a region, and the list of all."""

from tests.front_door import Answer, FrontDoor

HEADINGS = (
    "Id            Date                    Event                     "
    "Where                Who                          Status"
)
BURMA = (
    "burma-1950    1950                    An alliance in the hills  "
    "north-eastern Burma  Central Intelligence Agency  documented"
)
SET = (
    "triangle-set  1960 and December 1962  (possible) Two meetings   "
    "Golden Triangle                                   reported"
)
MYANMAR = f"""\
Myanmar
myanmar

Kind           country
Also called    Burma
Part of        Southeast Asia
Inside it      north-eastern Burma
Shares ground  Golden Triangle

Events
{HEADINGS}
{"─" * 124}
{BURMA}
{SET}
(possible): the date or place only overlaps what was asked; --certain leaves these out
"""


def test_a_profile_by_an_old_name(small: str, narcotl: FrontDoor) -> None:
    answer = narcotl("region", "burma", "--store", small)
    assert (answer.status, answer.err) == (0, "")
    assert answer.out == MYANMAR


def test_figures_of_a_region(small: str, narcotl: FrontDoor) -> None:
    answer = narcotl("region", "peru", "--store", small)
    assert "nearly 49,800 ha" in answer.out
    assert "missing: not given in material" in answer.out


def test_the_list_counts_what_is_inside(small: str, narcotl: FrontDoor) -> None:
    answer = narcotl("region", "--store", small, "-f", "csv", "--fields", "id,events")
    assert answer == Answer(
        0,
        "id,events\nandes,4\ngolden-triangle,3\nlaos,2\nmyanmar,1\nperu,3\nsoutheast-asia,4\nvraem,1\n"
        "northeast-myanmar,1\nnorth-laos,1\n",
    )


def test_the_list_of_some(small: str, narcotl: FrontDoor) -> None:
    answer = narcotl("region", "--actor", "contras", "--store", small, "-f", "csv", "--fields", "id,events")
    assert answer == Answer(0, "id,events\nandes,1\nperu,1\nvraem,1\n")
