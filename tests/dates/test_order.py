"""The order of dates."""

from narcotl.dates import parse_edtf

IN_ORDER = [
    "[..1760,1800..]",
    "../2000",
    "../1930",
    "../1930~",
    "[1984,XXXX]",
    "/2000",
    "/1985",
    "Y-17E7",
    "-3399~",
    "-0043-03-15",
    "0000",
    "0079",
    "18XX",
    "1965/..",
    "1965/",
    "1965/1975",
    "1965",
    "1965~",
    "1965?",
    "1965%",
    "1965-01",
    "1965-01-01",
    "1979-12-31",
    "198X",
    "1980",
    "1980-01-01",
    "1984-11-26",
    "2001-37~",
    "2001-01",
    "Y17000",
    "XXXX",
    "XXXX~",
    "XXXX?",
]


def test_dates_sort_by_start_then_by_the_later_end_then_by_how_sure_they_are() -> None:
    assert sorted(sorted(IN_ORDER), key=lambda text: parse_edtf(text).sort_key) == IN_ORDER


def test_a_database_sorts_them_alike() -> None:
    keys = [parse_edtf(text).order_text for text in IN_ORDER]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)


def test_dates_of_one_start_end_and_sureness_have_one_key() -> None:
    assert parse_edtf("1980/1989").order_text == parse_edtf("198X").order_text
    assert parse_edtf("[1863,1864]").sort_key == parse_edtf("1863/1864").sort_key
