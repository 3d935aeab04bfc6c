"""What people type, and the EDTF that it means."""

# ruff: noqa: RUF001 - spans are shown with an en dash, here as there

import pytest

from narcotl.dates import Day, explain, parse
from narcotl.errors import DateError

TYPED = {
    # Days, months and years.
    "1989": "1989",
    "the year 1989": "1989",
    "sometime in 1989": "1989",
    "june 1989": "1989-06",
    "Jun. 1989": "1989-06",
    "Sept 1989": "1989-09",
    "JUNE, 1989": "1989-06",
    "june of 1989": "1989-06",
    "6/1989": "1989-06",
    "06.1989": "1989-06",
    "26 November 1984": "1984-11-26",
    "26th of November 1984": "1984-11-26",
    "on November 26, 1984": "1984-11-26",
    "Nov 26th, 1984": "1984-11-26",
    "Monday 26 November 1984": "1984-11-26",
    "Mon., Nov 26, 1984": "1984-11-26",
    "26/11/1984": "1984-11-26",
    "11/26/1984": "1984-11-26",
    "04/04/1985": "1985-04-04",
    "26.11.1984": "1984-11-26",
    "1984/11/26": "1984-11-26",
    "1984-1-5": "1984-01-05",
    "2001-03": "2001-03",
    # Decades and centuries.
    "1980s": "198X",
    "the 1980s": "198X",
    "throughout the 1980s": "198X",
    "the decade of the 1980s": "198X",
    "1980's": "198X",
    "1980\u2019s": "198X",
    "1900s": "190X",
    "2000s": "200X",
    "19th century": "18XX",
    "nineteenth century": "18XX",
    "the twenty-first century": "20XX",
    "1st century": "0001/0099",
    "2nd century BC": "-0199/-0100",
    "1st century BC": "-0099/0000",
    # Parts of them.
    "early 1980s": "1980~/1983~",
    "mid 1980s": "1984~/1986~",
    "mid-1980s": "1984~/1986~",
    "the late 1980s": "1987~/1989~",
    "mid-to-late 1980s": "1984~/1989~",
    "early 2001": "2001-37~",
    "mid 2001": "2001-38~",
    "late 2001": "2001-39~",
    "beginning of 1990": "1990-37~",
    "at the start of 1990": "1990-37~",
    "middle of 1990": "1990-38~",
    "the end of 1990": "1990-39~",
    "early june 1990": "1990-06-01~/1990-06-10~",
    "mid-june 1990": "1990-06-11~/1990-06-20~",
    "late june 1990": "1990-06-21~/1990-06-30~",
    "late february 1992": "1992-02-21~/1992-02-29~",
    "early 19th century": "1800~/1833~",
    "mid 19th century": "1834~/1866~",
    "late 19th century": "1867~/1899~",
    "spring 2001": "2001-21",
    "the summer of 2001": "2001-22",
    "fall 2001": "2001-23",
    "winter 2001": "2001-24",
    "winter 2001-02": "2001-24",
    "winter 2001/02": "2001-24",
    "winter 1999-2000": "1999-24",
    "northern spring 2001": "2001-25",
    "southern summer 2001": "2001-30",
    "southern summer 2001-02": "2001-30",
    "Q2 2001": "2001-34",
    "2001 Q2": "2001-34",
    "second quarter of 2001": "2001-34",
    "2nd quarter 2001": "2001-34",
    "first third of 2001": "2001-37",
    "first half of 1990": "1990-40",
    "H2 1990": "1990-41",
    "first half of the 1980s": "1980/1984",
    "second half of the 19th century": "1850/1899",
    "first half of june 1990": "1990-06-01/1990-06-15",
    "second half of june 1990": "1990-06-16/1990-06-30",
    "a day in November 1984": "1984-11-XX",
    "some day in 1985": "1985-XX-XX",
    "a month in 1984": "1984-XX",
    "date unknown": "XXXX",
    "undated": "XXXX",
    # From one to another.
    "1965-1975": "1965/1975",
    "1965 \u2013 1975": "1965/1975",
    "1965\u20131975": "1965/1975",
    "from 1965 to 1975": "1965/1975",
    "between 1965 and 1975": "1965/1975",
    "1965 through 1975": "1965/1975",
    "from 1965 until 1975": "1965/1975",
    "1939-45": "1939/1945",
    "1960s-70s": "196X/197X",
    "1960s to 1980s": "196X/198X",
    "late 1960s to early 1970s": "1967~/1973~",
    "June-July 1990": "1990-06/1990-07",
    "spring-summer 2001": "2001-21/2001-22",
    "Q1-Q2 2001": "2001-33/2001-34",
    "early to mid 2001": "2001-37~/2001-38~",
    "26 November 1984 to 26 November 1984": "1984-11-26",
    "12-15 March 1990": "1990-03-12/1990-03-15",
    "March 12-15, 1990": "1990-03-12/1990-03-15",
    "12 March - 2 April 1990": "1990-03-12/1990-04-02",
    "June 1989 to November 1989": "1989-06/1989-11",
    "1989-06-01 to 1989-11-30": "1989-06-01/1989-11-30",
    "1985-?": "1985/",
    "?\u20131985": "/1985",
    # Open ends.
    "since 1989": "1989/..",
    "since the 1920s": "192X/..",
    "since the early 1980s": "1980~/..",
    "from 1989": "1989/..",
    "1989 onwards": "1989/..",
    "from 1989 on": "1989/..",
    "1989 and later": "1989/..",
    "1989-present": "1989/..",
    "from 1989 to the present": "1989/..",
    "no earlier than 1989": "1989/..",
    "until june 1990": "../1990-06",
    "until the early 1980s": "../1983~",
    "until the end of 1990": "../1990-39~",
    "through 1990": "../1990",
    "up to 1990": "../1990",
    "by 1990": "../1990",
    "no later than 1990": "../1990",
    "1990 or earlier": "../1990",
    "before December 1989": "../1989-11-30",
    "prior to 1989": "../1988-12-31",
    "before the 1980s": "../1979-12-31",
    "before March 2000": "../2000-02-29",
    "after 1989": "1990-01-01/..",
    "after 30 june 1989": "1989-07-01/..",
    "after the late 1980s": "1990-01-01~/..",
    "after 9999": "Y10000/..",
    "before 1 BC": "../-0001-12-31",
    "before Y17000": "../Y16999",
    # How sure.
    "circa 1950": "1950~",
    "c. 1950": "1950~",
    "c1950": "1950~",
    "ca. 1950": "1950~",
    "about 1950": "1950~",
    "around june 1950": "1950-06~",
    "approximately 1950": "1950~",
    "c. 1965-1975": "1965~/1975~",
    "from c. 1965 to 1975": "1965~/1975",
    "1965 to c. 1975": "1965/1975~",
    "since c. 1950": "1950~/..",
    "before c. 1950": "../1949-12-31~",
    "1950?": "1950?",
    "june 1950?": "1950-06?",
    "possibly 1950": "1950?",
    "probably june 1950": "1950-06?",
    "perhaps 1965-1975": "1965?/1975?",
    "1965-1975?": "1965?/1975?",
    "c. 1950?": "1950%",
    "perhaps about 1950": "1950%",
    # Other eras.
    "500 BC": "-0499",
    "44 BCE": "-0043",
    "44 B.C.": "-0043",
    "AD 79": "0079",
    "79 CE": "0079",
    "AD 1989": "1989",
    "c. 3400 BC": "-3399~",
    "12,000 BC": "Y-11999",
    "500-400 BC": "-0499/-0399",
    "from 500 to 400 BC": "-0499/-0399",
    "44 BC to AD 14": "-0043/0014",
    "AD 14-37": "0014/0037",
    "15 March 44 BC": "-0043-03-15",
    # Sets.
    "1863 or 1864": "[1863,1864]",
    "c. 1863 or 1864?": "[1863~,1864?]",
    "1667, 1668 or 1670-1672": "[1667,1668,1670..1672]",
    "perhaps either 1863 or 1864": "[1863?,1864?]",
    "possibly either 1863-1865 or c. 1870": "[1863?..1865?,1870%]",
    "1960 and December 1961": "{1960,1961-12}",
    "june and july 1990": "{1990-06,1990-07}",
    "November 26, 1984 or November 27, 1984": "[1984-11-26,1984-11-27]",
    # Years that are not calendar years.
    "as of October 2009": "2009-10",
    "1995/96": "1995~/1996~",
    "1999/00": "1999~/2000~",
    "harvest year 1995/96": "1995~/1996~",
    "harvest year 2001/02": "2001~/2002~",
    "harvest year 1995": "1995~",
    "FY 1977": "1976-10/1977-09",
    "FY1990": "1989-10/1990-09",
    "FY 1976": "1975-07/1976-06",
    "fiscal year 1977-1979": "1976-10/1979-09",
    # EDTF, tidied where only its looks are off.
    "1965/1975": "1965/1975",
    "1965 / 1975": "1965/1975",
    "[1667, 1668]": "[1667,1668]",
    "198x": "198X",
    "y17e7": "Y17E7",
    "2001-37~": "2001-37~",
    "2022-22": "2022-22",
    "1984-24": "1984-24",
    "since 1984-11": "1984-11/..",
    "1985-04-12T23:20:30Z": "1985-04-12",
}
TODAY = (2026, 11, 22)
RELATIVE = {
    "today": "2026-11-22",
    "yesterday": "2026-11-21",
    "tomorrow": "2026-11-23",
    "this year": "2026",
    "last year": "2025",
    "next year": "2027",
    "this month": "2026-11",
    "last month": "2026-10",
    "this decade": "202X",
    "last decade": "201X",
    "this century": "20XX",
    "early last year": "2025-37~",
    "since last year": "2025/..",
    "until yesterday": "../2026-11-21",
    "last 20 years": "2006-11-22/2026-11-22",
    "the last two decades": "2006-11-22/2026-11-22",
    "past 6 months": "2026-05-22/2026-11-22",
    "past 3 weeks": "2026-11-01/2026-11-22",
    "20 years ago": "2006",
    "about 20 years ago": "2006~",
    "a year ago": "2025",
    "6 months ago": "2026-05",
    "10 days ago": "2026-11-12",
    "two decades ago": "200X",
}


