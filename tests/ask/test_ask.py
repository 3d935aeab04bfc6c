"""`narcotl ask`: the questions of questions.yaml, and what holds for any question."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narcotl.library.opened import Library, open_library
from narcotl.reports.ask.asking import ask
from tests.ask.scoring import HERE, TODAY, more_questions, questions, score
from tests.front_door import FrontDoor

FLOOR_TUNED = 96.0
FLOOR_MORE = 92.0
FLOOR_HELD_BACK = 88.0
"""A little below what was reached; docs/ask.md has the scores."""


@pytest.fixture(scope="module")
def library() -> Iterator[Library]:
    opened = open_library()
    yield opened
    opened.close()


@pytest.mark.parametrize(("held_back", "floor"), [(False, FLOOR_TUNED), (True, FLOOR_HELD_BACK)])
def test_most_questions_are_answered(held_back: bool, floor: float, library: Library) -> None:  # noqa: FBT001 - a case
    found, wrong = score(library, [question for question in questions() if question.is_held_back is held_back])
    assert found.percent >= floor, [question.text for question, _ in wrong]


def test_most_questions_of_the_third_round_are_answered(library: Library) -> None:
    found, wrong = score(library, more_questions())
    assert found.percent >= FLOOR_MORE, [question.text for question, _ in wrong]


def test_a_third_is_held_back() -> None:
    asked = list(questions())
    assert len(asked) >= 120
    assert len(asked) // 3 - 1 <= sum(question.is_held_back for question in asked) <= len(asked) // 3 + 1


def test_the_answers_do_not_depend_on_the_order_in_which_records_came(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "store"
    shutil.copytree(HERE.parents[1] / "data", store)
    monkeypatch.setenv("NARCOTL_CACHE_DIR", str(tmp_path / "cache"))
    open_library([store]).close()
    for file in store.glob("*/*.yaml"):
        file.write_text(file.read_text("utf-8") + "\n# Touched: its records come anew.\n", "utf-8")
    anew = open_library([store])
    asked = [question.text for question in questions()]
    assert [ids(anew, text) for text in asked] == [ids(library, text) for text in asked]
    [(last,)] = anew.index.table("SELECT MAX(number) FROM records")
    assert last > len([*anew.index.all()])
    anew.close()


def ids(library: Library, text: str) -> list[tuple[str, float]]:
    return [(row["id"], row["score"]) for row in ask(library.index, text, TODAY).rows]


def test_the_json_of_any_answer_is_short(narcotl: FrontDoor) -> None:
    lengths = {question.text: len(narcotl("ask", question.text, "--json").out) for question in list(questions())[::6]}
    assert {text: length for text, length in lengths.items() if length > 6000} == {}


@given(st.text(max_size=200))
def test_no_question_is_too_strange(library: Library, question: str) -> None:
    rows = list(ask(library.index, question, TODAY).rows)
    assert len(rows) <= 5
    assert rows == list(ask(library.index, question, TODAY).rows)


def test_the_first_answer_is_the_figure(narcotl: FrontDoor) -> None:
    answer = narcotl("ask", "how much coca did ONDCP count in Peru in 2017?", "--limit", "1", "--json")
    assert (answer.status, answer.err) == (0, "")
    [row] = json.loads(answer.out)
    assert row["id"] == "coca-peru-2017-ondcp"
    assert row["answer"] == "49,800 ha, change +13% since 2016"
    assert row["by"] == ["Office of National Drug Control Policy"]
    assert row["chain"] == "Survey of Peru and Bolivia (ondcp-2018), as cited in seed-003"


def test_what_nobody_knows_is_not_made_up(narcotl: FrontDoor) -> None:
    answer = narcotl("ask", "Who is Pablo Escobar?", "--json")
    assert (answer.status, answer.out) == (0, "[]\n")
    assert answer.err == "narcotl: understood wanted who; unknown Pablo, Escobar\n"


def test_misspelt_names_are_forgiven_and_told(narcotl: FrontDoor) -> None:
    [row] = json.loads(narcotl("ask", "Did the CIA shield Noreiga?", "--limit", "1", "--json", "--explain").out)
    assert row["understood"]["misspelt"] == [{"typed": "Noreiga", "taken": "noriega"}]
    assert sum(reason["points"] for reason in row["reasons"]) > 0
