"""The first screen of a terminal of 80 columns and 24 lines: it has the answer, in less room and without a loss."""

from typing import Any, cast

import pytest
from rich.cells import cell_len

from tests.conftest import StoreMaker
from tests.front_door import FrontDoor, Terminal

DUMB = {"TERM": "dumb"}
SCREEN = 23
"""The lines that are visible above the prompt."""

FITTING = {
    ("claims", "--contested"): ("17 claims", "What McCoy and Leary say", "Bolivia grows far more coca than its law"),
    ("timeline", "--during", "1989"): ("18 events", "United States forces invade Panama", "disputed", "Dec 1989"),
    ("timeline", "--actor", "cia", "--during", "1980s"): ("9 events", "Role", "sponsor", "accused", "beneficiary"),
    ("figures", "--agency", "ondcp"): ("14 figures", "49,800 ha", "about 44,071 ha", "missing"),
    ("claims", "--by", "webb"): ("5 claims", "Gary Webb", "John Deutch", "Mercury News"),
    ("conflicts", "--region", "bolivia"): ("3 pairs", "ONDCP: 31,000 ha", "missing"),
    ("figures", "--region", "peru", "--measure", "coca-cultivation-area", "--during", "2016-2017"): (
        "49,800 ha",
        "about 44,071 ha",
        "(derived)",
    ),
}
"""What people ask, and what they are told without turning a page."""


@pytest.mark.parametrize("question", FITTING, ids=" ".join)
def test_the_answer_fits_on_the_screen(question: tuple[str, ...], narcotl_terminal: Terminal) -> None:
    answer = narcotl_terminal(*question, env=DUMB)
    assert (answer.status, answer.err) == (0, "")
    lines = answer.out.splitlines()
    assert len(lines) <= SCREEN
    assert all(cell_len(line) <= 80 for line in lines)
    for part in FITTING[question]:
        assert part in answer.out


def test_what_rests_on_a_source_comes_before_its_details(narcotl_terminal: Terminal) -> None:
    lines = narcotl_terminal("source", "mccoy-1991", env=DUMB).out.splitlines()
    screen = "\n".join(lines[:SCREEN])
    assert "26 records, 20 of them on it alone: 5 events, 12 claims, 3 figures" in screen
    assert sum(line.startswith(("event  ", "claim  ", "figure ")) for line in lines[:SCREEN]) == 15
    assert "cut to one line a row: --wide shows the whole texts" in "\n".join(lines)
    assert "known as it is cited" in "\n".join(lines[SCREEN:])


def test_a_list_has_one_line_a_row_only_where_nothing_else_fits(narcotl_terminal: Terminal) -> None:
    question = ("claims", "--contested")
    dense, whole, wide = (narcotl_terminal(*question, lines=lines, env=DUMB).out for lines in (24, 80, 12))
    assert "\N{HORIZONTAL ELLIPSIS}" in dense
    for text in (whole, wide, narcotl_terminal(*question, "--wide", env=DUMB).out):
        assert "\N{HORIZONTAL ELLIPSIS} cut" not in text
    assert "Joseph" in whole
    assert "Joseph" not in dense
    assert narcotl_terminal(*question, "--no-pager", env={**DUMB, "LINES": "80"}).out == whole


def test_a_pipe_gets_every_text_whole(narcotl: FrontDoor) -> None:
    answer = narcotl("timeline", "--during", "1989")
    assert "from 1979 to 17 February 2007?" in answer.out
    assert "(possible) Iranian forces and drug traffickers fight from the revolution on†" in answer.out
    assert "† correct-spadafora-death (certain): " in answer.out
    assert "\N{HORIZONTAL ELLIPSIS} cut" not in answer.out


def test_hostile_texts_stay_harmless_where_they_are_cut(make_store: StoreMaker, narcotl_terminal: Terminal) -> None:
    events = "".join(
        f'- {{id: e{number}, title: "\\e[31m[bold]{"wide 漢字 " * 12}", date: 1990, regions: [here], kinds: [law], '
        "status: reported, sources: [book]}\n"
        for number in range(18)
    )
    store = make_store(
        {
            "regions.yaml": "- {id: here, name: Here, kind: country}\n",
            "sources.yaml": "- {id: book, type: book, title: A book, issued: 1991, read: true}\n",
            "events.yaml": events,
        }
    )
    answer = narcotl_terminal("timeline", "--store", str(store), env=DUMB)
    lines = answer.out.splitlines()
    assert len(lines) == 2 + 18 + 1
    assert "\x1b" not in answer.out
    assert all(cell_len(line) <= 80 for line in lines)
    assert all("[bold]" in line for line in lines[2:-1])


