"""New records: said by options or asked for, understood as everywhere, checked before anything is written."""

import shlex
from pathlib import Path
from typing import Any

import pytest

from narcotl.cli.commands.new import EXAMPLES
from narcotl.library.authoring.facts import FORMS
from tests.front_door import ROOT, Answer, FrontDoor, Talking

EVENT = ("new", "event", "--title", "The office answers", "--kind", "announcement", "--status", "reported")
RAID = (*EVENT, "--date", "4 may 1921", "--region", "the port", "--source", "Quays silent @ p. 1")


@pytest.fixture
def mine(narcotl: FrontDoor, tmp_path: Path) -> Path:
    """Give the folder of a store that has just been made."""
    assert narcotl("init", "mine", cwd=tmp_path).status == 0
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted((folder / "mine").glob("*.yaml"))}


def test_an_event_is_written_as_people_write_it(mine: Path, narcotl: FrontDoor) -> None:
    before = contents(mine)
    answer = narcotl(*RAID, "--actor", "Harbour Office=author", "--topic", "labour", "--store", "mine", cwd=mine)
    said = (
        "- id: office-answers-1921\n"
        "  title: The office answers\n"
        "  date: 1921-05-04\n"
        "  regions: [northport]\n"
        "  participants: [{actor: harbour-office, role: author}]\n"
        "  kinds: [announcement]\n"
        "  topics: [labour]\n"
        "  status: reported\n"
        "  sources: [{source: gazette-1921-05-04, locator: p. 1}]\n"
    )
    assert answer == Answer(
        0,
        said,
        "narcotl: --date: '4 may 1921' is 1921-05-04: 4 May 1921\n"
        "narcotl: --region: 'the port' is northport\n"
        "narcotl: --actor: 'Harbour Office' is harbour-office\n"
        "narcotl: --source: 'Quays silent' is gazette-1921-05-04\n"
        "narcotl: written to mine/events.yaml:23\n",
    )
    assert contents(mine) == {**before, "events.yaml": before["events.yaml"] + said.encode()}
    assert narcotl("check", "--store", "mine", cwd=mine) == Answer(0, "No problems.\n")
    assert narcotl("event", "office-answers-1921", "--store", "mine", "--format", "{title}", cwd=mine).status == 0


def test_for_programs_it_says_what_was_written_and_where(mine: Path, narcotl: FrontDoor) -> None:
    answer: Any = narcotl(*RAID, "--store", "mine", "--json", cwd=mine).json
    assert (answer["file"], answer["line"], answer["written"]) == (str(mine / "mine" / "events.yaml"), 23, True)
    assert answer["record"]["regions"] == [{"id": "northport", "name": "Northport"}]
    assert answer["problems"] == []


def test_a_dry_run_writes_nothing(mine: Path, narcotl: FrontDoor) -> None:
    before = contents(mine)
    answer = narcotl(*RAID, "--store", "mine", "--dry-run", cwd=mine)
    assert answer.out.startswith("- id: office-answers-1921\n")
    assert answer.err.endswith("narcotl: nothing was written (--dry-run); it would stand at mine/events.yaml:23\n")
    assert contents(mine) == before


def test_an_id_that_is_taken_is_counted_on(mine: Path, narcotl: FrontDoor) -> None:
    ids = [narcotl(*RAID, "--store", "mine", cwd=mine).out.split()[2] for _ in range(3)]
    assert ids == ["office-answers-1921", "office-answers-1921-2", "office-answers-1921-3"]


