"""What does not fit together in a store."""

from typing import Any, cast

import pytest

from tests.conftest import StoreMaker
from tests.counted import FILES
from tests.front_door import Answer, FrontDoor, Terminal

DUMB = {"TERM": "dumb"}
ALL = [
    ("conflict", "here-2017-office", "here-2017-union"),
    ("conflict", "here-2017-sum", "here-2017-again"),
    ("conflict", "here-2017-union", "here-2017-again"),
    ("conflict", "here-2017-sum", "here-2017-office"),
    ("contrary", "first", "second"),
    ("revision", "here-2017-office", "here-2017-again"),
    ("other side missing", "there-2017-office", "there-2017-union"),
    ("different scope", "tons-plan", "tons-office"),
    ("different scope", "tons-plan", "tons-union"),
    ("not comparable", "tons-office", "tons-union"),
    ("agree", "here-2016-office", "here-2016-union"),
]


@pytest.fixture
def counted(make_store: StoreMaker) -> str:
    return str(make_store(FILES))


def found(answer: Answer) -> list[tuple[str, frozenset[str]]]:
    assert (answer.status, answer.err) == (0, "")
    rows = cast("list[dict[str, Any]]", answer.json)
    return [(row["verdict"], frozenset((row["one"]["id"], row["other"]["id"]))) for row in rows]


def expected(*verdicts: str) -> list[tuple[str, frozenset[str]]]:
    return [(verdict, frozenset(pair)) for verdict, *pair in ALL if verdict in verdicts]


def test_every_pair_that_meets_once_and_what_is_at_odds_first(counted: str, narcotl: FrontDoor) -> None:
    rows = found(narcotl("conflicts", "--verdict", "all", "--json", "--store", counted))
    assert sorted(rows, key=repr) == sorted(expected(*{verdict for verdict, *_ in ALL}), key=repr)
    assert [verdict for verdict, _ in rows] == [verdict for verdict, *_ in ALL]


def test_without_a_verdict_those_that_need_a_look(counted: str, narcotl: FrontDoor) -> None:
    rows = found(narcotl("conflicts", "--json", "--store", counted))
    assert set(rows) == set(expected("conflict", "other side missing", "contrary", "different scope"))


@pytest.mark.parametrize(
    ("options", "pairs"),
    [
        (["--region", "there"], expected("other side missing")),
        (["--verdict", "other-side-missing"], expected("other side missing")),
        (["--verdict", "revision", "--actor", "office"], expected("revision")),
        (["--verdict", "revision", "--actor", "union"], []),
        (["--verdict", "agree", "--during", "2016"], expected("agree")),
        (["--verdict", "revision", "--vintage", "2019"], expected("revision")),
        (["--verdict", "contrary", "--verdict", "revision", "--kind", "denies"], expected("contrary")),
        (["--measure", "cocaine"], expected("different scope")),
        (["--agency", "office", "--verdict", "agree"], expected("agree")),
    ],
)
def test_a_pair_is_kept_if_the_filters_fit_one_of_the_two(
    counted: str, narcotl: FrontDoor, options: list[str], pairs: list[tuple[str, frozenset[str]]]
) -> None:
    answer = narcotl("conflicts", *options, "--json", "--store", counted)
    assert (answer.status, set(found(answer))) == (0, set(pairs))


def test_the_object_of_a_pair_of_figures(counted: str, narcotl: FrontDoor) -> None:
    answer = narcotl("conflicts", "--verdict", "revision", "--json", "--store", counted)
    (row,) = cast("list[dict[str, Any]]", answer.json)
    assert {key: row[key] for key in row if key != "period"} == {
        "of": "figure",
        "verdict": "revision",
        "one": {
            "id": "here-2017-office",
            "name": "Area under coca, Here, 2017",
            "agency": {"id": "office", "name": "Office"},
            "by": "Office",
            "text": "31,000 ha",
        },
        "other": {
            "id": "here-2017-again",
            "name": "Area under coca, Here, 2017",
            "agency": {"id": "office", "name": "Office"},
            "by": "Office",
            "text": "30,000 ha",
        },
        "measure": {"id": "coca", "name": "Area under coca"},
        "region": {"id": "here", "name": "Here"},
        "difference": {
            "absolute": 1000,
            "percent": 3.3,
            "unit": "ha",
            "text": "1,000 ha, 3.3 percent of the smaller",
        },
        "reason": "Office published 30,000 ha in 2019, after 2018: 31,000 ha (Office) and 30,000 ha (Office) differ by "
        "1,000 ha, 3.3 percent of the smaller.",
        "match": "certain",
    }


