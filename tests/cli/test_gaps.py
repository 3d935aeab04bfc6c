"""What the store does not know."""

from typing import Any

from tests.conftest import StoreMaker
from tests.front_door import Answer, FrontDoor
from tests.golden_files import golden


def test_the_gaps_of_a_region(disputed: str, narcotl: FrontDoor) -> None:
    assert narcotl("gaps", "--region", "peru", "--store", disputed) == Answer(0, golden("gaps-of-a-region"))


def test_gaps_are_one_flat_list_for_programs(disputed: str, narcotl: FrontDoor) -> None:
    found: Any = narcotl("gaps", "--json", "--store", disputed).json
    assert [(row["gap"], row["kind"], row["id"]) for row in found] == [
        ("unknown-date", "source", "chapter-1"),
        ("unknown-date", "source", "chapter-2"),
        ("unknown-date", "event", "rumour"),
        ("unknown-date", "source", "whole"),
        ("missing-figure", "figure", "area-1991-bolivia"),
        ("single-origin", "event", "flights"),
        ("single-origin", "event", "meeting"),
        ("single-origin", "event", "rumour"),
        ("unanswered-allegation", "claim", "knew"),
    ]
    assert {*found[0]} == {"gap", "kind", "id", "name", "date", "text"}


def test_kinds_of_gap_choose(disputed: str, narcotl: FrontDoor) -> None:
    answer = narcotl("gaps", "--kind", "missing-figure", "--fields", "id,text", "-f", "tsv", "--store", disputed)
    assert answer == Answer(0, "id\ttext\narea-1991-bolivia\tnot given in material: only said to be less\n")
    rest: Any = narcotl("gaps", "--kind", "not:single-origin", "--json", "--store", disputed).json
    assert "single-origin" not in {row["gap"] for row in rest}


def test_the_other_way_round_and_cut(disputed: str, narcotl: FrontDoor) -> None:
    answer = narcotl("gaps", "--reverse", "--limit", "2", "--fields", "id", "-f", "csv", "--store", disputed)
    assert answer == Answer(0, "id\nknew\nrumour\n", "narcotl: 2 of 9 shown; --limit cut the rest\n")


def test_empty_years_are_counted_between_the_first_and_the_last_event(disputed: str, narcotl: FrontDoor) -> None:
    asked = ("--kind", "year-without-events", "--region", "peru", "--fields", "date.edtf", "-f", "csv")
    assert narcotl("gaps", *asked, "--store", disputed) == Answer(0, "date.edtf\n1985/1989\n1992/1995\n")
    assert narcotl("gaps", *asked, "--until", "1991", "--store", disputed).out == "date.edtf\n1985/1989\n"


def test_what_cannot_be_asked(narcotl: FrontDoor) -> None:
    assert narcotl("gaps", "--kind", "unansered-allegation") == Answer(
        2, "", "narcotl: there is no kind of gap 'unansered-allegation'\nDid you mean unanswered-allegation?\n"
    )
    assert narcotl("gaps", "--kind", "year-without-events") == Answer(
        2, "", "narcotl: year-without-events needs a region\nName one: --region peru.\n"
    )


def test_whose_words_have_no_date(make_store: StoreMaker, narcotl: FrontDoor) -> None:
    store = make_store(
        {
            "actors.yaml": "- {id: ann, name: Ann, kind: person}\n- {id: bob, name: Bob, kind: person}\n",
            "sources.yaml": "- {id: book, type: book, title: Book, issued: '1990', read: true}\n",
            "claims.yaml": (
                "- id: partly\n  proposition: It was so.\n  about: {actor: ann}\n  positions:\n"
                "  - {actor: ann, stance: asserts, said: 1972~, gist: a, source: book}\n"
                "  - {actor: bob, stance: denies, said: XXXX, gist: b, source: book}\n"
                "- id: ends\n  proposition: It was otherwise.\n  about: {actor: ann}\n  positions:\n"
                "  - {actor: ann, stance: asserts, said: /1972, gist: a, source: book}\n"
                "  - {actor: bob, stance: denies, said: 1980/, gist: b, source: book}\n"
                "- id: never\n  proposition: It was never so.\n  about: {actor: ann}\n  positions:\n"
                "  - {actor: ann, stance: asserts, said: XXXX, gist: a, source: book}\n"
            ),
        }
    )
    answer = narcotl("gaps", "--kind", "unknown-date", "--format", "{kind} {id}: {text}", "--store", str(store))
    assert (answer.status, answer.out) == (
        0,
        ("claim partly: no date is known for what is said by Bob\nclaim never: no date is known\n"),
    )
