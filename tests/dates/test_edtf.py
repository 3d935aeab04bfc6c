"""Every EDTF form: the days that it denotes, and the texts that are refused."""

import pytest

from narcotl.dates import Day, End, FuzzyDate, Precision, parse_edtf
from narcotl.errors import DateError

# The examples of the Library of Congress text of 4 February 2019, in its order, with the days that they denote.
LEVEL_0 = {
    "1985-04-12": ((1985, 4, 12), (1985, 4, 12)),
    "1985-04": ((1985, 4, 1), (1985, 4, 30)),
    "1985": ((1985, 1, 1), (1985, 12, 31)),
    "1985-04-12T23:20:30": ((1985, 4, 12), (1985, 4, 12)),
    "1985-04-12T23:20:30Z": ((1985, 4, 12), (1985, 4, 12)),
    "1985-04-12T23:20:30-04": ((1985, 4, 12), (1985, 4, 12)),
    "1985-04-12T23:20:30+04:30": ((1985, 4, 12), (1985, 4, 12)),
    "1964/2008": ((1964, 1, 1), (2008, 12, 31)),
    "2004-06/2006-08": ((2004, 6, 1), (2006, 8, 31)),
    "2004-02-01/2005-02-08": ((2004, 2, 1), (2005, 2, 8)),
    "2004-02-01/2005-02": ((2004, 2, 1), (2005, 2, 28)),
    "2004-02-01/2005": ((2004, 2, 1), (2005, 12, 31)),
    "2005/2006-02": ((2005, 1, 1), (2006, 2, 28)),
}
LEVEL_1 = {
    "Y170000002": ((170000002, 1, 1), (170000002, 12, 31)),
    "Y-170000002": ((-170000002, 1, 1), (-170000002, 12, 31)),
    "2001-21": ((2001, 3, 1), (2001, 5, 31)),
    "1984?": ((1984, 1, 1), (1984, 12, 31)),
    "2004-06~": ((2004, 6, 1), (2004, 6, 30)),
    "2004-06-11%": ((2004, 6, 11), (2004, 6, 11)),
    "201X": ((2010, 1, 1), (2019, 12, 31)),
    "20XX": ((2000, 1, 1), (2099, 12, 31)),
    "2004-XX": ((2004, 1, 1), (2004, 12, 31)),
    "1985-04-XX": ((1985, 4, 1), (1985, 4, 30)),
    "1985-XX-XX": ((1985, 1, 1), (1985, 12, 31)),
    "1985-04-12/..": ((1985, 4, 12), None),
    "1985-04/..": ((1985, 4, 1), None),
    "1985/..": ((1985, 1, 1), None),
    "../1985-04-12": (None, (1985, 4, 12)),
    "../1985-04": (None, (1985, 4, 30)),
    "../1985": (None, (1985, 12, 31)),
    "1985-04-12/": ((1985, 4, 12), None),
    "1985-04/": ((1985, 4, 1), None),
    "1985/": ((1985, 1, 1), None),
    "/1985-04-12": (None, (1985, 4, 12)),
    "/1985-04": (None, (1985, 4, 30)),
    "/1985": (None, (1985, 12, 31)),
    "1984~/2004-06": ((1984, 1, 1), (2004, 6, 30)),
    "1984/2004-06~": ((1984, 1, 1), (2004, 6, 30)),
    "1984~/2004~": ((1984, 1, 1), (2004, 12, 31)),
    "1984?/2004%": ((1984, 1, 1), (2004, 12, 31)),
    "1984-06?/2004-08?": ((1984, 6, 1), (2004, 8, 31)),
    "1984-06-02?/2004-08-08~": ((1984, 6, 2), (2004, 8, 8)),
    "1984-06-02?/": ((1984, 6, 2), None),
    "-1985": ((-1985, 1, 1), (-1985, 12, 31)),
}
LEVEL_2 = {
    "Y-17E7": ((-170000000, 1, 1), (-170000000, 12, 31)),
    "1950S2": ((1900, 1, 1), (1999, 12, 31)),
    # The text says 171010000 to 171010999, against its own rule of three significant digits; the rule counts here.
    "Y171010000S3": ((171000000, 1, 1), (171999999, 12, 31)),
    "Y3388E2S3": ((338000, 1, 1), (338999, 12, 31)),
    "2001-34": ((2001, 4, 1), (2001, 6, 30)),
    "[1667,1668,1670..1672]": ((1667, 1, 1), (1672, 12, 31)),
    "[..1760-12-03]": (None, (1760, 12, 3)),
    "[1760-12..]": ((1760, 12, 1), None),
    "[1760-01,1760-02,1760-12..]": ((1760, 1, 1), None),
    "[1667,1760-12]": ((1667, 1, 1), (1760, 12, 31)),
    "[..1984]": (None, (1984, 12, 31)),
    "{1667,1668,1670..1672}": ((1667, 1, 1), (1672, 12, 31)),
    "{1960,1961-12}": ((1960, 1, 1), (1961, 12, 31)),
    "{..1984}": (None, (1984, 12, 31)),
    "2004-06~-11": ((2004, 6, 11), (2004, 6, 11)),
    "2004?-06-11": ((2004, 6, 11), (2004, 6, 11)),
    "?2004-06-~11": ((2004, 6, 11), (2004, 6, 11)),
    "2004-%06-11": ((2004, 6, 11), (2004, 6, 11)),
    "156X-12-25": ((1560, 12, 25), (1569, 12, 25)),
    "15XX-12-25": ((1500, 12, 25), (1599, 12, 25)),
    "XXXX-12-XX": ((0, 12, 1), (9999, 12, 31)),
    "1XXX-XX": ((1000, 1, 1), (1999, 12, 31)),
    "1XXX-12": ((1000, 12, 1), (1999, 12, 31)),
    "1984-1X": ((1984, 10, 1), (1984, 12, 31)),
    "2004-06-~01/2004-06-~20": ((2004, 6, 1), (2004, 6, 20)),
    "2004-06-XX/2004-07-03": ((2004, 6, 1), (2004, 7, 3)),
}
EXAMPLES = LEVEL_0 | LEVEL_1 | LEVEL_2

