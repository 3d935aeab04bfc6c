"""What people type who know other programs: what is proposed exists, and does what they mean."""

import shlex

import pytest

from narcotl.cli.other_words import COMMANDS, LISTS, OPTIONS
from narcotl.cli.registry import COMMANDS as KNOWN
from tests.front_door import Answer, FrontDoor


def test_every_command_that_is_proposed_exists_and_no_other_is_replaced(narcotl: FrontDoor) -> None:
    assert not set(COMMANDS) & set(KNOWN)
    for proposed in {*COMMANDS.values(), *LISTS.values()}:
        assert narcotl(*shlex.split(proposed), "--help").status == 0


def test_every_option_that_is_proposed_exists(narcotl: FrontDoor) -> None:
    helped = narcotl("timeline", "--help").out + narcotl("claims", "--help").out
    for proposed in set(OPTIONS.values()):
        assert f"{shlex.split(proposed)[0]} " in helped


@pytest.mark.parametrize(
    ("arguments", "status", "err"),
    [
        (("events",), 2, "there is no command 'events'\nDid you mean `narcotl timeline`?"),
        (("map",), 2, "there is no command 'map'\nDid you mean `narcotl export geojson`?"),
        (
            ("timeline", "--from", "1980"),
            2,
            "there is no option '--from'\nDid you mean --since? `narcotl timeline --help` shows its options.",
        ),
        (
            ("figures", "--csv"),
            2,
            "there is no option '--csv'\nDid you mean --format csv? `narcotl figures --help` shows its options.",
        ),
        (
            ("claim",),
            2,
            "missing argument 'ID...'\n`narcotl claims` lists what there is. `narcotl claim --help` shows its options.",
        ),
        (
            ("source", "kerry"),
            1,
            "no source is called 'kerry'\nDid you mean kerry-report? `narcotl source` lists them all.",
        ),
    ],
)
def test_what_is_meant_is_proposed(arguments: tuple[str, ...], status: int, err: str, narcotl: FrontDoor) -> None:
    assert narcotl(*arguments) == Answer(status, "", f"narcotl: {err}\n")


def test_a_year_among_the_words_is_told(narcotl: FrontDoor) -> None:
    told = "narcotl: '1990s' is looked for as a word; date:1990s or --during 1990s asks for the time\n"
    assert narcotl("timeline", "region:peru 1990s", "-f", "{id}") == Answer(0, "peru-shootdown-policy-1990s\n", told)
    assert narcotl("timeline", "region:peru date:1990s", "-f", "{id}", "--limit", "0").err.count("as a word") == 0


def test_what_is_left_out_is_named_so_in_the_title(narcotl: FrontDoor) -> None:
    assert narcotl("timeline", "-r", "peru", "-r", "not:vraem", "--actor", "not:cia").out.startswith(
        "Timeline: region peru, not vraem, actor not cia \N{MIDDLE DOT} "
    )


@pytest.mark.parametrize(
    ("option", "word", "hint"),
    [
        ("--kind", "murder", "Did you mean killing?"),
        ("--kind", "killings", "Did you mean killing?"),
        ("--kind", "trial", "Did you mean conviction?"),
        ("--kind", "polcy", "Did you mean policy?"),
        ("--topic", "smack", "Did you mean heroin?"),
    ],
)
def test_words_that_say_the_same_are_proposed(option: str, word: str, hint: str, narcotl: FrontDoor) -> None:
    facet = option.removeprefix("--")
    assert narcotl("timeline", option, word) == Answer(2, "", f"narcotl: no event has the {facet} '{word}'\n{hint}\n")


@pytest.mark.parametrize("word", ["zzz", "", "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}", "news article"])
def test_all_kinds_are_listed_where_none_is_near(word: str, narcotl: FrontDoor) -> None:
    answer = narcotl("timeline", "--kind", word)
    assert answer.status == 2
    assert "\nChoose from: agreement, announcement, arrest," in answer.err
