"""The dates and texts of files: read, or refused with the reason, and never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narcotl.dates import parse_edtf
from narcotl.errors import DateError
from narcotl.imports.dates import DateReader, Excel, Order
from narcotl.imports.plain import plain_text


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("00/00/1975", "1975"),
        ("06/00/1975", "1975-06"),
        ("1975-06-00", "1975-06"),
        ("1975-00-00", "1975"),
        ("circa 1946-1947", "1946~/1947~"),
        ("1987-now", "1987/.."),
        ("~2469-2349 BC", "-2468~/-2348~"),
        ("-0232-01-01T00:00:00Z", "-0232-01-01"),
        ("1984-11-26 14:30:00", "1984-11-26"),
        ("1963,8,9", "1963-08-09"),
        ("20th century", "19XX"),
        ("1985.0", "1985"),
        ("25/12/1975", "1975-12-25"),
        ("1984-11~", "1984-11~"),
    ],
)
def test_a_date_of_a_file_is_edtf(written: str, edtf: str) -> None:
    assert DateReader().read(written).edtf == edtf


@pytest.mark.parametrize(
    "written",
    ["12/00/63", "06/07/1975", "31/00/1975", "1963,13,9", "44927", "last year", "", "n/a", "1984-11-31 10:00", "~soon"],
)
def test_what_could_be_several_dates_or_none_is_refused(written: str) -> None:
    with pytest.raises(DateError) as caught:
        DateReader().read(written)
    assert caught.value.message.count("is not a date") <= 1


def test_who_says_the_order_is_believed() -> None:
    assert DateReader(order=Order.DMY).read("06/07/1975").edtf == "1975-07-06"
    assert DateReader(order=Order.MDY).read("06/07/1975").edtf == "1975-06-07"
    with pytest.raises(DateError):
        DateReader(order=Order.MDY).read("25/12/1975")


@pytest.mark.parametrize(
    ("serial", "excel", "edtf"),
    [
        ("44927", Excel.FROM_1900, "2023-01-01"),
        ("44927.75", Excel.FROM_1900, "2023-01-01"),
        ("1", Excel.FROM_1900, "1900-01-01"),
        ("59", Excel.FROM_1900, "1900-02-28"),
        ("61", Excel.FROM_1900, "1900-03-01"),
        ("0", Excel.FROM_1904, "1904-01-01"),
        ("june 1989", Excel.FROM_1900, "1989-06"),
    ],
)
def test_days_of_a_spreadsheet(serial: str, excel: Excel, edtf: str) -> None:
    assert DateReader(excel=excel).read(serial).edtf == edtf


@pytest.mark.parametrize("serial", ["0", "60", "9999999"])
def test_days_that_no_spreadsheet_has(serial: str) -> None:
    with pytest.raises(DateError):
        DateReader(excel=Excel.FROM_1900).read(serial)


def test_a_beginning_and_an_end() -> None:
    read = DateReader()
    assert read.span("1989", "").edtf == "1989"
    assert read.span("1989", "1989").edtf == "1989"
    assert read.span("06/00/1975", "c. 1980").edtf == "1975-06/1980~"
    for first, last in (("1980-1985", "1990"), ("1990", "1980")):
        with pytest.raises(DateError):
            read.span(first, last)


@given(st.text(max_size=30))
def test_any_text_is_edtf_or_refused(written: str) -> None:
    for reader in (DateReader(), DateReader(excel=Excel.FROM_1900, order=Order.DMY)):
        try:
            found = reader.read(written)
        except DateError:
            continue
        assert parse_edtf(found.edtf) == found


@pytest.mark.parametrize(
    ("cell", "plain"),
    [
        ("<p>A &amp; B</p><p>x &lt; y</p>", "A & B\nx < y"),
        ("AT&T ?a=1&copy=2", "AT&T ?a=1&copy=2"),
        ("<me@example.org> wrote <i>this</i>", "<me@example.org> wrote this"),
        ("a<script>alert(1)</script>b<!-- c -->", "ab"),
        ("5 <6 and 3 > 2", "5 <6 and 3 > 2"),
        ("caf&eacute; &#233;&nbsp;x  y", "café é x y"),
        ("one<br>two<br/>three", "one\ntwo\nthree"),
    ],
)
def test_text_of_a_web_page_becomes_plain(cell: str, plain: str) -> None:
    assert plain_text(cell) == plain


@given(st.text(alphabet=st.characters(exclude_characters="<&", exclude_categories=["C", "Z"]), max_size=40))
def test_text_without_signs_of_html_stays(text: str) -> None:
    assert plain_text(text) == text


@pytest.mark.parametrize("written", ["1975", "2024", "06.1975", "6.1975", "12.1999"])
def test_what_can_be_a_year_or_a_month_is_no_day_of_a_spreadsheet(written: str) -> None:
    with pytest.raises(DateError, match="a day that a spreadsheet counted") as caught:
        DateReader(excel=Excel.FROM_1900).read(written)
    assert "without --excel-dates" in caught.value.hint
