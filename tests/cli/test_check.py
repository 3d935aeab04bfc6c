"""Every problem of a store at once; each kind of problem has its folder in tests/errors/."""

import json
from pathlib import Path

from tests.conftest import StoreMaker
from tests.front_door import Answer, FrontDoor

TWO = """\
- {id: peru, name: Peru, kind: contry}
- {id: laos, name: Laos, kind: country, part_of: [asia]}
- {id: rio, name: A river, kind: area}
"""
SAID = """\
regions.yaml:1:32: 'contry' is not one of the words of region-kind
    1 | - {id: peru, name: Peru, kind: contry}
      |                                ^^^^^^
Did you mean `country`? `narcotl vocab region-kind` explains them.
regions.yaml:2:50: unknown region 'asia'
    2 | - {id: laos, name: Laos, kind: country, part_of: [asia]}
      |                                                   ^^^^
Declare it in regions.yaml; `narcotl region` lists those that exist.
"""


def test_all_problems_in_the_order_of_lines(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    store = make_store({"regions.yaml": TWO})
    answer = narcotl("check", "--store", ".", cwd=store)
    assert (answer.status, answer.err) == (1, "")
    assert answer.out == SAID.replace("2:50", "2:51")


def test_problems_for_programs(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    store = make_store({"regions.yaml": TWO})
    answer = narcotl("check", "--json", "--store", str(store))
    rows = json.loads(answer.out)
    assert answer.status == 1
    assert [(row["line"], row["column"], row["level"], row["rule"]) for row in rows] == [
        (1, 32, "error", "vocabulary"),
        (2, 51, "error", "unknown-reference"),
    ]
    assert rows[0]["file"] == str(store / "regions.yaml")


def test_strictness_changes_nothing_here(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    store = make_store({"regions.yaml": TWO})
    assert narcotl("check", "--strict", "--store", ".", cwd=store) == narcotl("check", "--store", ".", cwd=store)


def test_a_clash_between_stores_names_both_places(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    one, other = (make_store({"regions.yaml": "- {id: peru, name: Peru, kind: country}\n"}) for _ in range(2))
    answer = narcotl("check", "--store", str(one), "--store", str(other))
    assert answer.status == 1
    assert f"{other}/regions.yaml:1:3: the id 'peru' is taken by the region at {one}/regions.yaml:1:3" in answer.out


def test_warnings_are_no_errors(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    store = make_store(
        {
            "sources.yaml": "- {id: book, type: book, title: A book, issued: 1991}\n",
            "regions.yaml": "- {id: peru, name: Peru, kind: country, sources: [book]}\n",
        }
    )
    answer = narcotl("check", "--store", str(store))
    assert (answer.status, answer.err) == (0, "")
    assert "warning: a citation of 'peru' ends in 'book', which was not read" in answer.out


def test_the_shipped_store_has_no_error(narcotl: FrontDoor) -> None:
    answer = narcotl("check", "--json")
    assert (answer.status, [row for row in json.loads(answer.out) if row["level"] == "error"]) == (0, [])


def test_the_small_store_has_no_problem(small: str, narcotl: FrontDoor) -> None:
    assert narcotl("check", "--store", small) == Answer(0, "No problems.\n")


def test_the_answer_can_go_to_a_file(small: str, narcotl: FrontDoor, tmp_path: Path) -> None:
    file = tmp_path / "problems.json"
    assert narcotl("check", "--store", small, "--json", "-o", str(file)) == Answer(0)
    assert json.loads(file.read_text(encoding="utf-8")) == []
