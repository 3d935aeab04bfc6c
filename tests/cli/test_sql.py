"""SQL over the views: what it answers, and all that it does not do."""

import re
from pathlib import Path

import pytest

from narcotl.index.views import VIEWS, described
from tests.front_door import Answer, FrontDoor, Head, Terminal


def test_an_answer(narcotl: FrontDoor) -> None:
    answer = narcotl("sql", "SELECT id, earliest FROM events WHERE id = 'panama-invasion-1989'", "--json")
    assert (answer.status, answer.err) == (0, "")
    assert answer.json == [{"id": "panama-invasion-1989", "earliest": "1989-12-01"}]


def test_a_table(narcotl: FrontDoor) -> None:
    answer = narcotl("sql", "VALUES (1, 'a'), (22, NULL)")
    assert answer.out == "SQL · 2 rows\ncolumn1  column2\n────────────────\n      1  a\n     22\n"


def test_standard_input(narcotl: FrontDoor) -> None:
    assert narcotl("sql", "-", "-f", "csv", stdin="SELECT 1 AS one\n;\n").out == "one\n1\n"


def test_no_rows(narcotl: FrontDoor) -> None:
    sql = "SELECT id FROM events WHERE 0"
    assert narcotl("sql", sql).out == "No row.\n"
    assert narcotl("sql", sql, "--json").out == "[]\n"
    assert narcotl("sql", sql, "-f", "csv").out == "id\n"


def test_values_that_are_hard_to_show(narcotl: FrontDoor) -> None:
    sql = "SELECT x'00ff' b, CAST(x'6100ff62' AS TEXT) t, 1e999 i, 9223372036854775807 m, NULL n, 1 a, 2 a, 3 ''"
    expected = {
        "b": "x'00ff'", "t": "a\0\\xffb", "i": None, "m": 2**63 - 1, "n": None, "a": 1, "a_2": 2, "column": 3,
    }  # fmt: skip
    assert narcotl("sql", sql, "--json").json == [expected]
    assert (
        narcotl("sql", sql, "-f", "csv").out
        == "b,t,i,m,n,a,a_2,column\nx'00ff',a\\x00\\xffb,Infinity,9223372036854775807,,1,2,3\n"
    )


def test_rows_come_as_they_are_made(narcotl_head: Head) -> None:
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
    answer = narcotl_head("sql", endless, "-f", "jsonl", lines=2)
    assert (answer.out, answer.err) == ('{"i":1}\n{"i":2}\n', "")


def test_a_query_without_end_is_stopped(narcotl: FrontDoor) -> None:
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) FROM n"
    answer = narcotl("sql", endless, "--timeout", "0.05")
    assert (answer.status, answer.out) == (2, "")
    assert answer.err == "narcotl: no answer within 0.05 seconds\nAsk for less, or allow more with --timeout SECONDS.\n"


STUCK = (
    "SELECT instr(printf('%.12000000c', 'a'), printf('%.6000000c', 'a') || 'b')",
    "SELECT replace(printf('%.12000000c', 'a'), printf('%.6000000c', 'a') || 'b', 'c')",
)
"""What SQLite does in one step, and cannot be stopped in."""


@pytest.mark.parametrize("sql", STUCK)
def test_a_function_without_end_is_stopped(narcotl_process: FrontDoor, sql: str, tmp_path: Path) -> None:
    file = tmp_path / "answer.csv"
    file.write_text("an older answer", encoding="utf-8")
    answer = narcotl_process("sql", sql, "--timeout", "0.05", "-f", "csv", "-o", str(file))
    told = "narcotl: no answer within 0.05 seconds\nAsk for less, or allow more with --timeout SECONDS.\n"
    assert answer == Answer(2, "", told)
    assert file.read_text(encoding="utf-8") == "an older answer"


def test_rows_before_a_function_without_end_are_shown(narcotl_terminal: Terminal) -> None:
    rows = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 600) SELECT i, "
    slow = f"CASE WHEN i = 600 THEN ({STUCK[0]}) END FROM n"
    answer = narcotl_terminal("sql", rows + slow, "--timeout", "0.2", "-f", "jsonl", env={"NARCOTL_PAGER": "cat -"})
    assert (answer.status, answer.err.splitlines()[0]) == (2, "narcotl: no answer within 0.2 seconds")
    assert answer.out.startswith('{"i":1,')


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT printf('%.12000000c', 'a') || printf('%.12000000c', 'a')",
        "SELECT 'a' LIKE printf('%.2000c', '%')",
        f"SELECT {'(' * 300}1{')' * 300}",
        f"SELECT 1{' + 1' * 300}",
        " UNION ALL ".join(["SELECT 1"] * 200),
    ],
)
def test_no_part_of_a_query_is_huge(narcotl: FrontDoor, sql: str) -> None:
    answer = narcotl("sql", sql)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith("narcotl: SQL cannot be answered: ")
    assert len(answer.err.splitlines()) == 2