# What the standard leaves open, or leaves to the reader.
DECIDED = {
    "0000": ((0, 1, 1), (0, 12, 31)),
    "-0043-03-15": ((-43, 3, 15), (-43, 3, 15)),
    "2000-02": ((2000, 2, 1), (2000, 2, 29)),
    "1900-02": ((1900, 2, 1), (1900, 2, 28)),
    "0000-02-29": ((0, 2, 29), (0, 2, 29)),
    "1985-0X-31": ((1985, 1, 31), (1985, 8, 31)),
    "1984-11-2X": ((1984, 11, 20), (1984, 11, 29)),
    "1985-02-XX": ((1985, 2, 1), (1985, 2, 28)),
    "199X-02-29": ((1992, 2, 29), (1996, 2, 29)),
    "1X84": ((1084, 1, 1), (1984, 12, 31)),
    "1560-XX-25": ((1560, 1, 25), (1560, 12, 25)),
    "-20XX": ((-2099, 1, 1), (-2000, 12, 31)),
    "-198X": ((-1989, 1, 1), (-1980, 12, 31)),
    "-000X": ((-9, 1, 1), (-1, 12, 31)),
    "-1984-1X": ((-1984, 10, 1), (-1984, 12, 31)),
    "-1859S2": ((-1899, 1, 1), (-1800, 12, 31)),
    "1950S4": ((1950, 1, 1), (1950, 12, 31)),
    "2001-22": ((2001, 6, 1), (2001, 8, 31)),
    "2001-23": ((2001, 9, 1), (2001, 11, 30)),
    "2001-24": ((2001, 12, 1), (2002, 2, 28)),
    "1999-24": ((1999, 12, 1), (2000, 2, 29)),
    "2001-25": ((2001, 3, 1), (2001, 5, 31)),
    "2001-26": ((2001, 6, 1), (2001, 8, 31)),
    "2001-27": ((2001, 9, 1), (2001, 11, 30)),
    "2001-28": ((2001, 12, 1), (2002, 2, 28)),
    "2001-29": ((2001, 9, 1), (2001, 11, 30)),
    "2001-30": ((2001, 12, 1), (2002, 2, 28)),
    "2001-31": ((2001, 3, 1), (2001, 5, 31)),
    "2001-32": ((2001, 6, 1), (2001, 8, 31)),
    "2001-33": ((2001, 1, 1), (2001, 3, 31)),
    "2001-35": ((2001, 7, 1), (2001, 9, 30)),
    "2001-36": ((2001, 10, 1), (2001, 12, 31)),
    "2001-37": ((2001, 1, 1), (2001, 4, 30)),
    "2001-38": ((2001, 5, 1), (2001, 8, 31)),
    "2001-39": ((2001, 9, 1), (2001, 12, 31)),
    "2001-40": ((2001, 1, 1), (2001, 6, 30)),
    "2001-41": ((2001, 7, 1), (2001, 12, 31)),
    "198X-21": ((1980, 3, 1), (1989, 5, 31)),
    "2001-21?": ((2001, 3, 1), (2001, 5, 31)),
    "2001-21/2001-22": ((2001, 3, 1), (2001, 8, 31)),
    "2004-06-11/2004-06": ((2004, 6, 11), (2004, 6, 30)),
    "1984-11-26/1984-11-26": ((1984, 11, 26), (1984, 11, 26)),
    "192X/..": ((1920, 1, 1), None),
    "XXXX": (None, None),
    "XXXX-XX-XX": (None, None),
    "XXXX/1985": (None, (1985, 12, 31)),
    "[1667?,166X]": ((1660, 1, 1), (1669, 12, 31)),
    "[1984,XXXX]": (None, None),
    "Y900000000000000": ((9 * 10**14, 1, 1), (9 * 10**14, 12, 31)),
    "Y9E14": ((9 * 10**14, 1, 1), (9 * 10**14, 12, 31)),
    "9999-24": ((9999, 12, 1), (10000, 2, 29)),
}


