"""What a file is: its encoding, its separator, and whether it is what its name says."""

from pathlib import Path
from typing import Any

import pytest

from tests.front_door import FrontDoor
from tests.imports.given import outcomes, written


@pytest.mark.parametrize(
    ("form", "content", "said"),
    [
        (
            "csv",
            b"version https://git-lfs.github.com/spec/v1\noid sha256:1\n",
            "a Git LFS pointer, not the file itself",
        ),
        ("csv", b"/annex/objects/SHA256E-s1--0.csv\n", "a git-annex pointer, not the file itself"),
        ("csv", b"\n<!DOCTYPE html><html></html>", "HTML, not csv"),
        ("csv", b"PK\x03\x04rest", "a ZIP archive, as spreadsheets in .xlsx and .ods are, not csv"),
        ("csv", b'[{"date": "1989"}]', "JSON, not csv"),
        ("json", b"var data = [1];", "JavaScript, not json"),
        ("json", b"events([{}]);", "JavaScript, not json"),
        ("json", b"<?xml version='1.0'?><a/>", "XML, not json"),
        ("timelinejs", b"BEGIN:VCALENDAR\n", "an iCalendar file, not timelinejs"),
        ("ics", b"SQLite format 3\0", "an SQLite database, not ics"),
        ("ics", b"nothing of the kind", "not an iCalendar file: it does not begin with BEGIN:VCALENDAR"),
        ("json", b'{"a": 1}\n{"a": 2}', "not JSON: Extra data in line 2"),
        ("csv", b"", "empty"),
        ("csv", b"date,title\n1989,caf\xe9\n", "not UTF-8: byte 0xe9 in line 2"),
        ("csv", b"d\0a\0t\0e\0", "no text"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_refused_in_one_line(
    narcotl: FrontDoor, tmp_path: Path, form: str, content: bytes, said: str
) -> None:
    file = written(tmp_path / f"data.{form}", content)
    answer = narcotl("import", form, str(file), "--into", str(tmp_path / "new"))
    assert (answer.status, answer.out) == (2, "")
    first = answer.err.splitlines()[0]
    expected = "data.csv holds zero bytes, so it is no text" if said == "no text" else f"data.{form} is {said}"
    assert first.startswith(f"narcotl: {expected}")
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("encoding", "asked"),
    [("utf-8", ()), ("utf-8-sig", ()), ("utf-16", ()), ("utf-32", ()), ("cp1252", ("--encoding", "windows-1252"))],
)
def test_encodings_are_marked_or_asked_for(
    narcotl: FrontDoor, tmp_path: Path, encoding: str, asked: tuple[str, ...]
) -> None:
    file = written(tmp_path / "a.csv", 'date,title\n1989,"Otárola, café €"\n'.encode(encoding))
    answer = narcotl("import", "csv", str(file), "--into", str(tmp_path / "new"), *asked, "--json")
    rows: Any = answer.json
    assert (answer.status, rows[-1]["name"]) == (0, "Otárola, café €")


def test_an_encoding_that_the_file_denies_is_refused(narcotl: FrontDoor, tmp_path: Path) -> None:
    file = written(tmp_path / "a.csv", "date,title\n1989,é\n".encode("utf-8-sig"))
    asked = ("import", "csv", str(file), "--into", str(tmp_path / "new"), "--encoding")
    assert narcotl(*asked, "cp1252").err == (
        "narcotl: a.csv begins with the mark of UTF-8, not of cp1252\nLeave --encoding out: the file says it itself.\n"
    )
    assert narcotl(*asked, "klingon").err.startswith("narcotl: there is no encoding 'klingon'\n")


def test_separators_are_asked_for(narcotl: FrontDoor, tmp_path: Path) -> None:
    file = written(tmp_path / "a.csv", "date;title;actors\n1989;A;Jane, Joe\n")
    asked = ("import", "csv", str(file), "--into", str(tmp_path / "new"), "--json")
    assert narcotl(*asked).err == "narcotl: a.csv seems to be separated by a semicolon\nSay so: --delimiter ';'.\n"
    rows: Any = narcotl(*asked, "--delimiter", ";", "--separator", ",").json
    assert [row["name"] for row in rows] == ["a.csv", "Jane", "Joe", "A"]
    tabs = narcotl("import", "tsv", "-", "--into", str(tmp_path / "tabs"), "--json", stdin="date\ttitle\n1989\tA\n")
    assert outcomes(tabs)[-1] == (2, "taken", "1989")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1252"])
def test_tables_that_excel_writes(narcotl: FrontDoor, tmp_path: Path, encoding: str) -> None:
    """With a byte order mark or without, and a first line that names the separator."""
    text = (
        "sep=;\r\nDatum;Ereignis;Ort\r\n20.12.1989;Überfall auf „Müller“;Lima\r\n\r\n06.1975;Ernte;\r\n1975;Jahr;\r\n"
    )
    file = written(tmp_path / "excel.csv", text.encode(encoding))
    said = ("--encoding", encoding) if encoding == "windows-1252" else ()
    answer = narcotl(
        *(
            "import",
            "csv",
            str(file),
            "--into",
            str(tmp_path / "new"),
            "--map",
            "date=Datum,title=Ereignis,regions=Ort",
        ),
        *said,
        "--json",
    )
    rows: Any = answer.json
    assert [(row["row"], row["date"], row["name"]) for row in rows if row["kind"] == "event"] == [
        (3, "1989-12-20", "Überfall auf „Müller“"),
        (5, "1975-06", "Ernte"),
        (6, "1975", "Jahr"),
    ]


@pytest.mark.parametrize(
    ("form", "content", "reason"),
    [
        ("json", r'[{"date": "1989", "title": "a\ud800"}]', "it holds half of a character (a lone surrogate)"),
        (
            "json",
            r'[{"date": "1989", "title": "a", "actor": "\ud800"}]',
            "it holds half of a character (a lone surrogate)",
        ),
        ("jsonl", '{"kind": "event", "id": "x", "title": {"a": 1}}', None),
        ("timelinejs", '{"events": [7]}', "it is no slide"),
        ("timelinejs", '{"events": [{"start_date": {"year": "soon"}, "text": 5}]}', "'soon' is no year"),
        ("csl-json", "[7]", "it is no object"),
        ("csl-json", '[{"title": "t", "type": ["book"], "genre": {}}]', None),
        ("csl-json", '[{"title": "t", "type": "book", "author": "Jane"}]', "its authors are no list"),
        ("csl-json", '[{"title": "t", "type": "book", "issued": {"date-parts": [["x"]]}}]', "'x' is no year"),
        ("csl-json", '[{"title": "t", "type": "book", "issued": {"date-parts": 5}}]', None),
    ],
)
def test_strange_items_are_refused_and_break_nothing(
    narcotl: FrontDoor, tmp_path: Path, form: str, content: str, reason: str | None
) -> None:
    into = tmp_path / "new"
    answer = narcotl("import", form, "-", "--into", str(into), "--json", stdin=content)
    rows: Any = answer.json
    assert (answer.status, [row["outcome"] for row in rows], answer.err) == (1, ["refused"], "narcotl: 1 refused\n")
    assert rows[0]["reason"] == (reason or rows[0]["reason"])
    assert rows[0]["reason"]
    assert not into.exists()
