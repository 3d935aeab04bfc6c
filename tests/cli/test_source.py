"""The profile of a source, and the list of all."""

import re
from typing import Any

from tests.front_door import Answer, FrontDoor

FALLING = """\
Would fall with it: rests on it alone
Kind    Record                              By way of                Id
──────────────────────────────────────────────────────────────────────────────
event   Aircraft are said to bring cocaine  chapter-1 < seed         flights
claim   The Agency knew.                    chapter-1 < seed         knew
figure  Area under coca, Peru, 1991         chapter-1 < seed         area-1991
figure  Area under coca, Peru, 1990         computed from area-1991  area-1990

Rests on it and on others
Kind   Record                                   By way of         Id
──────────────────────────────────────────────────────────────────────
claim  Aircraft of the Agency brought cocaine.  chapter-1 < seed  flew

Read  no: known as it is cited
"""


def test_what_rests_on_a_source_that_was_not_read(small: str, narcotl: FrontDoor) -> None:
    answer = narcotl("source", "the book", "--store", small)
    assert (answer.status, answer.err) == (0, "")
    assert "no: known as it is cited\n" in answer.out
    for kind, name in (("event", "An alliance in the hills"), ("claim", "The Agency knew of the opium.")):
        assert re.search(rf"^{kind} +{re.escape(name)} +book < seed-001\b", answer.out, re.MULTILINE)
    assert "A secret war" not in answer.out


def test_what_rests_on_it_for_programs(small: str, narcotl: FrontDoor) -> None:
    found: Any = narcotl("source", "book", "--json", "--store", small).json
    assert {(row["kind"], row["id"], *row["chain"]) for row in found["resting"]} == {
        ("claim", "agency-knew", "book", "seed-001"),
        ("event", "burma-1950", "book", "seed-001"),
    }


def test_the_list_counts_events(small: str, narcotl: FrontDoor) -> None:
    answer = narcotl("source", "--store", small, "-f", "csv", "--fields", "id,events,read")
    assert answer == Answer(0, "id,events,read\nseed-001,10,true\nbook,1,false\n")


def test_every_seed_of_the_shipped_store_carries_something(narcotl: FrontDoor) -> None:
    for number in range(5):
        found: Any = narcotl("source", f"seed-00{number}", "--json").json
        assert found["read"] is True
        assert len(found["resting"]) > 10


def test_what_would_fall_with_a_work_or_with_its_chapters(disputed: str, narcotl: FrontDoor) -> None:
    answer = narcotl("source", "whole", "--store", disputed)
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.startswith(
        "The whole book\nwhole\n\nWhat     book, date unknown; not read\nResting  5 records, 4 of them on it alone: "
    )
    assert answer.out.endswith(FALLING)
    found: Any = narcotl("source", "whole", "--json", "--store", disputed).json
    assert [row["id"] for row in found["falling"]] == ["flights", "knew", "area-1991", "area-1990"]
    assert [row["id"] for row in found["resting"] if not row["alone"]] == ["flew"]


def test_what_rests_on_the_mccoy_interview_alone(narcotl: FrontDoor) -> None:
    found: Any = narcotl("source", "mccoy-1991", "--json").json
    alone = {row["id"] for row in found["falling"]}
    assert {"mccoy-interview-1991", "cia-support-hekmatyar", "french-opium-chain"} <= alone
    assert "laos-secret-war" not in alone
    assert "laos-secret-war" in {row["id"] for row in found["resting"]}


def test_a_work_stands_for_its_chapters(disputed: str, narcotl: FrontDoor) -> None:
    for asked, ids in (("whole", "area-1991"), ("chapter-1", "area-1991"), ("chapter-2", "")):
        answer = narcotl("figures", "--source", asked, "-f", "tsv", "--fields", "id", "--store", disputed)
        assert answer.out == "id\n" + (f"{ids}\n" if ids else "")