UNDATED = {"earliest", "latest"}
"""No unit of the shipped store is dated."""
HARMFUL = (
    "DROP TABLE events",
    "INSERT INTO records VALUES (1)",
    "UPDATE events SET id = 1",
    "DELETE FROM events",
    "WITH x AS (SELECT 1) DELETE FROM main.records",
    "WITH x AS (SELECT 1) INSERT INTO main.records SELECT * FROM x",
    "ATTACH 'other.sqlite' AS other",
    "PRAGMA query_only = 0",
    "SELECT * FROM pragma_table_info('events')",
    "SELECT load_extension('x')",
    "SELECT writefile('x', 'y')",
    "SELECT randomblob(1000000000)",
    "SELECT zeroblob(1000000000)",
    "SELECT 1; DROP TABLE events",
    "EXPLAIN SELECT 1",
    "CREATE TABLE x (y)",
    "BEGIN",
    "VACUUM INTO 'copy.sqlite'",
    "/* SELECT */ DROP TABLE events",
    "SELECT * FROM sqlite_master",
    "SELECT * FROM sqlite_temp_master",
    "SELECT path FROM problems",
    "SELECT path FROM main.problems",
    "SELECT id FROM main.records",
    "WITH events AS (SELECT path FROM main.problems) SELECT * FROM events",
    "WITH events AS (SELECT * FROM sqlite_master) SELECT * FROM events",
)


@pytest.mark.parametrize("sql", HARMFUL)
def test_nothing_else_runs(narcotl: FrontDoor, sql: str) -> None:
    answer = narcotl("sql", sql)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith("narcotl: ")


@pytest.mark.parametrize(
    ("sql", "message", "marked"),
    [
        ("SELECT * FORM events", "SQL is not understood near 'FORM'", "FORM"),
        ("SELECT (SELECT 1 FROM events FROM FROM", "SQL is not understood near 'FROM'", "FROM"),
        ("SELECT titel FROM events", "there is no column 'titel'", "titel"),
        ("SELECT id FROM evnts", "there is no view 'evnts'", "evnts"),
        ("SELECT uper(id) FROM events", "there is no function 'uper'", "uper"),
        ("SELECT id FROM events WHERE", "the SQL is not complete", " "),
        ("SELECT 'a", "SQL is not understood at ''a'", "'a"),
        ("SELECT ?", "the SQL has parameters, and nothing is given for them", None),
        ("", "only a single SELECT runs", None),
    ],
)
def test_errors_show_their_place(narcotl: FrontDoor, sql: str, message: str, marked: str | None) -> None:
    answer = narcotl("sql", sql)
    first, *rest = answer.err.splitlines()
    assert (answer.status, first) == (2, f"narcotl: {message}")
    if marked is None:
        assert len(rest) == 1
    else:
        line, carets, _ = rest
        start, end = (place for place in re.search(r"\^+", carets).span())  # type: ignore[union-attr]  # there are carets
        assert line[start:end].ljust(1) == marked


def test_the_wrong_one_of_several_equal_words_is_marked(narcotl: FrontDoor) -> None:
    assert narcotl("sql", "SELECT (SELECT 1 FROM events FROM FROM").err.splitlines()[2] == " " * 31 + "^^^^"


def test_near_names(narcotl: FrontDoor) -> None:
    assert "Did you mean title?" in narcotl("sql", "SELECT titel FROM events").err
    assert "Did you mean events " in narcotl("sql", "SELECT id FROM evnts").err
    assert "no field 'titel'" in narcotl("sql", "SELECT title FROM events", "--fields", "titel").err


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_has_what_it_says(narcotl: FrontDoor, view: str) -> None:
    names = [column.name for column in VIEWS[view].columns]
    assert len(set(names)) == len(names)
    columns = ", ".join(names)
    # The shipped store is annotated by nobody, so that another one is asked beside it.
    stores = ("--store", "data", "--store", "tests/schema/annotated")
    answer = narcotl("sql", f"SELECT {columns} FROM {view}", "-f", "jsonl", *stores)
    assert (answer.status, answer.err) == (0, "")
    rows = [row for row in answer.rows if isinstance(row, dict)]
    assert rows, "there are rows for every view"
    assert list(rows[0]) == names
    never = {name for name in names if all(row[name] is None for row in rows)}
    assert never <= (UNDATED if view == "actor_units" else set()), "every column says something somewhere"


def test_views_are_described(narcotl: FrontDoor) -> None:
    rows = narcotl("sql", "--views", "--json").json
    assert isinstance(rows, list)
    assert [(row["view"], row["column"] or "", row["about"]) for row in rows] == list(described())


def test_views_agree_with_records(narcotl: FrontDoor) -> None:
    events = narcotl("timeline", "-f", "jsonl").rows
    found = narcotl("sql", "SELECT id, date, earliest, latest FROM events ORDER BY sort, id", "-f", "jsonl").rows
    assert found == [
        {
            "id": row["id"],
            "date": row["date"]["edtf"],
            "earliest": row["date"]["earliest"],
            "latest": row["date"]["latest"],
        }
        for row in events
        if isinstance(row, dict)
    ]


def test_contested_claims_agree(narcotl: FrontDoor) -> None:
    listed = {row["id"] for row in narcotl("claims", "--contested", "-f", "jsonl").rows if isinstance(row, dict)}
    found = {row["id"] for row in narcotl("sql", "SELECT id FROM claims WHERE contested", "-f", "jsonl").rows}  # type: ignore[index]  # rows
    assert found == listed


def test_without_an_index_the_answer_is_the_same(narcotl: FrontDoor) -> None:
    sql = "SELECT record FROM full_text WHERE body MATCH 'opium' ORDER BY 1"
    answer = narcotl("sql", sql, "--json")
    assert answer.out.count("record") > 10
    assert narcotl("sql", sql, "--json", "--no-index") == answer
