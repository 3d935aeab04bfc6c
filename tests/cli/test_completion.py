"""What a shell is told when it asks for completions, in the way in which its script asks."""

import pytest

from tests.faults.processes import in_shell
from tests.front_door import FrontDoor


def bash(narcotl: FrontDoor, *words: str) -> list[str]:
    """Ask as the script for bash does, about the last word."""
    line = " ".join(["narcotl", *words])
    answer = narcotl(env={"_NARCOTL_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(len(words))})
    assert (answer.status, answer.err) == (0, "")
    return answer.out.split("\n")[:-1]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("ti",), ["timeline"]),
        (("timeline", "--unt"), ["--until"]),
        (("timeline", "--region", "north"), ["north-laos", "northeast-myanmar"]),
        (("timeline", "--region", "not:vr"), ["not:vraem"]),
        (("timeline", "--region", "Bur"), ["Burma"]),
        (("region", "gold"), ["golden-triangle"]),
        (("timeline", "--actor", "ci"), ["cia", "cia-ig"]),
        (("timeline", "--actor", "Albe"), ["Alberto Otárola"]),
        (("actor", "Centr"), ["Central Intelligence Agency"]),
        (("timeline", "--source", "see"), ["seed-001"]),
        (("source", "bo"), ["book"]),
        (("event", "laos"), ["laos-law", "laos-war"]),
        (("cite", "laos-w"), ["laos-war"]),
        (("cite", "agency-k"), ["agency-knew"]),
        (("cite", "coca-2"), ["coca-2013", "coca-2014"]),
        (("cite", "off"), ["office"]),
        (("cite", "see"), ["seed-001"]),
        (("timeline", "--topic", "o"), ["opium"]),
        (("timeline", "--status", "dis"), ["disputed"]),
        (("timeline", "--format", "js"), ["json", "jsonl"]),
        (("timeline", "--region", "%"), [""]),
    ],
)
def test_bash(words: tuple[str, ...], expected: list[str], small: str, narcotl: FrontDoor) -> None:
    store = ("--store", small) if len(words) > 1 else ()
    assert bash(narcotl, words[0], *store, *words[1:]) == expected


def test_the_shipped_store(narcotl: FrontDoor) -> None:
    assert "andes" in bash(narcotl, "timeline", "--region", "and")
    assert "cia" in bash(narcotl, "actor", "ci")


def test_zsh_and_fish_are_told_names_as_well(small: str, narcotl: FrontDoor) -> None:
    line = f"narcotl timeline --store {small} --region vr"
    zsh = narcotl(env={"_NARCOTL_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": line})
    assert (zsh.status, zsh.out) == (0, """_arguments '*: :(("vraem":"Valley of the rivers"))'\n""")
    env = {"_NARCOTL_COMPLETE": "complete_fish", "_TYPER_COMPLETE_ARGS": line}
    fish = narcotl(env={**env, "_TYPER_COMPLETE_FISH_ACTION": "get-args"})
    assert (fish.status, fish.out) == (0, "vraem\tValley of the rivers\n")


def test_what_cannot_be_read_completes_to_nothing(narcotl: FrontDoor) -> None:
    assert bash(narcotl, "timeline", "--store", "/nowhere", "--region", "and") == [""]


def test_the_script_of_a_shell() -> None:
    answer = in_shell('$narcotl "$@"; exit', "--show-completion")  # bash stays, to be found among the parents
    assert (answer.status, answer.err) == (0, "")
    assert "_NARCOTL_COMPLETE=complete_bash" in answer.out