@pytest.mark.parametrize(("text", "bounds"), (EXAMPLES | DECIDED).items())
def test_a_form_denotes_its_days(text: str, bounds: tuple[Day | None, Day | None]) -> None:
    date = parse_edtf(text)
    assert (date.earliest, date.latest) == bounds


@pytest.mark.parametrize("text", EXAMPLES | DECIDED)
def test_a_date_keeps_its_text(text: str) -> None:
    assert str(parse_edtf(text)) == text.partition("T")[0]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("1985", End.KNOWN, End.KNOWN),
        ("1985/..", End.KNOWN, End.OPEN),
        ("1985/", End.KNOWN, End.UNKNOWN),
        ("../1985", End.OPEN, End.KNOWN),
        ("/1985", End.UNKNOWN, End.KNOWN),
        ("[..1984]", End.OPEN, End.KNOWN),
        ("[1760-12..]", End.KNOWN, End.OPEN),
        ("XXXX", End.UNKNOWN, End.UNKNOWN),
        ("XXXX/1985", End.UNKNOWN, End.KNOWN),
        ("[..1984,XXXX]", End.OPEN, End.UNKNOWN),
    ],
)
def test_open_and_unknown_ends_are_told_apart(text: str, start: End, end: End) -> None:
    date = parse_edtf(text)
    assert (date.start, date.end) == (start, end)


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("1984", False, False),
        ("1984~", True, False),
        ("1984?", False, True),
        ("1984%", True, True),
        ("2004-06-~11", True, False),
        ("?2004-06-~11", True, True),
        ("2004-%06-11", True, True),
        ("%2001", True, True),
        ("1984~/2004", True, False),
        ("1984/2004?", False, True),
        ("1984~/2004?", True, True),
        ("[1667?,1668]", False, True),
        ("{1670..1672~}", True, False),
    ],
)
def test_marks_anywhere_make_a_date_approximate_or_uncertain(text: str, approximate: bool, uncertain: bool) -> None:  # noqa: FBT001 - a row of the table
    date = parse_edtf(text)
    assert (date.approximate, date.uncertain) == (approximate, uncertain)


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("1984-11-26", Precision.DAY),
        ("1984-11-XX", Precision.DAY),
        ("1984-11", Precision.MONTH),
        ("1984-XX", Precision.MONTH),
        ("XXXX-12", Precision.MONTH),
        ("2001-21", Precision.SEASON),
        ("2001-30", Precision.SEASON),
        ("2001-34", Precision.QUARTER),
        ("2001-37~", Precision.THIRD),
        ("1990-40", Precision.HALF),
        ("1984", Precision.YEAR),
        ("Y17E7", Precision.YEAR),
        ("1950S4", Precision.YEAR),
        ("1X84", Precision.YEAR),
        ("198X", Precision.DECADE),
        ("1950S3", Precision.DECADE),
        ("18XX", Precision.CENTURY),
        ("1950S2", Precision.CENTURY),
        ("1XXX", Precision.INTERVAL),
        ("XXXX", Precision.INTERVAL),
        ("1965/1975", Precision.INTERVAL),
        ("[1863,1864]", Precision.SET),
    ],
)
def test_the_precision_is_the_unit_in_which_a_date_is_told(text: str, precision: Precision) -> None:
    assert parse_edtf(text).precision is precision


