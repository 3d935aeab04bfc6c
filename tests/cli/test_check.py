"""Every problem of a store at once; each kind of problem has its folder in tests/errors/."""

import json
from pathlib import Path

from tests.conftest import StoreMaker
from tests.front_door import Answer, FrontDoor

TWO = """\
- {id: peru, name: Peru, kind: contry}
- {id: laos, name: Laos, kind: country, part_of: [asia]}
- {id: rio, name: A river, kind: country}
"""
SAID = """\
regions.yaml:1:32: 'contry' is not one of the words of region-kind [vocabulary]
    1 | - {id: peru, name: Peru, kind: contry}
      |                                ^^^^^^
Did you mean `country`? `narcotl vocab region-kind` explains them.
regions.yaml:2:50: unknown region 'asia' [unknown-reference]
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


def test_what_is_named_several_times_or_emptily_is_reported_once_for_each_place(
    narcotl: FrontDoor, make_store: StoreMaker
) -> None:
    regions = "- {id: laos, name: Laos, kind: country, part_of: ['', asia, asia], overlaps: [siam]}\n"
    answer = narcotl("check", "--json", "--store", str(make_store({"regions.yaml": regions})))
    assert [(row["column"], row["message"]) for row in json.loads(answer.out)] == [
        (51, "unknown region ''"),
        (55, "unknown region 'asia'"),
        (61, "unknown region 'asia'"),
        (79, "unknown region 'siam'"),
    ]


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


def test_the_shipped_store_has_nothing_that_it_does_not_mean(narcotl: FrontDoor) -> None:
    answer = narcotl("check", "--fail-on", "note")
    assert (answer.status, answer.out) == (0, "No problems.\n")
    assert answer.err == "narcotl: 16 silenced by the store; --silenced shows them, with the reasons\n"


MANY = "".join(f"- {{id: r{number}, name: R, kind: contry, part_of: [a{number}]}}\n" for number in range(300))


def test_of_many_problems_the_first_hundred_are_shown_and_the_rest_counted(
    narcotl: FrontDoor, make_store: StoreMaker
) -> None:
    store = str(make_store({"regions.yaml": MANY}))
    answer = narcotl("check", "--store", store)
    assert answer.status == 1
    assert answer.out.count("^\n") == 100
    assert answer.err == "narcotl: 100 of 600 problems shown; --limit 600 shows them all\n"
    answer = narcotl("check", "--store", store, "--limit", "2")
    assert (answer.out.count("^\n"), answer.err) == (
        2,
        "narcotl: 2 of 600 problems shown; --limit 600 shows them all\n",
    )
    assert len(json.loads(narcotl("check", "--store", store, "--json").out)) == 600


def test_what_a_broken_record_names_is_looked_for_as_well(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    store = make_store({"regions.yaml": "- {id: peru, name: Peru, kind: contry, part_of: [andes]}\n"})
    rows = json.loads(narcotl("check", "--json", "--store", str(store)).out)
    assert [(row["rule"], row["record"]) for row in rows] == [("vocabulary", "peru"), ("unknown-reference", "peru")]


def test_whoever_names_a_broken_record_is_not_blamed(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    broken = "- {id: peru, name: Peru, kind: contry}\n- {id: lima, name: Lima, kind: city, part_of: [peru]}\n"
    rows = json.loads(
        narcotl("check", "--json", "--level", "error", "--store", str(make_store({"regions.yaml": broken}))).out
    )
    assert [row["rule"] for row in rows] == ["vocabulary"]


def test_a_second_record_with_an_id_is_looked_into_as_well(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    twice = "- {id: peru, name: Peru, kind: country}\n- {id: peru, name: Lima, kind: city, part_of: [andes]}\n"
    rows = json.loads(
        narcotl("check", "--json", "--level", "error", "--store", str(make_store({"regions.yaml": twice}))).out
    )
    assert [row["rule"] for row in rows] == ["duplicate-id", "unknown-reference"]


def test_from_which_level_on_the_answer_is_no(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    store = str(make_store({"regions.yaml": "- {id: lima, name: Lima, kind: city}\n"}))
    assert [narcotl("check", "--store", store, "--fail-on", level).status for level in ("error", "note")] == [0, 1]
    assert narcotl("check", "--store", store, "--level", "warning") == Answer(0, "No problems.\n")


HOSTILE = """\
- {id: "a,b:c%", name: "x\\ny", kind: "::error::\\e[31m"}
- {id: lima, name: Lima, kind: city}
"""


def test_annotations_for_github(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    store = make_store({"a:b,c%d/regions.yaml": HOSTILE})
    answer = narcotl("check", "--store", "a:b,c%d", "--format", "github", cwd=store)
    assert (answer.status, answer.err) == (1, "")
    assert answer.out == (
        "::error file=a%3Ab%2Cc%25d/regions.yaml,line=1,col=38,endColumn=52,title=narcotl%3A vocabulary::"
        "'::error::\\x1b[31m' is not one of the words of region-kind%0AChoose from: world, continent, subregion, "
        "policy-region, country, province, valley, area, city, drug-zone, route, sea. "
        "`narcotl vocab region-kind` explains them.\n"
        "::notice file=a%3Ab%2Cc%25d/regions.yaml,line=2,col=3,endColumn=4,title=narcotl%3A unreachable-region::"
        "the city 'lima' lies in no other region, so that no question about a larger one finds it"
        "%0ASay where it lies: `part_of: [...]`, or `overlaps: [...]`.\n"
    )


def test_annotations_can_go_to_a_file(narcotl: FrontDoor, make_store: StoreMaker, tmp_path: Path) -> None:
    store = make_store({"regions.yaml": "- {id: lima, name: Lima, kind: city}\n"})
    file = tmp_path / "said"
    assert narcotl("check", "--store", str(store), "--format", "github", "-o", str(file)) == Answer(0)
    assert file.read_text(encoding="utf-8").startswith("::notice ")


def test_no_annotation_where_there_is_no_problem(small: str, narcotl: FrontDoor) -> None:
    assert narcotl("check", "--store", small, "--format", "github") == Answer(0)


def test_only_check_annotates(narcotl: FrontDoor) -> None:
    assert narcotl("gaps", "--format", "github").status == 2


def test_the_small_store_has_no_problem(small: str, narcotl: FrontDoor) -> None:
    assert narcotl("check", "--store", small) == Answer(0, "No problems.\n")


def test_the_answer_can_go_to_a_file(small: str, narcotl: FrontDoor, tmp_path: Path) -> None:
    file = tmp_path / "problems.json"
    assert narcotl("check", "--store", small, "--json", "-o", str(file)) == Answer(0)
    assert json.loads(file.read_text(encoding="utf-8")) == []
