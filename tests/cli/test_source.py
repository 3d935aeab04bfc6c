"""The profile of a source, and the list of all."""

import re
from typing import Any

from tests.front_door import Answer, FrontDoor


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
