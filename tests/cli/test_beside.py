"""Timelines under headings, and side by side."""

from tests.front_door import Answer, FrontDoor, Terminal

GROUPED = """\
Timeline: topic opium · 3 events
Date         Event                     Where                Status
──────────────────────────────────────────────────────────────────────
1950s · 1
1950         An alliance in the hills  north-eastern Burma  documented

1960s · 1
1965\N{EN DASH}1975    A secret war              northern Laos        documented

1970s · 1
c. Jun 1971  A law for all of Laos     Laos                 alleged
"""
BESIDE = """\
Laos beside Myanmar · 4 events
Date               Laos                   Myanmar
──────────────────────────────────────────────────────────────────
1950                                      An alliance in the hills
1960 and Dec 1962  ~ Two meetings         ~ Two meetings
1965\N{EN DASH}1975          A secret war
c. Jun 1971        A law for all of Laos
2 of Laos alone, 1 of Myanmar alone, 1 of both.
~ only possible: the date or place overlaps; --certain leaves these out
"""
MARKDOWN = """\
## documented · 1

| Id | Date | Event | Where | Who | Status |
| --- | --- | --- | --- | --- | --- |
| burma-1950 | 1950 | An alliance in the hills | north-eastern Burma | Central Intelligence Agency | documented |

## alleged · 1

| Id | Date | Event | Where | Who | Status |
| --- | --- | --- | --- | --- | --- |
| laos-law | c. June 1971 | A law for all of Laos | Laos |  | alleged |
"""
DUMB = {"TERM": "dumb"}


def test_headings_on_a_terminal(small: str, narcotl_terminal: Terminal) -> None:
    answer = narcotl_terminal("timeline", "--topic", "opium", "--group-by", "decade", "--store", small, env=DUMB)
    assert answer == Answer(0, GROUPED)


def test_headings_in_markdown(small: str, narcotl: FrontDoor) -> None:
    question = ("timeline", "--group-by", "status", "--topic", "opium", "--topic", "not:heroin", "--store", small)
    assert narcotl(*question, "--format", "md") == Answer(0, MARKDOWN)


def test_json_keeps_the_order_and_names_the_groups(small: str, narcotl: FrontDoor) -> None:
    answer = narcotl("timeline", "--group-by", "topic", "-f", "{id} {group}", "--until", "1975", "--store", small)
    lines = [
        "burma-1950 opium",
        "triangle-set no topic",
        "laos-war opium; heroin",
        "laos-law opium",
        "undated no topic",
    ]
    assert answer.out.splitlines() == lines


def test_an_event_stands_under_each_of_its_headings(small: str, narcotl: FrontDoor) -> None:
    answer = narcotl("timeline", "--group-by", "actor", "--region", "peru", "--store", small)
    headings = [line for line in answer.out.splitlines() if line.endswith(" · 1")]
    assert headings == [
        "Planters · 1",
        "Contras · 1",
        "Central Intelligence Agency · 1",
        "Alberto Otárola · 1",
    ]


def test_side_by_side(small: str, narcotl_terminal: Terminal) -> None:
    answer = narcotl_terminal("timeline", "--region", "laos", "--beside", "Burma", "--store", small, env=DUMB)
    assert answer == Answer(0, BESIDE)


def test_sides_of_both_kinds(small: str, narcotl: FrontDoor) -> None:
    answer = narcotl(
        *("timeline", "--beside", "cia", "--beside", "peru", "--beside", "contras", "--since", "1980"),
        *("--format", "{id}: {beside}", "--store", small),
    )
    assert answer.out.splitlines() == [
        "eighties: Peru",
        "killings: Central Intelligence Agency; Peru; Contras",
        "inquiry: Central Intelligence Agency",
        "interview: Peru",
    ]


def test_other_filters_stay(small: str, narcotl: FrontDoor) -> None:
    answer = narcotl(
        *("timeline", "--region", "peru", "--beside", "laos", "--topic", "coca", "--actor", "cia"),
        *("--format", "{id}: {beside}", "--store", small),
    )
    assert answer == Answer(0, "killings: Peru\n")


def test_a_side_alone(small: str, narcotl: FrontDoor) -> None:
    assert narcotl("timeline", "--beside", "peru", "--actor", "cia", "--store", small) == Answer(
        2,
        "",
        "narcotl: there is nothing to put beside Peru\n"
        "Give --beside twice, or --region or --actor with it: --region peru --beside bolivia.\n",
    )


def test_a_side_that_does_not_exist(small: str, narcotl: FrontDoor) -> None:
    answer = narcotl("timeline", "--beside", "peruu", "--region", "laos", "--store", small)
    assert (answer.status, answer.err) == (1, "narcotl: no region or actor is called 'peruu'\nDid you mean Peru?\n")