def test_without_a_terminal_nothing_is_asked(mine: Path, narcotl: FrontDoor) -> None:
    assert narcotl("new", "event", "--title", "A raid", "--store", "mine", cwd=mine, stdin="yes\n") == Answer(
        2,
        "",
        "narcotl: a new event needs --date, --kind, --status, --source\n"
        "`narcotl new event --help` says what they are.\n",
    )


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("--date", "5/6/21"), 2, "no year"),
        (("--date", "1921", "--region", "Nordport"), 1, "no region is called 'Nordport'\nDid you mean Northport?"),
        (("--date", "1921", "--actor", "CIA=lead"), 1, "`name:CIA` keeps it as a plain name."),
        (
            ("--date", "1921", "--actor", "dockers=leader"),
            2,
            "'leader' is not one of the words of role\nDid you mean lead",
        ),
        (("--date", "1921", "--source", "nobody"), 1, "no source is called 'nobody'"),
        (("--date", "1921", "--title", " "), 2, "--title is empty"),
        (("--date", "1921", "--set", "related"), 2, "'related' says no field and value"),
        (("--date", "1921", "--set", "related={"), 2, "--set related: not YAML"),
        (("--date", "1921", "--set", "relate=[]"), 1, "unknown field 'relate' in an event [unknown-field]"),
        (("--date", "1921", "--set", "related={event: x, rel: part_of}"), 1, "unknown event 'x' [unknown-reference]"),
        (("--date", "1921", "--id", "dockers"), 1, "the id 'dockers' is taken by the actor at "),
        (("--date", "1921", "--file", "mine/actors.yaml"), 2, "no file for a event"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_written(
    mine: Path, narcotl: FrontDoor, arguments: tuple[str, ...], status: int, said: str
) -> None:
    before = contents(mine)
    answer = narcotl(*EVENT, "--source", "town-history", *arguments, "--store", "mine", cwd=mine)
    if "empty" not in said and "no year" not in said:
        assert said in answer.err
    assert (answer.status, answer.out) == (status, "")
    assert contents(mine) == before


def test_what_is_odd_is_written_and_told(mine: Path, narcotl: FrontDoor) -> None:
    arguments = (*EVENT, "--date", "1921", "--source", "brandt-memoir", "--store", "mine")
    answer = narcotl(*arguments, cwd=mine)
    assert answer.status == 0
    assert "warning: a citation of 'office-answers-1921' ends in 'brandt-memoir', which was not read" in answer.err
    again: Any = narcotl(*arguments, "--json", cwd=mine).json
    assert [(one["rule"], one["line"]) for one in again["problems"]] == [("unread-source", again["line"])]


def test_the_last_store_gets_it_and_the_others_lend_their_names(mine: Path, narcotl: FrontDoor) -> None:
    (mine / "other").mkdir()
    (mine / "other" / "regions.yaml").write_text("- {id: far, name: Far away, kind: country}\n", encoding="utf-8")
    answer = narcotl(*RAID, "--region", "Far away", "--store", "mine", "--store", "other", cwd=mine)
    assert answer.status == 0
    assert "regions: [northport, far]" in (mine / "other" / "events.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", list(EXAMPLES))
def test_the_example_of_each_kind_runs(kind: str, narcotl: FrontDoor) -> None:
    arguments = shlex.split(f"new {kind} {EXAMPLES[kind]} --dry-run")  # type: ignore[index]  # a StrEnum
    answer: Any = narcotl(*arguments, "--json").json
    assert (answer["record"]["kind"], answer["written"], answer["problems"]) == (kind, False, [])
    assert f"Example: narcotl new {kind}" in narcotl("new", kind, "--help", env={"COLUMNS": "200"}).out


def test_every_flag_is_told_of_in_the_documents() -> None:
    page = (ROOT / "docs" / "authoring.md").read_text(encoding="utf-8")
    flags = {f"`--{field.name}`" for form in FORMS.values() for field in form}
    assert sorted(flag for flag in flags if flag not in page) == []


def test_a_word_that_is_no_kind(narcotl: FrontDoor) -> None:
    assert narcotl("new", "evnt").err == "narcotl: there is no `narcotl new evnt`\nDid you mean `narcotl new event`?\n"
    assert narcotl("new").err == (
        "narcotl: `narcotl new` needs one more word\n"
        "It is one of: event, claim, figure, actor, region, source, measure, correction, annotation.\n"
    )


CONVERSATION = (
    *("The office answers", "may 4, 1921", "", "Nordport", "1", "", "Harbour Office=author", "", "announcment", "1"),
    *("", "", "reported", "Quays silent @ p. 1", "", ""),
)


def test_a_person_is_asked(mine: Path, narcotl_talking: Talking) -> None:
    answer = narcotl_talking("new", "event", "--store", "mine", answers=[*CONVERSATION, "y"], cwd=mine)
    assert answer.status == 0
    assert answer.out.startswith("- id: office-answers-1921\n  title: The office answers\n  date: 1921-05-04\n")
    assert "Title: One neutral sentence, in your own words: The office answers\n" in answer.err
    assert "  = 'may 4, 1921' is 1921-05-04: 4 May 1921\nIs that right? [Y/n]: \n" in answer.err
    assert "  no region is called 'Nordport'\n  1  Northport\nRegion: Where it happened: 1\n" in answer.err
    assert answer.err.endswith("narcotl: written to mine/events.yaml:23\n")


def test_what_was_said_can_be_changed(mine: Path, narcotl_talking: Talking) -> None:
    answers = [*CONVERSATION, "colour", "date", "soon", "1922", "id", "answer", "y"]
    answer = narcotl_talking("new", "event", "--store", "mine", answers=answers, cwd=mine)
    assert answer.out.startswith("- id: answer\n  title: The office answers\n  date: 1922\n")
    assert "  Choose from: title, date, region" in answer.err


def test_only_what_is_missing_is_asked(mine: Path, narcotl_talking: Talking) -> None:
    answer = narcotl_talking(
        "new", "region", "--name", "Southport", "--store", "mine", answers=["city", "Coastland", "", "", "n"], cwd=mine
    )
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.endswith("narcotl: nothing was written\n")
    assert "Name:" not in answer.err


@pytest.mark.parametrize("end", ["\x03", "\x04"])
def test_whoever_leaves_leaves_nothing_behind(mine: Path, narcotl_talking: Talking, end: str) -> None:
    before = contents(mine)
    answer = narcotl_talking("new", "event", "--store", "mine", answers=["A title", end], cwd=mine)
    assert (answer.status, answer.out) == (130, "")
    assert contents(mine) == before


def test_nothing_is_asked_if_that_is_not_wanted(mine: Path, narcotl_talking: Talking) -> None:
    answer = narcotl_talking("new", "event", "--no-input", "--store", "mine", answers=[], cwd=mine)
    assert answer.status == 2
    assert "narcotl: a new event needs --title" in answer.err


CONFIGURED = """\
[defaults]
store = "mine"
region = "coastland"

[defaults.new]
dry-run = true
status = "alleged"
"""


def test_defaults_are_taken_but_filters_are_no_fields(mine: Path, narcotl: FrontDoor) -> None:
    (mine / "narcotl.toml").write_text(CONFIGURED, encoding="utf-8")
    said = ("--title", "A raid", "--date", "1921", "--kind", "seizure", "--source", "town-history")
    answer = narcotl("new", "event", *said, cwd=mine)
    assert "  regions: []\n" in answer.out
    assert "  status: alleged\n" in answer.out
    assert "nothing was written (--dry-run)" in answer.err
    assert narcotl("new", "region", "--name", "Southport", "--kind", "city", cwd=mine).status == 0


def test_a_default_that_no_kind_takes_is_told(mine: Path, narcotl: FrontDoor) -> None:
    (mine / "narcotl.toml").write_text("[defaults.new]\ndry-rum = true\n", encoding="utf-8")
    answer = narcotl("new", "region", "--name", "Southport", "--kind", "city", cwd=mine)
    assert answer.status == 2
    assert "`narcotl new` has no option 'dry-rum'" in answer.err
    assert "Did you mean dry-run?" in answer.err
