"""The ways of asking narcotl agree with each other."""

from narcotl import __version__
from tests.front_door import Answer, FrontDoor, Head, Terminal

SAID = Answer(0, f"narcotl {__version__}\n")


def test_in_process(narcotl: FrontDoor) -> None:
    assert narcotl("--version") == SAID


def test_as_a_module(narcotl_process: FrontDoor) -> None:
    assert narcotl_process("--version") == SAID


def test_on_a_terminal(narcotl_terminal: Terminal) -> None:
    assert narcotl_terminal("--version") == SAID


def test_answers_are_the_same_between_pipes(narcotl: FrontDoor, narcotl_process: FrontDoor) -> None:
    question = ("timeline", "--region", "andes", "--json")
    assert narcotl(*question) == narcotl_process(*question)


def test_standard_input_reaches_the_command(narcotl: FrontDoor, narcotl_process: FrontDoor) -> None:
    question = ("date", "-", "--format", "jsonl")
    answer = narcotl(*question, stdin="june 1989\nsoonish\n")
    assert answer == narcotl_process(*question, stdin="june 1989\nsoonish\n")
    assert answer.status == 1
    assert [row["valid"] for row in answer.rows if isinstance(row, dict)] == [True, False]


def test_a_closed_pipe_ends_quietly(narcotl_head: Head) -> None:
    answer = narcotl_head("export", "jsonl", lines=1)
    assert answer.err == ""
    assert answer.out.startswith('{"kind"')
