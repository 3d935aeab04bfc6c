"""Counts by one dimension and by two."""

import pytest

from tests.front_door import Answer, FrontDoor, Terminal

MATRIX = """\
topic,count,certain,possible,across.1950s,across.1960s,across.1970s
opium,2,2,0,1,1,2
heroin,1,1,0,1,1,1
,1,1,0,,1,
"""


def test_bars_on_a_terminal(small: str, narcotl_terminal: Terminal) -> None:
    answer = narcotl_terminal("stats", "--region", "laos", "--store", small, columns=60, env={"TERM": "dumb"})
    lines = answer.out.splitlines()
    assert lines[0] == "Events by decade: region laos · 3 decades"
    drawn = {line[:5]: (line.count("\N{FULL BLOCK}"), line.count("\N{MEDIUM SHADE}")) for line in lines[3:6]}
    assert drawn == {"1950s": (0, 20), "1960s": (20, 20), "1970s": (20, 20)}


def test_bars_without_unicode(small: str, narcotl_terminal: Terminal) -> None:
    env = {"TERM": "dumb", "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    answer = narcotl_terminal("stats", "--region", "laos", "--store", small, columns=60, env=env)
    assert "#" * 20 + ":" * 20 in answer.out


def test_no_bars_on_a_pipe(small: str, narcotl: FrontDoor) -> None:
    answer = narcotl("stats", "--by", "topic", "--region", "peru", "--store", small)
    assert answer == Answer(
        0,
        "Events by topic: region peru · 2 topics\n"
        "Topic  Events\n"
        "─────────────\n"
        "coca        2\n"
        "none        1\n"
        "3 events in all; one that has several topics counts in each.\n",
    )


def test_counts_for_programs(small: str, narcotl: FrontDoor) -> None:
    answer = narcotl("stats", "--by", "region", "--actor", "contras", "--format", "jsonl", "--store", small)
    assert answer.rows == [
        {"region": {"id": "vraem", "name": "Valley of the rivers"}, "count": 1, "certain": 1, "possible": 0}
    ]


def test_an_event_counts_in_each_decade_that_it_touches(small: str, narcotl: FrontDoor) -> None:
    answer = narcotl("stats", "--region", "north-laos", "--format", "{decade} {count} {certain}", "--store", small)
    assert answer == Answer(0, "1950s 1 0\n1960s 1 0\n1970s 1 0\n")


def test_unknown_dates_are_counted_as_such(small: str, narcotl: FrontDoor) -> None:
    answer = narcotl("stats", "--status", "disputed", "--format", "jsonl", "--store", small)
    assert answer.rows == [{"decade": None, "count": 1, "certain": 1, "possible": 0}]


def test_no_year_outside_the_period_asked_for(small: str, narcotl: FrontDoor) -> None:
    answer = narcotl(
        "stats", "--by", "year", "--during", "1966/1968", "--topic", "opium", "-f", "csv", "--store", small
    )
    assert answer == Answer(0, "year,count,certain,possible\n1966,1,0,1\n1967,1,0,1\n1968,1,0,1\n")


def test_a_matrix(small: str, narcotl: FrontDoor) -> None:
    answer = narcotl(
        "stats", "--by", "topic", "--by", "decade", "--region", "laos", "--format", "csv", "--store", small
    )
    assert answer == Answer(0, MATRIX)


def test_fields_of_a_matrix(small: str, narcotl: FrontDoor) -> None:
    question = ("stats", "--by", "decade", "--by", "topic", "--region", "laos", "--store", small)
    answer = narcotl(*question, "--format", "{decade} {across.opium}")
    assert answer == Answer(0, "1950s 1\n1960s 1\n1970s 2\n")
    assert narcotl(*question, "--fields", "across.hawala").status == 2


@pytest.mark.parametrize(("of", "count"), [("claims", "1"), ("figures", "2"), ("sources", "2"), ("corrections", "1")])
def test_other_records(of: str, count: str, small: str, narcotl: FrontDoor) -> None:
    answer = narcotl("stats", "--of", of, "--by", "source", "--limit", "1", "--format", "csv", "--store", small)
    assert answer.status == 0
    assert answer.out.splitlines()[1].split(",")[1] in (count, "1")


def test_by_the_same_twice(small: str, narcotl: FrontDoor) -> None:
    answer = narcotl("stats", "--by", "topic", "--by", "topic", "--store", small)
    assert answer == Answer(
        2, "", "narcotl: --by is given once, or twice for two different dimensions\nSuch as --by decade --by topic.\n"
    )


def test_numbers_agree_with_the_lists(narcotl: FrontDoor) -> None:
    for row in narcotl("stats", "--by", "topic", "--region", "andes", "--format", "jsonl").rows[:4]:
        assert isinstance(row, dict)
        listed = narcotl("timeline", "--region", "andes", "--topic", row["topic"], "--format", "{id}")
        assert listed.out.count("\n") == row["count"]


def test_decades_agree_with_during(narcotl: FrontDoor) -> None:
    for row in narcotl("stats", "--actor", "cia", "--format", "jsonl").rows:
        assert isinstance(row, dict)
        listed = narcotl("timeline", "--actor", "cia", "--during", row["decade"], "--format", "{match}")
        assert listed.out.count("\n") == row["count"]
        assert listed.out.count("certain") == row["certain"]


def test_two_dimensions_with_a_comma(small: str, narcotl: FrontDoor) -> None:
    asked = ("--format", "csv", "--store", small)
    answer = narcotl("stats", "--by", "decade,region", *asked)
    assert answer == narcotl("stats", "--by", "decade", "--by", "region", *asked)
    assert "across.peru" in answer.out.splitlines()[0]


def test_an_unknown_dimension(small: str, narcotl: FrontDoor) -> None:
    answer = narcotl("stats", "--by", "decade,regio", "--store", small)
    assert answer == Answer(2, "", "narcotl: --by: nothing is counted by 'regio'\nDid you mean region?\n")
