"""What a store means is silenced in its settings, with a reason, counted and never forgotten."""

from typing import Any

import pytest

from tests.conftest import StoreMaker
from tests.front_door import Answer, FrontDoor

SOURCES = """\
- {id: book, type: book, title: A book, issued: 1991}
- {id: paper, type: book, title: A paper, issued: 1992}
- {id: read, type: book, title: What was read, issued: 1993, read: true}
"""
EVENTS = """\
- {id: raid, title: A raid, date: 1990, regions: [], kinds: [seizure], status: reported,
   sources: [{source: book, via: [read]}, {source: paper, via: [read]}]}
"""
REGIONS = "- {id: peru, name: Peru, kind: country, sources: [book, paper]}\n- {id: laos, name: Laos, kind: country}\n"
SILENCE = "check:\n  silence:\n    - {rule: %s, records: %s, reason: %s}\n"


def checked(narcotl: FrontDoor, make_store: StoreMaker, settings: str, *options: str) -> Answer:
    store = make_store(
        {"sources.yaml": SOURCES, "regions.yaml": REGIONS, "events.yaml": EVENTS, "store.yaml": settings}
    )
    return narcotl("check", "--store", ".", *options, cwd=store)


def test_what_is_silenced_is_counted(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    answer = checked(narcotl, make_store, SILENCE % ("unread-source", "all", "nobody has them"), "--level", "warning")
    assert answer == Answer(
        0, "No problems.\n", "narcotl: 2 silenced by the store; --silenced shows them, with the reasons\n"
    )


def test_what_is_silenced_is_shown_with_its_reason(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    settings = SILENCE % ("unused-record", "[laos, peru]", "a list of all countries")
    answer = checked(narcotl, make_store, settings, "--silenced", "--level", "note")
    assert (answer.status, answer.err) == (0, "")
    said = (
        "regions.yaml:2:3: note: nothing names the region 'laos' [unused-record]\n"
        "    2 | - {id: laos, name: Laos, kind: country}\n"
        "      |   ^\n"
        "Take it out, or name it where it belongs.\n"
        "Silenced: a list of all countries\n"
    )
    assert said in answer.out


def test_for_programs_each_problem_has_its_record_and_the_reason(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    rows: Any = checked(narcotl, make_store, SILENCE % ("unused-record", "laos", "meant"), "--silenced", "--json").json
    assert [(row["rule"], row["record"], row["silenced"]) for row in rows] == [
        ("unread-source", "peru", None),
        ("unread-source", "peru", None),
        ("unused-record", "peru", None),
        ("unused-record", "laos", "meant"),
    ]


def test_a_silence_in_vain_is_a_note(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    rows: Any = checked(narcotl, make_store, SILENCE % ("unused-record", "[laos, cuba]", "meant"), "--json").json
    assert [row["message"] for row in rows if row["rule"] == "unused-silence"] == [
        "this silence of 'unused-record' silences nothing about cuba"
    ]
    assert [(row["line"], row["column"]) for row in rows if row["rule"] == "unused-silence"] == [(3, 7)]


def test_a_silence_that_goes_is_heard_again(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    settings = SILENCE % ("unread-source", "all", "meant")
    store = make_store({"sources.yaml": SOURCES, "regions.yaml": REGIONS, "store.yaml": settings})
    assert narcotl("check", "--store", str(store)).out == "No problems.\n"
    (store / "store.yaml").write_text("title: A store\n", encoding="utf-8")
    assert narcotl("check", "--store", str(store)).out.count("[unread-source]") == 2


def test_a_store_silences_itself_and_no_other(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    one = make_store({"sources.yaml": SOURCES, "store.yaml": SILENCE % ("unread-source", "all", "meant")})
    other = make_store({"regions.yaml": REGIONS})
    rows: Any = narcotl("check", "--store", str(one), "--store", str(other), "--json").json
    assert [row["rule"] for row in rows] == ["unused-silence", "unread-source", "unread-source"]


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        (SILENCE % ("unknown-reference", "all", "meant"), "the rule 'unknown-reference' cannot be silenced"),
        (SILENCE % ("unread-source", "all", "' '"), "a silence needs its reason"),
        (SILENCE % ("unread-source", "all", ""), "a silence needs `reason`"),
        (SILENCE % ("unread", "all", "meant"), "'unread' is not one of the words of rule"),
        ("check: {silence: {rule: unread-source, reason: meant}}\n", "a silence needs `records`"),
        ("check: {silense: []}\n", "unknown field 'silense' in a check"),
        ("check: {tolerance: few}\n", "'few' is not a number"),
        ("check: {tolerance: -1}\n", "a tolerance is not below 0"),
        ("check: all\n", "`check` must be a mapping with `silence`, `distinct` and `tolerance`"),
        ("check: {silence: [all]}\n", "a silence must be a mapping of fields"),
    ],
)
def test_a_setting_that_is_wrong_is_an_error(
    narcotl: FrontDoor, make_store: StoreMaker, settings: str, message: str
) -> None:
    answer = checked(narcotl, make_store, settings, "--json", "--level", "error")
    rows: Any = answer.json
    assert (answer.status, [row["message"] for row in rows]) == (1, [message])


def test_a_silence_that_is_wrong_takes_no_other_down(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    settings = SILENCE % ("unread-source", "all", "meant") + "    - {rule: status}\n"
    rows: Any = checked(narcotl, make_store, settings, "--json", "--level", "warning").json
    assert {row["rule"] for row in rows} == {"required"}


def test_numbers_may_miss_each_other_by_what_the_store_allows(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    files = {
        "regions.yaml": "- {id: peru, name: Peru, kind: country}\n",
        "sources.yaml": "- {id: survey, type: report, title: Survey, issued: 2019, read: true}\n",
        "measures.yaml": "- {id: coca, name: Coca, unit: ha}\n",
        "figures.yaml": "- {id: area, measure: coca, region: peru, period: 2017, value: 49800, unit: ha,"
        " also_written: [{value: 127000, unit: acre}], source: survey}\n",
    }
    rows: Any = narcotl("check", "--json", "--store", str(make_store(files))).json
    assert [row["message"] for row in rows] == [
        "127,000 acre are 51,395.12 ha, not 49,800; they may differ by 2 percent"
    ]
    tolerant = make_store({**files, "store.yaml": "check: {tolerance: 5}\n"})
    assert narcotl("check", "--store", str(tolerant)) == Answer(0, "No problems.\n")


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ("title: [a]\n", "`title` must be one text"),
        ("licence: {a: b}\n", "`licence` must be one text"),
        ("topics: coca\n", "`topics` must name topics, each with a text about it"),
        ("topics: {coca: [a]}\n", "`topics` must name topics, each with a text about it"),
        ("topics: [{coca: a}]\n", "`topics` must name topics, each with a text about it"),
        ("synonyms: [coca]\n", "`synonyms` must give words for each word"),
        ("synonyms: {coca: {leaf: bush}}\n", "`synonyms` must give words for each word"),
    ],
)
def test_a_setting_that_is_no_word_is_an_error(
    narcotl: FrontDoor, make_store: StoreMaker, settings: str, message: str
) -> None:
    rows: Any = checked(narcotl, make_store, settings, "--json", "--level", "error").json
    assert [(row["rule"], row["line"], row["message"]) for row in rows] == [("setting", 1, message)]


@pytest.mark.parametrize(
    "settings",
    [
        "title:\nlicence: ~\ntopics:\nsynonyms:\n",
        "topics: [coca, opium]\n",
        "topics: {coca: the plant, opium: }\nsynonyms: {coca: leaf, opium: [poppy]}\n",
        "settings: {theme: [dark]}\n",
    ],
)
def test_a_setting_may_be_short(narcotl: FrontDoor, make_store: StoreMaker, settings: str) -> None:
    assert checked(narcotl, make_store, settings, "--level", "error").status == 0