def test_the_members_of_a_set_are_dates() -> None:
    date = parse_edtf("[..1660,1667,1670..1672,1760-12..]")
    assert [member.edtf for member in date.members] == ["../1660", "1667", "1670/1672", "1760-12/.."]
    assert date.members[1:2] == (parse_edtf("1667"),)


def test_only_a_date_without_any_word_on_when_is_undated() -> None:
    assert [
        text
        for text in ["XXXX", "XXXX?", "XXXX-XX", "[XXXX]", "XXXX-12", "-XXXX", "1985/", "[1984,XXXX]"]
        if parse_edtf(text).undated
    ] == [
        "XXXX",
        "XXXX?",
        "XXXX-XX",
        "[XXXX]",
    ]


def test_a_date_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        parse_edtf("1984").edtf = "1985"  # type: ignore[misc] # the test is that it fails


def test_a_date_in_json_says_all_there_is_to_know() -> None:
    assert list(parse_edtf("-0043-03-15~").to_json().items()) == [
        ("edtf", "-0043-03-15~"),
        ("text", "c. 15 March 44 BC"),
        ("earliest", "-0043-03-15"),
        ("latest", "-0043-03-15"),
        ("start", "known"),
        ("end", "known"),
        ("precision", "day"),
        ("approximate", True),
        ("uncertain", False),
    ]


def test_bounds_in_json_are_iso_8601_or_null() -> None:
    assert parse_edtf("Y17000/..").to_json()["earliest"] == "Y17000-01-01"
    assert parse_edtf("Y17000/..").to_json()["latest"] is None
    assert parse_edtf("Y-17000").to_json()["latest"] == "Y-17000-12-31"


