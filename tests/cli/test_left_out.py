"""Nothing is cut or empty in silence: standard error says what is left out, and why nothing is found."""

import pytest

from tests.front_door import Answer, FrontDoor, Terminal


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "md", "yaml", "{id}"])
def test_what_a_limit_cuts(form: str, small: str, narcotl: FrontDoor) -> None:
    answer = narcotl("timeline", "--limit", "2", "--format", form, "--store", small)
    assert (answer.status, answer.err) == (0, "narcotl: 2 of 10 shown; --limit cut the rest\n")
    assert narcotl("timeline", "--limit", "10", "--format", form, "--store", small).err == ""


@pytest.mark.parametrize("command", ["actor", "region", "source", "claims", "figures", "corrections", "facts"])
def test_every_list_says_so(command: str, small: str, narcotl: FrontDoor) -> None:
    whole = narcotl(command, "--format", "{id}", "--store", small).out.count("\n")
    answer = narcotl(command, "--limit", "0", "--format", "{id}", "--store", small)
    assert answer == Answer(0, "", f"narcotl: 0 of {whole} shown; --limit cut the rest\n")


def test_a_list_is_cut_after_it_is_filtered(small: str, narcotl: FrontDoor) -> None:
    answer = narcotl("actor", "--region", "peru", "--limit", "3", "--format", "{id}", "--store", small)
    assert answer == Answer(0, "otarola\ncia\ncontras\n", "narcotl: 3 of 4 shown; --limit cut the rest\n")


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (
            ["--region", "peru", "--topic", "opium"],
            ("is placed in Peru and is on the topic opium; without --region there are 3, without --topic 3"),
        ),
        (
            ["--status", "planned", "--actor", "cia", "--region", "peru"],
            (
                "is placed in Peru and involves Central Intelligence Agency and has the status planned; "
                "without --actor there is 1, without --status 1"
            ),
        ),
        (
            ["--during", "1300", "--topic", "opium"],
            (
                "is on the topic opium and is dated from 1300-01-01 to 1300-12-31; "
                "without the dates there are 3, without --topic 1"
            ),
        ),
        (
            ["--source", "book", "--text", "secret"],
            ('rests on The book and holds the words "secret"; without --source there is 1, without --text 1'),
        ),
        (
            ["--region", "not:laos", "--topic", "heroin"],
            "is not placed in Laos and is on the topic heroin; without --topic there are 8, without --region 1",
        ),
        (["--kind", "conviction"], "is of the kind conviction"),
        (
            ["--status", "planned", "--during", "1300", "--topic", "opium"],
            (
                "is on the topic opium and has the status planned and is dated from 1300-01-01 to 1300-12-31, "
                "nor is there any if one of these is left out"
            ),
        ),
        (
            ["--region", "laos", "--during", "1962-12", "--certain"],
            "certainly is placed in Laos and is dated from 1962-12-01 to 1962-12-31; without --certain there are 2",
        ),
    ],
)
def test_why_nothing_is_found(options: list[str], why: str, small: str, narcotl: FrontDoor) -> None:
    assert narcotl("timeline", *options, "--json", "--store", small) == Answer(0, "[]\n", f"narcotl: no event {why}\n")


def test_a_profile_on_a_terminal_names_the_command_for_the_rest(narcotl_terminal: Terminal) -> None:
    answer = narcotl_terminal("region", "andes", "--since", "1980", env={"TERM": "dumb"})
    assert answer.err == ""
    assert "\nEvents · 10 of " in answer.out
    assert " more: narcotl timeline --region andes --since 1980\n" in answer.out
    assert " more: " not in narcotl_terminal("region", "andes", "--wide", env={"TERM": "dumb"}).out


def test_a_profile_on_a_pipe_is_whole(narcotl: FrontDoor) -> None:
    assert " more: " not in narcotl("region", "andes").out


def test_a_limit_of_a_profile(small: str, narcotl: FrontDoor) -> None:
    answer = narcotl("actor", "cia", "--limit", "1", "-f", "{events.id} of {counts.events}", "--store", small)
    assert answer == Answer(0, "burma-1950 of 4\n", "narcotl: events: 1 of 4 shown; --limit cut the rest\n")


def test_the_first_screen_says_what_an_actor_did_in_which_role(narcotl_terminal: Terminal) -> None:
    answer = narcotl_terminal("actor", "CIA", "--during", "1980s", env={"TERM": "dumb"})
    screen = answer.out.splitlines()[:40]
    assert "Kind         agency" in screen
    assert any(line.startswith("Took part    in 9 events: accused 5") for line in screen)
    assert [line.split()[0] for line in screen if line.startswith(("accused ", "lead ", "sponsor ", "informant "))]
    assert "What it took part in" in screen


def test_what_was_said_is_said_in_the_period(small: str, narcotl: FrontDoor) -> None:
    said = ("--format", "{positions.stance}", "--store", small)
    assert narcotl("actor", "cia", "--during", "1991", *said).out == "denies\n"
    assert narcotl("actor", "cia", "--during", "1980s", *said).out == "\n"


@pytest.mark.parametrize("command", ["timeline", "claims", "figures", "actor", "gaps", "stats"])
def test_a_limit_of_zero_is_no_lack(command: str, small: str, narcotl: FrontDoor) -> None:
    answer = narcotl(command, "--limit", "0", "--store", small)
    total = answer.err.removeprefix("narcotl: 0 of ").partition(" ")[0]
    assert (answer.status, answer.out) == (0, f"None of {total} is shown.\n")
    assert int(total) > 0
    assert narcotl("timeline", "--limit", "0", "--text", "xyzzy", "--store", small).out.startswith("No event fits")


def test_no_answer_is_wanted(small: str, narcotl: FrontDoor) -> None:
    assert narcotl("ask", "opium", "--limit", "0", "--store", small).out == (
        "No answer is shown, since --limit is 0.\n"
    )
