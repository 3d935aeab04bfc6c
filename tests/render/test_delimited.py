"""CSV and TSV: every column, by path, and no cell that a spreadsheet would run."""

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import external_file, snapshot

from narcotl.render import Format
from narcotl.reports.harmless import clean
from tests.render.stage import event_card, said, texts, timeline

RUN = [
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "\N{FULLWIDTH EQUALS SIGN}1+1",
    "-0043-03-15",
]  # fmt: skip
SHOWN = ["-5", "+3.2", "-1e9", "1984-11-26", "a=b", "c. 1950", "", "~ 5", "(-5)"]


def cells(text: str, form: Format) -> list[list[str]]:
    if form is Format.CSV:
        return list(csv.reader(io.StringIO(text, newline="")))
    return [line.split("\t") for line in text.split("\n")[:-1]]


def test_csv() -> None:
    assert said(timeline(), Format.CSV) == external_file("golden/timeline-csv.txt")


def test_tsv() -> None:
    assert said(timeline(), Format.TSV) == external_file("golden/timeline-tsv.txt")


def test_a_card_is_a_row_of_what_lies_at_each_path() -> None:
    assert said(event_card(), Format.CSV) == external_file("golden/event-csv.txt")
    assert said(event_card(), Format.TSV) == external_file("golden/event-tsv.txt")


def test_only_the_wanted_fields() -> None:
    fields = ("id", "date.edtf", "regions.name")
    assert said(timeline(), Format.CSV, fields=fields) == snapshot("""\
id,date.edtf,regions.name
burma-1950,1950,Shan State
peru-1990s,199X,"Peru; Valley of the Apurímac, Ene and Mantaro"
survey-2018,2018-11-09~,
""")
    assert said(event_card(), Format.TSV, fields=fields) == snapshot("""\
id	date.edtf	regions.name
burma-1950	1950	Shan State
""")


@pytest.mark.parametrize("form", [Format.CSV, Format.TSV])
def test_a_list_of_nothing_has_headings(form: Format) -> None:
    assert cells(said(timeline([]), form), form) == [["id", "date", "title", "regions", "status", "share", "summary"]]


@pytest.mark.parametrize("form", [Format.CSV, Format.TSV])
@pytest.mark.parametrize("text", RUN)
def test_what_a_spreadsheet_would_run_is_defused(text: str, form: Format) -> None:
    expected = clean(f"'{text}")
    if form is Format.TSV:
        expected = re.sub(r"[\t\n]+", " ", expected)
    assert cells(said(texts(text, "x"), form), form)[1:] == [[expected], ["x"]]


@pytest.mark.parametrize("text", SHOWN)
def test_what_it_would_show_is_left_alone(text: str) -> None:
    assert cells(said(texts(text, "x"), Format.CSV), Format.CSV)[1:] == [[text], ["x"]]


def test_headings_are_defused_as_well() -> None:
    assert said(texts("x", key="=1+1"), Format.CSV) == "'=1+1\nx\n"


def test_negative_numbers_are_no_formulas() -> None:
    assert "\n-5\n" in said(timeline(), Format.CSV, fields=("share",))


def test_a_terminal_is_not_steered() -> None:
    assert said(texts("\x1b]52;c;AAAA\x07 \u202eabc\ud800"), Format.CSV) == (
        "text\n\\x1b]52;c;AAAA\\x07 \\u202eabc\\ud800\n"
    )


@given(st.lists(st.text(), min_size=1))
def test_csv_reads_back_as_it_was_but_for_what_is_defused(values: list[str]) -> None:
    read = [row[0] for row in cells(said(texts(*values), Format.CSV), Format.CSV)[1:]]
    assert [text.removeprefix("'") for text in read] == [clean(text).removeprefix("'") for text in values]


@given(st.lists(st.text(), min_size=1))
def test_a_line_of_tsv_is_a_row(values: list[str]) -> None:
    assert len(said(texts(*values), Format.TSV).splitlines()) == len(values) + 1
