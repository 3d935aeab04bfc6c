"""What is wrong in the sources: the list, one correction in full, and the source's own wording."""

from typing import Any

from tests.front_door import Answer, FrontDoor

LIST = """\
Corrections · 1 correction
Id           Where       Kind         What is wrong       Rather
────────────────────────────────────────────────────────────────────────
wrong-place  seed, p. 1  wrong-place  over the mountains  over the plain
"""
CARD = """\
over the plain
wrong-place

Instead of  over the mountains
In          The seed (seed)
Where       p. 1
Written     "over the Andes"
Kind        wrong-place
Certainty   certain

On what basis
Source                     Where in it  Confidence
──────────────────────────────────────────────────
A leaflet (leaflet, read)

What it touches
Kind   Record                              Id
──────────────────────────────────────────────────
actor  Agency                              agency
event  Aircraft are said to bring cocaine  flights
"""
AS_WRITTEN = """\
Aircraft are said to bring cocaine†
flights

Date     "the year of the fair" (1984)
Where    "the Andes" (Peru)
Accused  "the Company" (Agency)
"""


def test_the_list(disputed: str, narcotl: FrontDoor) -> None:
    assert narcotl("corrections", "--store", disputed) == Answer(0, LIST)


def test_a_correction_in_full(disputed: str, narcotl: FrontDoor) -> None:
    assert narcotl("correction", "wrong-place", "--store", disputed) == Answer(0, CARD)


def test_a_correction_has_the_places_and_actors_that_it_touches(disputed: str, narcotl: FrontDoor) -> None:
    for asked, hits in ((["--region", "peru"], 1), (["--region", "bolivia"], 0), (["--actor", "agency"], 1)):
        found: Any = narcotl("corrections", *asked, "--json", "--store", disputed).json
        assert len(found) == hits


def test_kinds_and_certainty_choose(narcotl: FrontDoor) -> None:
    found: Any = narcotl("corrections", "--kind", "wrong-office", "--status", "certain", "--json").json
    assert {(row["type"], row["certainty"]) for row in found} == {("wrong-office", "certain")}
    assert "correct-otarola-office" in {row["id"] for row in found}


def test_the_wording_of_sources(disputed: str, narcotl: FrontDoor) -> None:
    card = narcotl("event", "flights", "--as-written", "--store", disputed)
    assert (card.status, card.err) == (0, "")
    assert card.out.startswith(AS_WRITTEN)
    rows = narcotl("timeline", "--as-written", "--certain", "-f", "csv", "--store", disputed).out.splitlines()
    plain = narcotl("timeline", "--certain", "-f", "csv", "--store", disputed).out.splitlines()
    assert rows[0] == plain[0]