def test_roles_are_those_of_the_actors_that_were_asked_for(narcotl: FrontDoor) -> None:
    listed = narcotl("timeline", "--actor", "hitz", "--actor", "not:deutch", "-f", "md").out
    assert "| Role |" in listed
    assert "| Role |" not in narcotl("timeline", "--actor", "not:cia", "-f", "md").out
    everybody = narcotl("timeline", "--actor", "hitz", "-f", "csv", "--fields", "id,participants.role").out
    assert len(everybody.splitlines()) > 1


def test_the_words_of_sources_and_headings_stay_whole(narcotl_terminal: Terminal) -> None:
    as_written = narcotl_terminal("timeline", "--region", "peru", "--during", "2015", "--as-written", env=DUMB).out
    assert '"Columbia"' in as_written
    grouped = narcotl_terminal("timeline", "--during", "1989", "--group-by", "status", env=DUMB).out
    assert "documented \N{MIDDLE DOT} " in grouped
    assert "\N{HORIZONTAL ELLIPSIS} cut" not in grouped


def test_of_many_places_the_first_are_named(narcotl_terminal: Terminal) -> None:
    lines = narcotl_terminal("timeline", "--region", "peru", "--during", "2015", "--limit", "3", env=DUMB).out
    assert "Peru and 4 more" in lines


@pytest.mark.parametrize(
    "question",
    ["who denied what Webb wrote?", "what happened in Laos?", "do the figures for Bolivia agree?", "opium", "coca"],
)
def test_the_best_answer_is_whole_and_the_others_are_in_short(
    question: str, narcotl: FrontDoor, narcotl_terminal: Terminal
) -> None:
    best, *others = cast("list[dict[str, Any]]", narcotl("ask", question, "--json").json)
    answer = narcotl_terminal("ask", question, env=DUMB)
    lines = answer.out.splitlines()
    assert (answer.status, answer.err) == (0, "")
    assert len(lines) <= SCREEN
    assert all(cell_len(line) <= 80 for line in lines)
    assert lines[-1] == "\N{HORIZONTAL ELLIPSIS} all but the first in short: --wide shows them whole"
    flat = " ".join(answer.out.split())
    for part in (best["name"], best["id"], best["answer"], best["date"], best["chain"], *best["by"]):
        assert part in flat
    for part in (*best["corrections"], *best["conflicts"]):
        assert part in flat
    for other in others:
        assert other["name"][:25] in flat
        assert other["answer"][:15] in flat
        assert (other["date"] or "") in flat
        assert not other["corrections"] or "\N{DAGGER}" in flat


def test_answers_that_fit_are_a_table(narcotl_terminal: Terminal) -> None:
    question = ("ask", "what happened in Laos?")
    assert "Who says so" not in narcotl_terminal(*question, env=DUMB).out
    tall, wide = (
        narcotl_terminal(*question, lines=60, env=DUMB).out,
        narcotl_terminal(*question, "--wide", env=DUMB).out,
    )
    assert "Who says so" in tall
    assert "Who says so" in wide
    assert "all but the first" not in tall + wide


def test_on_a_small_screen_others_take_a_line_each(narcotl_terminal: Terminal) -> None:
    answer = narcotl_terminal("ask", "how much coca did ONDCP count in Peru in 2017?", lines=13, env=DUMB)
    assert [line for line in answer.out.splitlines() if line.startswith("figure")] == [
        "figure  Area under coca (level over five years), P… \N{MIDDLE DOT} about 50,000 ha \N{MIDDLE DOT} seed-003",
        "figure  Change (coca area), Peru, 2017 \N{MIDDLE DOT} 13 percent \N{MIDDLE DOT} ondcp-2018 via seed-003",
    ]


def test_an_actor_shows_its_events_and_roles_first(narcotl: FrontDoor, narcotl_terminal: Terminal) -> None:
    lines = narcotl_terminal("actor", "cia", "--during", "1980s", env=DUMB).out.splitlines()
    screen = lines[:SCREEN]
    shown = [line.split()[0] for line in screen[screen.index("What it took part in") + 2 :]]
    roles = ["accused"] * 5 + ["affected", "beneficiary", "informant", "lead", "sponsor"]
    assert shown[:10] == roles
    assert "informant    1982            Frederick Hitz: CIA and Attorney General" in "\n".join(screen)
    assert "and 7 more (--wide names them)" in "\n".join(screen)
    whole = narcotl("actor", "cia", "--during", "1980s").out
    assert "--wide" not in whole
    assert "US Central Intelligence Agency" in whole
