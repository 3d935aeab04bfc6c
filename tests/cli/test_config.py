"""Defaults and saved queries in a file of the user and one of the project, and where each value comes from."""

from pathlib import Path

import pytest

from tests.front_door import FrontDoor, ask_process

PROJECT = """\
[defaults]
format = "jsonl"
fields = "id"

[defaults.timeline]
limit = 1

[queries]
webb = "text:webb -status:alleged"
peru = "region:peru"
"""
USER = """\
[defaults]
limit = 5
sort = "name"

[queries]
webb = "since:2000"
mine = "@peru topic:coca"
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "narcotl.toml").write_text(PROJECT, encoding="utf-8")
    below = tmp_path / "some" / "folder"
    below.mkdir(parents=True)
    return below


@pytest.fixture
def user(tmp_path: Path) -> dict[str, str]:
    file = tmp_path / "user.toml"
    file.write_text(USER, encoding="utf-8")
    return {"NARCOTL_CONFIG": str(file)}


def test_defaults_of_the_project(narcotl: FrontDoor, project: Path) -> None:
    answer = narcotl("timeline", "--region", "peru", cwd=project)
    assert (len(answer.rows), list(answer.rows[0])) == (1, ["id"])  # type: ignore[call-overload]  # a row
    assert len(narcotl("claims", "--region", "peru", cwd=project).rows) > 1


def test_the_command_line_counts_most(narcotl: FrontDoor, project: Path) -> None:
    answer = narcotl("timeline", "--limit", "2", "--format", "csv", "--fields", "date", cwd=project)
    assert answer.out.splitlines()[0] == "date"
    assert len(answer.out.splitlines()) == 3


def test_a_form_of_the_configuration_gives_way_to_json(narcotl: FrontDoor, tmp_path: Path) -> None:
    (tmp_path / "narcotl.toml").write_text('[defaults]\nformat = "csv"\n', encoding="utf-8")
    asked = ("vocab", "scope")
    assert narcotl(*asked, "--json", cwd=tmp_path) == narcotl(*asked, "--json")
    assert narcotl(*asked, cwd=tmp_path) == narcotl(*asked, "--format", "csv")
    assert narcotl(*asked, "--json", "--format", "md", cwd=tmp_path).status == 2


def test_an_empty_variable_switches_every_file_off(narcotl: FrontDoor, project: Path) -> None:
    assert narcotl("timeline", cwd=project, env={"NARCOTL_CONFIG": ""}) == narcotl("timeline")


def test_the_project_counts_more_than_the_user(narcotl: FrontDoor, project: Path, user: dict[str, str]) -> None:
    ours = narcotl("timeline", "@webb", "--limit", "9", cwd=project, env=user)
    assert ours == narcotl("timeline", "--where", "text:webb -status:alleged", "--limit", "9", cwd=project, env=user)
    assert len(narcotl("claims", cwd=project, env=user).rows) == 5


def test_saved_queries_can_name_each_other_across_files(
    narcotl: FrontDoor, project: Path, user: dict[str, str]
) -> None:
    found = narcotl("claims", "@mine", "--limit", "99", cwd=project, env=user)
    assert found.rows
    assert found == narcotl("claims", "--region", "peru", "--topic", "coca", "--limit", "99", cwd=project, env=user)


def test_where_values_come_from(narcotl: FrontDoor, project: Path, user: dict[str, str]) -> None:
    answer = narcotl(
        "config", "--region", "peru", "-f", "jsonl", "--fields", "setting,value,from,place", cwd=project, env=user
    )
    rows = {row["setting"]: (row["value"], row["from"], row["place"]) for row in answer.rows}  # type: ignore[index]  # rows
    ours, theirs = str(project.parent.parent / "narcotl.toml"), user["NARCOTL_CONFIG"]
    assert rows["region"] == (["peru"], "flag", None)
    assert rows["limit"] == (5, "user", f"{theirs}:2")
    assert rows["sort"] == ("name", "user", f"{theirs}:3")
    assert rows["reverse"] == (False, "built-in", None)
    assert rows["timeline.limit"] == (1, "project", f"{ours}:6")
    assert rows["@webb"] == ("text:webb -status:alleged", "project", f"{ours}:9")
    assert rows["@mine"] == ("@peru topic:coca", "user", f"{theirs}:7")
    assert rows["$NARCOTL_CONFIG"] == (theirs, "environment", None)


def test_a_store_is_named_relative_to_the_file(narcotl: FrontDoor, tmp_path: Path) -> None:
    (tmp_path / "narcotl.toml").write_text('[defaults]\nstore = ["mine"]\n', encoding="utf-8")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "regions.yaml").write_text("- {id: home, name: Home, kind: country}\n", encoding="utf-8")
    below = tmp_path / "below"
    below.mkdir()
    assert narcotl("region", "--format", "{id}", cwd=below).out == "home\n"
    shipped = Path(__file__).parents[2] / "data"
    assert (
        narcotl("region", "andes", "--format", "{id}", cwd=below, env={"NARCOTL_STORE": str(shipped)}).out == "andes\n"
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[defaults]\nformt = 'json'\n", "2: in [defaults]: no option is called 'formt'"),
        (
            "[defaults.timeline]\nstance = 'denies'\n",
            "2: in [defaults.timeline]: `narcotl timeline` has no option 'stance'",
        ),
        ("[defaults.timelin]\nlimit = 1\n", "1: in [defaults]: there is no command 'timelin'"),
        ("[defaults]\nlimit = 'x'\n", "2: in [defaults]: 'limit' cannot be 'x'"),
        (
            "[defaults]\nformat = 'tabel'\n",
            "2: in [defaults]: 'format' cannot be 'tabel': there is no format 'tabel'",
        ),
        (
            "[defaults.timeline]\nsince = 'june'\n",
            "2: in [defaults.timeline]: 'since' cannot be 'june': 'june' is not a date: it has no year",
        ),
        ("[defaults]\nlimit = [1]\n", "2: in [defaults]: 'limit' takes a number"),
        ("[defaults]\nwide = 'yes'\n", "2: in [defaults]: 'wide' must be true or false"),
        ("[defaults]\njson = true\n", "2: in [defaults]: 'json' is short for a format"),
        ("[defaults\n", "1: this is no TOML: Expected ']' at the end of a table declaration"),
        ("[default]\n", "1: unknown table or key 'default'"),
        ("limit = 1\n", "1: unknown table or key 'limit'"),
        ("queries = 1\n", "1: 'queries' is a table"),
        ("[queries]\na = 1\n", "2: in [queries]: the query 'a' is no text"),
        ("[queries]\n'a b' = 'x'\n", ": in [queries]: 'a b' is no name for a query"),
    ],
)
def test_mistakes_are_shown_with_their_line(narcotl: FrontDoor, tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "narcotl.toml").write_text(text, encoding="utf-8")
    answer = narcotl("timeline", cwd=tmp_path)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.splitlines()[0] == f"narcotl: narcotl.toml:{message}".replace("::", ":")
    assert narcotl("timeline", "--help", cwd=tmp_path).status == 0


def test_a_query_in_a_circle(narcotl: FrontDoor, tmp_path: Path) -> None:
    (tmp_path / "narcotl.toml").write_text('[queries]\na = "x @b"\nb = "@a"\n', encoding="utf-8")
    answer = narcotl("timeline", "@a", cwd=tmp_path)
    assert answer.err == (
        "narcotl: in the saved query @b: the saved query @a is part of itself\n  @a\n  ^^\nIt stands @a in @b in @a.\n"
    )


def test_a_named_file_that_is_not_there(narcotl: FrontDoor, tmp_path: Path) -> None:
    answer = narcotl("timeline", env={"NARCOTL_CONFIG": str(tmp_path / "none.toml")})
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith(f"narcotl: cannot read the configuration {tmp_path}/none.toml: No such file")


def test_without_a_file_nothing_is_imported_for_it(tmp_path: Path) -> None:
    traced = ask_process("timeline", "--limit", "1", "--json", env={"PYTHONPROFILEIMPORTTIME": "1"}, cwd=tmp_path)
    assert traced.status == 0
    assert "narcotl.cli.configuration\n" in traced.err
    for module in ("tomllib", "configuration_file", "narcotl.select.query"):
        assert module not in traced.err