FORMS = "Write 1984-11-26, 1984-11, 1984, 198X, 1965/1975, 1985/.. or 1950~ (docs/dates.md has all forms)."
MONTHS = "Months are 01 to 12, seasons 21 to 32, quarters 33 to 36, thirds 37 to 39, halves 40 and 41."
REFUSED = {
    "": ("the date is empty", FORMS),
    "june 1990": ("'june 1990' is not a date: it is not EDTF", FORMS),
    "2001-02-30": (
        "'2001-02-30' is not a date: February 2001 has 28 days",
        "Write 2001-02 if the day is not known.",
    ),
    "1900-02-29": (
        "'1900-02-29' is not a date: February 1900 has 28 days",
        "Write 1900-02 if the day is not known.",
    ),
    "1985-13": ("'1985-13' is not a date: there is no month 13", MONTHS),
    "1985-00": ("'1985-00' is not a date: there is no month 00", MONTHS),
    "1985-42": ("'1985-42' is not a date: there is no month 42", MONTHS),
    "1985-01-00": (
        "'1985-01-00' is not a date: no day fits it",
        "Write XX for a month or a day that nobody knows.",
    ),
    "1985-02-3X": (
        "'1985-02-3X' is not a date: no day fits it",
        "Write XX for a month or a day that nobody knows.",
    ),
    "XX01-02-29": (
        "'XX01-02-29' is not a date: no day fits it",
        "Write XX for a month or a day that nobody knows.",
    ),
    "2001-21-05": ("'2001-21-05' is not a date: a season has no days", "Write the month and the day."),
    "2004/2003": ("'2004/2003' ends before it begins", "Write 2003/2004 if they are swapped."),
    "[1672..1670]": ("'1672..1670' ends before it begins", "Write 1670..1672 if they are swapped."),
    "../..": (
        "'../..' is not a date: neither side has a date",
        "Write 1985/.. or ../1985; XXXX is a date nobody knows.",
    ),
    "/": ("'/' is not a date: neither side has a date", "Write 1985/.. or ../1985; XXXX is a date nobody knows."),
    "1965/1970/1975": ("'1965/1970/1975' is not a date: an interval has one slash", "Write 1965/1975."),
    "[1984": ("'[1984' is not a date: it opens with [ and does not end with ]", "Write [1863,1864]."),
    "[]": ("'[]' is not a date: a member of the set is empty", "Write [1863,1864] or {1960,1961-12}."),
    "[1984,]": ("'[1984,]' is not a date: a member of the set is empty", "Write [1863,1864] or {1960,1961-12}."),
    "[..]": ("'[..]' is not a date: a member of the set is empty", "Write [1863,1864] or {1960,1961-12}."),
    "-0000": ("'-0000' is not a date: year zero has no minus", "Write 0000 for 1 BC, -0001 for 2 BC."),
    "Y1985": ("'Y1985' is not a date: Y is for years beyond four digits", "Write 1985."),
    "Y12E2": ("'Y12E2' is not a date: Y is for years beyond four digits", "Write 1200."),
    "Y012345": ("'Y012345' is not a date: a number after Y or E begins with a zero", "Write it without the zero."),
    "Y17E07": ("'Y17E07' is not a date: a number after Y or E begins with a zero", "Write it without the zero."),
    "Y17E7-12": (
        "'Y17E7-12' is not a date: a year beyond four digits or with significant digits takes no month",
        "Write the year alone.",
    ),
    "Y1E15": (
        "'Y1E15' is not a date: its year is out of range",
        "Years go from Y-900000000000000 to Y900000000000000.",
    ),
    "Y999999999999999": (
        "'Y999999999999999' is not a date: its year is out of range",
        "Years go from Y-900000000000000 to Y900000000000000.",
    ),
    "1950S5": (
        "'1950S5' is not a date: the significant digits after S do not fit the year",
        "Write as many as are known: 1950S2 is 1900 to 1999, and about 1950.",
    ),
    "12345": (
        "'12345' is not a date: a year has four digits",
        "Write 0079, or Y12345 for a year of more digits.",
    ),
    "79": ("'79' is not a date: a year has four digits", "Write 0079, or Y12345 for a year of more digits."),
    "20010603": ("'20010603' is not a date: EDTF has hyphens", "Write 2001-06-03."),
    "198x": ("'198x' is not a date: EDTF is written in capitals and without spaces", "Write 198X."),
    " 1984": ("' 1984' is not a date: EDTF is written in capitals and without spaces", "Write 1984."),
    "1984\n": ("'1984\\n' is not a date: EDTF is written in capitals and without spaces", "Write 1984."),
    "\uff11\uff19\uff18\uff14": ("'\uff11\uff19\uff18\uff14' is not a date: EDTF is written in ASCII only", FORMS),
    "1985-04-12T23:20:60": (
        "'1985-04-12T23:20:60' is not a date: its time of day does not read",
        "Leave the time out, or write 1985-04-12T23:20:30 (00 to 23:59:59).",
    ),
    "2001-06-01T00:00:00/2002": (
        "'2001-06-01T00:00:00' is not a date: a time of day goes with a single day only",
        "Leave the time out.",
    ),
}
ALSO_REFUSED = [
    "1985-04-12T24:00:00",
    "1985-04-12T23:20:30.5",
    "1985-04-12T23:20",
    "1985-04-12T23:20:30z",
    "1985-04-12T23:20:30+04:60",
    "198X-04-12T23:20:30",
    "..2004-06-01/..",
    "2004-06-..01/..",
    "1984??",
    "1984~?",
    "2004-(06)?-11",
    "2001-21^southern",
    "+2006",
    "1950S0",
    "19XXS2",
    "Y19XX1",
    "Y",
    "2000/12-12",
    "{1984]",
    "[1984/1985]",
    "[1667, 1668]",
    "[[1984]]",
    "[1984T]",
    "P1Y",
    "2001-W05",
    "2001-153",
    "1863- 03-29",
    "XXXX/XXXX",
]


@pytest.mark.parametrize(("text", "error"), REFUSED.items())
def test_what_is_refused_says_why_and_what_to_write(text: str, error: tuple[str, str]) -> None:
    with pytest.raises(DateError) as caught:
        parse_edtf(text)
    assert (caught.value.message, caught.value.hint) == error


@pytest.mark.parametrize("text", ALSO_REFUSED)
def test_what_only_looks_like_edtf_is_refused(text: str) -> None:
    with pytest.raises(DateError, match="is not a date"):
        parse_edtf(text)


def test_a_long_text_is_quoted_in_part() -> None:
    with pytest.raises(DateError) as caught:
        parse_edtf("1984-" * 2000)
    assert caught.value.message == "'1984-1984-1984-1984-1984-1984-1984-19...' is not a date: it is not EDTF"


def test_a_date_that_is_read_again_is_the_same_value() -> None:
    first: FuzzyDate = parse_edtf("1984-11-26")
    assert parse_edtf("1984-11-26") is first
