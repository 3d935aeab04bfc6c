"""`narcotl import sqlite`, `parquet` and folders of tables: what narcotl exported comes back, other tables are rows."""

import datetime as dt
import importlib
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.front_door import Answer, FrontDoor

MADE = """
CREATE TABLE talks (day TEXT, what TEXT, who TEXT, n REAL, raw BLOB);
INSERT INTO talks VALUES ('06/00/1975', 'A talk', '["Jane Roe", "Joe"]', 1.5, NULL);
INSERT INTO talks VALUES (1985.0, 'Another', '[not JSON', 2, NULL);
INSERT INTO talks VALUES (1986, 'Bytes', '', 2, x'00ff');
INSERT INTO talks VALUES (1987, CAST(x'636166e9' AS TEXT), '', 2, NULL);
CREATE VIEW late AS SELECT day AS date, what AS title FROM talks WHERE n = 2;
"""


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Write a database of somebody else."""
    path = tmp_path / "talks.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(MADE)
    return path


def outcomes(answer: Answer) -> list[tuple[str, str | None]]:
    """Give the outcome, and the date or the reason of each line of a report."""
    rows: Any = answer.json
    return [(row["outcome"], row["reason"] or row["date"]) for row in rows]


@pytest.mark.parametrize(("form", "needs"), [("sqlite", "sqlite3"), ("parquet", "pyarrow"), ("csv", "csv")])
def test_exported_tables_come_back_as_they_were(narcotl: FrontDoor, tmp_path: Path, form: str, needs: str) -> None:
    importlib.import_module(needs)
    assert narcotl("export", form, "--output", str(tmp_path / "out")).status == 0
    into = str(tmp_path / "new.jsonl")
    answer = narcotl("import", form, str(tmp_path / "out"), "--into", into, "--json")
    assert (answer.status, {outcome for outcome, _ in outcomes(answer)}) == (0, {"taken"})
    back = narcotl("export", "jsonl", "--store", into).out
    assert sorted(back.splitlines()) == sorted(narcotl("export", "jsonl").out.splitlines())
    again = narcotl("import", form, str(tmp_path / "out"), "--into", into)
    assert again.err == f"narcotl: {len(back.splitlines())} there already\n"


def test_a_database_on_standard_input_comes_back(narcotl_process: FrontDoor, tmp_path: Path) -> None:
    # A text of a test cannot hold a database; a shell can hand one over.
    import subprocess
    import sys

    assert narcotl_process("export", "sqlite", "--output", str(tmp_path / "a.db")).status == 0
    with closing(sqlite3.connect(tmp_path / "a.db")) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    command = [sys.executable, "-m", "narcotl", "import", "sqlite", "-", "--into", str(tmp_path / "new"), "--json"]
    with (tmp_path / "a.db").open("rb") as stream:
        done = subprocess.run(command, stdin=stream, capture_output=True, check=False)
    assert (done.returncode, done.stderr.splitlines()[0].endswith(b" taken")) == (0, True)


def test_any_other_table_is_rows(narcotl: FrontDoor, tmp_path: Path, database: Path) -> None:
    asked = ("import", "sqlite", str(database), "--into", str(tmp_path / "new"), "--dry-run", "--json")
    mapped = ("--table", "talks", "--map", "date=day,title=what,participants=who")
    answer = narcotl(*asked, *mapped)
    rows: Any = answer.json
    assert [row["name"] for row in rows if row["kind"] == "actor"] == ["Jane Roe", "Joe", "[not JSON"]
    assert outcomes(answer)[-4:] == [
        ("taken", "1975-06"),
        ("taken", "1985"),
        ("refused", "its column 'raw' holds bytes, not text"),
        ("refused", "its column 'what' is not text in UTF-8"),
    ]
    assert narcotl(*asked, "--table", "late").status == 1
    assert narcotl(*asked).err == ("narcotl: talks.db has 2 tables\nName one with --table; there are: talks, late.\n")
    assert narcotl(*asked, "--table", "x").err.startswith("narcotl: talks.db has no table 'x'\n")


@pytest.mark.parametrize(
    ("form", "content", "said"),
    [
        ("sqlite", b"SQLite format 3\0" + b"\1" * 5000, "cannot be read as an SQLite database: "),
        ("sqlite", b"date,title\n", "is not an SQLite database"),
        ("parquet", b"PAR1" + b"\1" * 500, "cannot be read as Parquet: "),
        ("parquet", b"date,title\n", "is not a Parquet file"),
    ],
)
def test_what_is_broken_is_refused_in_one_line(
    narcotl: FrontDoor, tmp_path: Path, form: str, content: bytes, said: str
) -> None:
    (tmp_path / "a").write_bytes(content)
    answer = narcotl("import", form, str(tmp_path / "a"), "--into", str(tmp_path / "new"))
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith(f"narcotl: a {said}")
    assert answer.err.count("\n") == 1
    assert not (tmp_path / "new").exists()


def test_a_parquet_of_somebody_else_is_rows(narcotl: FrontDoor, tmp_path: Path) -> None:
    pyarrow = importlib.import_module("pyarrow")
    parquet = importlib.import_module("pyarrow.parquet")
    columns = {
        "date": [dt.datetime(1984, 11, 26, 14, 30, tzinfo=dt.UTC), None],
        "end": [dt.date(1984, 11, 28), dt.date(1985, 1, 1)],
        "title": ["A raid", "No date"],
        "actors": [["CIA", "Jane"], []],
        "n": [1, 2],
    }
    parquet.write_table(pyarrow.table(columns), tmp_path / "a.parquet")
    answer = narcotl("import", "parquet", str(tmp_path / "a.parquet"), "--into", str(tmp_path / "new"), "--json")
    assert outcomes(answer)[-2:] == [("taken", "1984-11-26/1984-11-28"), ("refused", "the date is empty")]
    assert answer.err.startswith("narcotl: columns not taken: n\n")


def test_a_folder_has_tables(narcotl: FrontDoor, tmp_path: Path) -> None:
    narcotl("export", "csv", "--output", str(tmp_path / "out"), "--region", "peru")
    asked = ("import", "csv", str(tmp_path / "out"), "--into", str(tmp_path / "new"), "--dry-run")
    rows: Any = narcotl(*asked, "--table", "events", "--edtf", "--json").json
    assert {row["outcome"] for row in rows} == {"created", "taken"}
    assert narcotl(*asked, "--table", "x").err.startswith(f"narcotl: {tmp_path}/out has no table 'x'\nName one with ")
    (tmp_path / "empty").mkdir()
    assert narcotl("import", "csv", str(tmp_path / "empty"), "--into", str(tmp_path / "new")).err == (
        f"narcotl: {tmp_path}/empty has no files that end in .csv\nName a file.\n"
    )
    one_file = ("import", "csv", str(tmp_path / "out" / "events.csv"), "--into", str(tmp_path / "new"))
    assert narcotl(*one_file, "--table", "x").err == (
        "narcotl: --table is for sqlite, and for a folder of csv or parquet files\nLeave it out.\n"
    )
