"""One record or several: names as arguments, or one a line on standard input."""

import csv
import io
from collections.abc import Iterator
from typing import Any

import pytest

from narcotl import render
from narcotl.library.opened import open_library
from narcotl.render import Format, Shown
from narcotl.reports.report import Column, Report
from narcotl.select.batches import BATCH
from tests.conftest import StoreMaker
from tests.front_door import FrontDoor, Head

NAMES = {
    "event": ("laos-secret-war", "peru-coca-rise-2017"),
    "claim": ("cia-complicit-laos-opium", "laos-largest-paramilitary"),
    "figure": ("coca-peru-2017-ondcp", "coca-peru-2016-derived"),
    "correction": ("correct-otarola-office", "correct-violates-misprint"),
    "actor": ("cia", "unodc"),
    "region": ("andes", "peru"),
    "source": ("seed-003", "ondcp-2018"),
}


@pytest.fixture(params=list(NAMES))
def command(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_one_name_is_an_object_and_several_are_an_array(command: str, narcotl: FrontDoor) -> None:
    names = NAMES[command]
    ones: list[Any] = [narcotl(command, name, "--json").json for name in names]
    assert [one["id"] for one in ones] == list(names)
    several = narcotl(command, *names, "--json")
    assert (several.status, several.err, several.json) == (0, "", ones)
    assert narcotl(command, *names, "--format", "jsonl").rows == ones


def test_a_hyphen_reads_names_from_standard_input(command: str, narcotl: FrontDoor) -> None:
    names = NAMES[command]
    lines = "".join(f"{name}\n" for name in names)
    assert narcotl(command, "-", "--json", stdin=f"\n {lines}\r\n") == narcotl(command, *names, "--json")
    assert narcotl(command, "-", "--json", stdin=names[0]).json == [narcotl(command, names[0], "--json").json]
    assert narcotl(command, names[0], "-", "--json", stdin=names[1]) == narcotl(command, *names, "--json")
    assert narcotl(command, "-", "--json").out == "[]\n"


def test_what_is_no_name_does_not_stop_the_others(command: str, narcotl: FrontDoor) -> None:
    names = NAMES[command]
    answer = narcotl(command, names[0], "nosuch-name", names[1], "--fields", "id", "--format", "jsonl")
    assert (answer.status, answer.rows) == (1, [{"id": name} for name in names])
    assert answer.err.startswith(f"narcotl: no {command} is called 'nosuch-name'\n")
    assert answer.err.count("narcotl: ") == 1


def test_pages_follow_each_other(command: str, narcotl: FrontDoor) -> None:
    names = NAMES[command]
    for form in ("table", "md"):
        pages = [narcotl(command, name, "--format", form).out for name in names]
        assert narcotl(command, *names, "--format", form).out == "\n".join(pages)


def test_a_table_for_programs_has_every_path(command: str, narcotl: FrontDoor) -> None:
    names = NAMES[command]
    ones = [next(csv.DictReader(io.StringIO(narcotl(command, name, "--format", "csv").out))) for name in names]
    several = list(csv.DictReader(io.StringIO(narcotl(command, *names, "--format", "csv").out)))
    assert [{key: value for key, value in row.items() if value} for row in several] == [
        {key: value for key, value in one.items() if value} for one in ones
    ]


def test_the_ids_of_one_command_are_the_input_of_another(narcotl: FrontDoor) -> None:
    rows: Any = narcotl("timeline", "--region", "andes", "--json").json
    ids = narcotl("timeline", "--region", "andes", "--format", "{id}").out
    found: Any = narcotl("event", "-", "--json", stdin=ids).json
    assert found == [{key: value for key, value in row.items() if key != "match"} for row in rows]


def test_a_name_of_several_words_wants_quotes(narcotl: FrontDoor) -> None:
    answer = narcotl("region", "Golden", "Triangle")
    assert (answer.status, answer.out) == (2, "")
    assert (
        answer.err == "narcotl: 'Golden Triangle' is one name\nPut it in quotes: narcotl region \"Golden Triangle\"\n"
    )


def test_a_file_holds_all_of_them(narcotl: FrontDoor, tmp_path: Any) -> None:
    file = tmp_path / "events.md"
    assert narcotl("event", *NAMES["event"], "--format", "md", "--output", str(file)).status == 0
    assert file.read_text(encoding="utf-8") == narcotl("event", *NAMES["event"], "--format", "md").out


def test_input_that_is_no_text_is_told(narcotl_process: FrontDoor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    answer = narcotl_process("event", "-", "--json", stdin="é\n")
    assert answer.status == 2
    assert answer.err == "narcotl: standard input is not text in ascii\nSend it in that encoding.\n"


LONG = (
    *("timeline", "facts", "claims", "figures", "corrections", "gaps", "conflicts", "actor", "region", "source"),
    *("measures", "vocab", "search coca --limit 500", "sql --views", "links cia", "stats --by actor", "schema output"),
    "export jsonl",
)


@pytest.mark.parametrize("asked", LONG)
@pytest.mark.parametrize("form", ["json", "table"])
def test_a_closed_pipe_ends_every_long_answer_quietly(asked: str, form: str, narcotl_head: Head) -> None:
    form_of = () if asked in ("schema output", "export jsonl") else ("--format", form)
    answer = narcotl_head(*asked.split(), *form_of, lines=1)
    assert answer.err == ""
    assert answer.status in (0, 1)
    assert answer.out.count("\n") == 1


class Tracked(dict[str, Any]):
    """A row that is counted while somebody holds it."""

    living = 0
    most = 0

    def __init__(self, number: int) -> None:
        super().__init__(id=f"r{number}", title="T")
        Tracked.living += 1
        Tracked.most = max(Tracked.most, Tracked.living)

    def __del__(self) -> None:
        Tracked.living -= 1


@pytest.mark.parametrize("form", [Format.JSON, Format.JSONL, Format.CSV, Format.TSV, Format.YAML])
def test_rows_are_written_as_they_come(form: Format, tmp_path: Any) -> None:
    def rows() -> Iterator[Tracked]:
        return (Tracked(number) for number in range(1000))

    Tracked.living = Tracked.most = 0
    columns = (Column(key="id", heading="Id", cell=lambda row: str(row["id"])),)
    render.show(Report(title="", columns=columns, rows=rows()), Shown(format=form, output=tmp_path / "out"))
    assert "r999" in (tmp_path / "out").read_text(encoding="utf-8")
    assert Tracked.most <= 2


def test_an_index_reads_no_more_than_it_gives(make_store: StoreMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    number = 5 * BATCH
    lines = (f'{{"kind": "region", "id": "r{n}", "name": "R{n}", "type": "area"}}\n' for n in range(number))
    library = open_library([make_store({"regions.jsonl": "".join(lines)})])
    read = 0
    table = library.index.table

    def counted(*asked: Any) -> Iterator[tuple[Any, ...]]:
        nonlocal read
        for row in table(*asked):
            read += 1
            yield row

    monkeypatch.setattr(library.index, "table", counted)
    rows = library.index.all()
    for given in range(1, number + 1):
        next(rows)
        assert read <= given + BATCH
    assert read == number
    library.close()