@pytest.mark.parametrize(("text", "edtf"), TYPED.items())
def test_a_phrase_compiles_to_edtf(text: str, edtf: str) -> None:
    assert parse(text).edtf == edtf


@pytest.mark.parametrize(("text", "edtf"), RELATIVE.items())
def test_what_is_relative_is_counted_from_today(text: str, edtf: str) -> None:
    assert parse(text, today=TODAY).edtf == edtf


@pytest.mark.parametrize(
    ("today", "text", "edtf"),
    [
        ((2024, 2, 29), "last 1 year", "2023-02-28/2024-02-29"),
        ((2024, 2, 29), "last 4 years", "2020-02-29/2024-02-29"),
        ((2026, 5, 31), "past 3 months", "2026-02-28/2026-05-31"),
        ((2026, 1, 31), "last month", "2025-12"),
        ((2026, 3, 31), "last month", "2026-02"),
        ((2026, 1, 1), "yesterday", "2025-12-31"),
        ((2025, 12, 31), "tomorrow", "2026-01-01"),
        ((2020, 6, 1), "last decade", "201X"),
    ],
)
def test_a_day_that_a_month_does_not_have_becomes_its_last(today: Day, text: str, edtf: str) -> None:
    assert parse(text, today=today).edtf == edtf


@pytest.mark.parametrize("text", ["last year", "today", "20 years ago", "since last month"])
def test_what_is_relative_asks_for_today(text: str) -> None:
    with pytest.raises(DateError, match="it depends on today"):
        parse(text)


