"""One event in full."""

from tests.front_door import Answer, FrontDoor

WAR = """\
A secret war
laos-war

Date    1965\N{EN DASH}1975
or      1955\N{EN DASH}1974 according to The book
Where   northern Laos
Lead    Central Intelligence Agency
Kind    covert-operation, war
Topics  opium, heroin
Status  documented

Claims about it
Claim                          Positions
────────────────────────────────────────────────────────────────────────────────────────────
The Agency knew of the opium.  contested: 1 for, 1 against, 0 between; 2 independent origins

Sources
Source                   Where in it  Confidence
────────────────────────────────────────────────
A seed (seed-001, read)
"""


def test_an_event_in_full(small: str, narcotl: FrontDoor) -> None:
    assert narcotl("event", "laos-war", "--store", small) == Answer(0, WAR)


def test_a_correction_stands_with_the_event(small: str, narcotl: FrontDoor) -> None:
    answer = narcotl("event", "interview", "--store", small)
    assert "Otárola speaks†" in answer.out
    assert answer.out.endswith("the president of Peru. Rather: head of the drug agency\n")
    assert "Awaiting" in answer.out


def test_fields_of_an_event(small: str, narcotl: FrontDoor) -> None:
    answer = narcotl("event", "laos-war", "--store", small, "-f", "jsonl", "--fields", "id,date_alt.date.edtf")
    assert answer == Answer(0, '{"id":"laos-war","date_alt.date.edtf":["1955/1974"]}\n')


def test_a_chain_of_sources_is_told(small: str, narcotl: FrontDoor) -> None:
    assert "The book (book), as cited in seed-001" in narcotl("event", "burma-1950", "--store", small).out


def test_an_unknown_event(small: str, narcotl: FrontDoor) -> None:
    assert narcotl("event", "laos-wars", "--store", small) == Answer(
        1,
        "",
        "narcotl: no event is called 'laos-wars'\n"
        "Did you mean laos-war or laos-law? `narcotl timeline` lists them all.\n",
    )
