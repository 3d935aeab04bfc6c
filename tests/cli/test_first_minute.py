"""The first minute: what narcotl says alone, how its help is ordered, and what a typo brings."""

import re
from pathlib import Path

import pytest

from narcotl.cli.registry import COMMANDS, PURPOSES
from narcotl.cli.welcome import EXAMPLES
from tests.console import run
from tests.front_door import Answer, FrontDoor

SCREEN = (24, 80)
"""The lines and columns of the smallest terminal that people have."""


def test_alone_it_says_on_one_screen_what_it_can_do(narcotl: FrontDoor) -> None:
    answer = narcotl()
    lines = answer.out.splitlines()
    assert (answer.status, answer.err) == (0, "")
    assert len(lines) < SCREEN[0] - 1, "the prompt stands below it"
    assert max(map(len, lines)) <= SCREEN[1]
    assert [name for name in COMMANDS if not re.search(rf"\b{name}\b", answer.out)] == []


@pytest.mark.parametrize("example", [command for command, _ in EXAMPLES])
def test_what_it_proposes_has_an_answer(example: str, narcotl: FrontDoor, tmp_path: Path) -> None:
    assert f"  {example} " in narcotl().out
    answer = run(example, tmp_path)
    assert answer.status == 0
    assert answer.out


def test_help_is_ordered_by_purpose(narcotl: FrontDoor) -> None:
    text = narcotl("--help").out
    assert max(map(len, text.splitlines())) <= SCREEN[1]
    assert re.findall(r"^(\w[\w ]+):$", text, re.MULTILINE) == [*PURPOSES, "Options"]
    assert max(map(len, PURPOSES.values())) <= 9, "a group is read at a glance"


@pytest.mark.parametrize(("typed", "meant"), [("timelnie", "timeline"), ("serach", "search"), ("figurs", "figures")])
def test_a_typo_proposes_the_right_command(typed: str, meant: str, narcotl: FrontDoor) -> None:
    answer = narcotl(typed)
    assert (answer.status, answer.out) == (2, "")
    assert f"`narcotl {meant}`" in answer.err


def test_an_empty_answer_says_which_filter_emptied_it(narcotl: FrontDoor) -> None:
    assert narcotl("timeline", "--region", "peru", "--topic", "opium", "--json") == Answer(
        0,
        "[]\n",
        "narcotl: no event is placed in Peru and is on the topic opium; "
        "without --region there are 24, without --topic 19\n",
    )