@pytest.mark.parametrize(
    ("text", "conventions", "notices"),
    [
        ("1984", (), ()),
        ("june 1984", (), ()),
        ("1900s", (), ("1900s is read as the decade 1900-1909; the century is 19XX",)),
        ("1980s", (), ()),
        ("19th century", ("the 19th century is 1800 to 1899",), ()),
        ("early 1980s", ("early, mid and late are the years 0 to 3, 4 to 6 and 7 to 9 of a decade",), ()),
        ("early 2001", ("early, mid and late are the thirds of a year, four months each",), ()),
        ("winter 2001", ("northern seasons, by whole months: December 2001 – February 2002",), ()),
        ("2001-30~", ("southern seasons, by whole months: December 2001 – February 2002",), ()),
        ("-0001-21", ("northern seasons, by whole months: March–May 2 BC",), ()),
        ("before 1989", ("before and after a period leave the whole of it out",), ()),
        ("as of 2009", ("as of tells when a statement was true, not since when",), ()),
        ("1995/96", ("a harvest year is about the two years that name it",), ()),
        (
            "FY 1976 to FY 1977",
            (
                "fiscal years are those of the United States: to FY 1976 from July to June",
                "fiscal years are those of the United States: since FY 1977 from October to September",
            ),
            (),
        ),
    ],
)
def test_an_explanation_names_the_conventions(
    text: str, conventions: tuple[str, ...], notices: tuple[str, ...]
) -> None:
    found = explain(text)
    assert (found.conventions, found.notices) == (conventions, notices)


def test_strict_reading_takes_edtf_only() -> None:
    assert explain("1921-24", strict=True).date.text == "winter 1921–22"
    with pytest.raises(DateError, match="it is not EDTF"):
        explain("june 1990", strict=True)