def test_the_object_of_a_pair_of_claims(counted: str, narcotl: FrontDoor) -> None:
    answer = narcotl("conflicts", "--verdict", "contrary", "--json", "--store", counted)
    (row,) = cast("list[dict[str, Any]]", answer.json)
    assert (row["of"], row["verdict"], row["reason"]) == (
        "claim",
        "contrary",
        "Both cannot be true: the years differ.",
    )
    assert (row["one"]["id"], row["one"]["name"], row["one"]["tally"]["for"]) == ("first", "Brazil is second.", 1)
    assert (row["other"]["id"], row["other"]["tally"]["against"]) == ("second", 1)


def test_a_terminal_shows_the_two_sides_and_why(counted: str, narcotl_terminal: Terminal) -> None:
    answer = narcotl_terminal("conflicts", "--region", "there", "--no-color", "--store", counted)
    assert (answer.status, answer.err) == (0, "")
    assert [line.rstrip() for line in answer.out.splitlines()] == [
        "Conflicts: region there · 1 pair: 1 other side missing",
        "Verdict     What            One               Other          Why",
        "─" * 80,
        "other side  Area under      Office: 1,000 ha  Union:         No number of Union",
        "missing     coca, There,                      missing: not   is known: not given",
        "            2017                              given in       in material.",
        "                                              material",
    ]


def test_what_limit_cuts_is_said(counted: str, narcotl: FrontDoor) -> None:
    answer = narcotl(
        "conflicts", "--verdict", "conflict", "--limit", "1", "-f", "csv", "--fields", "verdict", "--store", counted
    )
    assert answer == Answer(status=0, out="verdict\nconflict\n", err="narcotl: 1 of 4 shown; --limit cut the rest\n")


@pytest.mark.parametrize("store", ["counted", "shipped"])
def test_the_pairs_of_all_measures_are_those_of_the_store(counted: str, narcotl: FrontDoor, store: str) -> None:
    stores = ["--store", counted] if store == "counted" else []
    exported = narcotl("export", "jsonl", *stores).rows
    measures = [row["id"] for row in cast("list[dict[str, Any]]", exported) if row["kind"] == "measure"]
    compared = [
        pair for measure in measures for pair in found(narcotl("compare", measure, "--pairs", "--json", *stores))
    ]
    listed = found(narcotl("conflicts", "--verdict", "all", "--json", *stores))
    assert sorted(compared, key=repr) == sorted((pair for pair in listed if pair[0] != "contrary"), key=repr)


def test_no_pair_is_an_answer(counted: str, narcotl: FrontDoor) -> None:
    answer = narcotl("conflicts", "--region", "valley", "--store", counted)
    assert (answer.status, answer.out) == (0, "No pair fits. --verdict all shows also those that agree.\n")


def test_an_unknown_field_is_refused(narcotl: FrontDoor) -> None:
    answer = narcotl("conflicts", "--fields", "verdikt")
    assert answer == Answer(
        status=2, err="narcotl: the rows of this list have no field 'verdikt'\nDid you mean verdict?\n"
    )


def test_the_shipped_store_says_what_is_missing_of_bolivia(narcotl: FrontDoor) -> None:
    rows = found(narcotl("conflicts", "--region", "bolivia", "--json"))
    assert ("other side missing", frozenset(("coca-bolivia-2017-ondcp", "coca-bolivia-2017-un"))) in rows


def test_the_shipped_store_sets_brazil_against_europe(narcotl: FrontDoor) -> None:
    rows = found(narcotl("conflicts", "--verdict", "contrary", "--json"))
    assert ("contrary", frozenset(("brazil-second-cocaine-consumer", "europe-second-cocaine-market"))) in rows


def test_a_terminal_counts_what_differs_only_in_scope(counted: str, narcotl_terminal: Terminal) -> None:
    lines = narcotl_terminal("conflicts", "--store", counted, env=DUMB).out.splitlines()
    assert lines[:2] == [
        "Conflicts · 8 pairs: 4 conflict, 1 contrary, 1 other side missing, 2 different",
        "scope",
    ]
    assert lines[-1] == "2 more: --verdict different-scope lists those of different scope, --wide all"
    assert not [line for line in lines[2:-1] if line.startswith("different")]


@pytest.mark.parametrize("arguments", [["--wide"], ["--verdict", "different-scope"], ["--text", "planned"]])
def test_what_differs_in_scope_is_shown_if_asked_for_or_alone(
    arguments: list[str], counted: str, narcotl_terminal: Terminal
) -> None:
    out = narcotl_terminal("conflicts", *arguments, "--store", counted, env=DUMB).out
    assert sum(line.startswith("different") for line in out.splitlines()) == 2
    assert " more: " not in out
