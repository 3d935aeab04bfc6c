"""The profile of an actor, and the list of all."""

from typing import Any

from tests.front_door import Answer, FrontDoor

PROFILE = """\
Central Intelligence Agency
cia

Kind         agency
Took part    in 4 events: lead 2, accused 1, author 1
Also called  CIA; the Agency
Units        CIA Inspector General

What it took part in
Role     Date              Event                                              Status      Id
────────────────────────────────────────────────────────────────────────────────────────────────────
lead     1950              An alliance in the hills                           documented  burma-1950
lead     1965\N{EN DASH}1975         A secret war                                       documented  laos-war
accused  26 November 1984  Workers are killed                                 documented  killings
author   January 1998      The Inspector General reports (as Frederick Hitz)  documented  inquiry

What it says
Said           Stance    Claim
──────────────────────────────────────────────────────
November 1991  - denies  The Agency knew of the opium.

What is said of it
Claim                          Positions
────────────────────────────────────────────────────────────────────────────────────────────
The Agency knew of the opium.  contested: 1 for, 1 against, 0 between; 2 independent origins

Office holders
Who             Office                                    When
───────────────────────────────────────────────────────────────────
Frederick Hitz  Inspector General, CIA Inspector General  1990\N{EN DASH}1998
"""


def test_a_profile_by_alias(small: str, narcotl: FrontDoor) -> None:
    assert narcotl("actor", "CIA", "--store", small) == Answer(0, PROFILE)


def record(answer: Answer) -> Any:
    """Give the one record of an answer."""
    assert (answer.status, answer.err) == (0, "")
    return answer.json


def test_a_profile_for_programs(small: str, narcotl: FrontDoor) -> None:
    found = record(narcotl("actor", "cia", "--json", "--store", small))
    assert (found["kind"], found["id"]) == ("actor", "cia")
    assert found["units"] == [{"id": "cia-ig", "name": "CIA Inspector General"}]
    assert [holder["id"] for holder in found["office_holders"]] == ["hitz"]
    assert [event["id"] for event in found["events"]] == ["burma-1950", "laos-war", "killings", "inquiry"]
    assert [(said["claim"]["id"], said["stance"]) for said in found["positions"]] == [("agency-knew", "denies")]
    assert [claim["tally"]["contested"] for claim in found["claims_about"]] == [True]


def test_without_units_and_officers(small: str, narcotl: FrontDoor) -> None:
    found = record(narcotl("actor", "cia", "--no-units", "--json", "--store", small))
    assert (found["units"], found["office_holders"]) == ([], [])
    assert [event["id"] for event in found["events"]] == ["burma-1950", "laos-war", "killings"]


def test_filters_choose_among_its_events(small: str, narcotl: FrontDoor) -> None:
    found = record(narcotl("actor", "cia", "--region", "peru", "--json", "--store", small))
    assert [event["id"] for event in found["events"]] == ["killings"]


def test_figures_and_writings(small: str, narcotl: FrontDoor) -> None:
    found = record(narcotl("actor", "planters", "--json", "--store", small))
    assert [figure["id"] for figure in found["figures"]] == ["coca-2013"]
    assert [source["id"] for source in found["authored"]] == ["seed-001"]


def test_an_author_of_an_event_wrote_no_source(small: str, narcotl: FrontDoor) -> None:
    found = record(narcotl("actor", "hitz", "--json", "--store", small))
    assert found["authored"] == []
    assert narcotl("actor", "hitz", "--store", small).status == 0


def test_a_misspelt_name_gets_a_proposal(narcotl: FrontDoor) -> None:
    answer = narcotl("actor", "cai")
    assert (answer.status, answer.out) == (1, "")
    first, second = answer.err.splitlines()
    assert first == "narcotl: no actor is called 'cai'"
    assert second.startswith("Did you mean CIA")


def test_the_list_counts_events(small: str, narcotl: FrontDoor) -> None:
    assert narcotl("actor", "--store", small, "-f", "csv") == Answer(
        0,
        "id,name,type,events,first,last\n"
        "otarola,Alberto Otárola,person,1,2015-02-04,2015-02-04\n"
        "cia-ig,CIA Inspector General,office,0,,\n"
        "cia,Central Intelligence Agency,agency,3,1950,1984-11-26\n"
        "contras,Contras,armed-group,1,1984-11-26,1984-11-26\n"
        "hitz,Frederick Hitz,person,2,1998-01,2001\n"
        "planters,Planters,people,1,198X,198X\n",
    )
    chosen = narcotl("actor", "--kind", "person", "--region", "peru", "--store", small, "-f", "csv", "--fields", "id")
    assert chosen == Answer(0, "id\notarola\n")


def test_the_shipped_profile_of_the_cia(narcotl: FrontDoor) -> None:
    found = record(narcotl("actor", "CIA", "--json"))
    assert {"cia-ig"} <= {unit["id"] for unit in found["units"]}
    assert {"hitz"} <= {holder["id"] for holder in found["office_holders"]}
    assert found["events"][0]["id"] == "burma-cia-alliance-1950"
    assert found["positions"]
    assert found["claims_about"]
