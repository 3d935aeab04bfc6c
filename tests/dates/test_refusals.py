"""What people type that is no date, or could be two: the message, and what to write instead."""

# ruff: noqa: RUF001 - spans are shown with an en dash, here as there

import pytest

from narcotl.dates import parse
from narcotl.errors import DateError, ExitStatus

FORMS = "Write 1989, june 1989, 26 November 1984, 1980s, 1965-1975, since 1989, or EDTF (docs/dates.md)."
ONE_END = "Write 1965-1975; since 1965 and until 1975 have one end only."
ALONE = "Write the date alone: 1989, june 1989, 26 November 1984."
REFUSED = {
    "": ("the date is empty", FORMS),
    "   ": ("the date is empty", FORMS),
    # No year, or half of one.
    "may": ("'may' is not a date: it has no year", "Add the year: may 1989."),
    "june 12": ("'june 12' is not a date: it has no year", "Add the year: june 12 1989."),
    "before june": ("'before june' is not a date: it has no year", "Add the year: before june 1989."),
    "29 february": ("'29 february' is not a date: it has no year", FORMS),
    "spring": ("'spring' is not a date: it has no year", "Add the year: spring 1989."),
    "Q2": ("'Q2' is not a date: it has no year", "Add the year: Q2 1989."),
    "monday": ("'monday' is not a date: a weekday is not enough", "Write the day: 26 November 1984."),
    "may 84": ("'may 84' is not a date: its year does not have four digits", "Write the year in full: 1989."),
    "june '84": ('"june \'84" is not a date: its year does not have four digits', "Write the year in full: 1989."),
    "26/11/84": (
        "'26/11/84' is not a date: its year does not have four digits",
        "Write the year in full: 26/11/1984.",
    ),
    "80s": ("'80s' is not a date: a decade has four digits, the last one 0", "Write it with its century: 1980s."),
    "'80s": ('"\'80s" is not a date: a decade has four digits, the last one 0', "Write it with its century: 1980s."),
    "89": ("'89' is not a date: a year has four digits", "Write all four, 1989, or the era: AD 89, 89 BC."),
    "777": ("'777' is not a date: a year has four digits", "Write all four, 1989, or the era: AD 777, 777 BC."),
    "12345": (
        "'12345' is not a date: a year has four digits",
        "Write 1989; in EDTF a longer year begins with Y: Y12345.",
    ),
    "200106": ("'200106' is not a date: it may be a month or a year", "Write 2001-06 or Y200106."),
    "20010603": ("'20010603' is not a date: it may be a day or a year", "Write 2001-06-03 or Y20010603."),
    "99999999999999999999": (
        "'99999999999999999999' is not a date: a year has four digits",
        "Write 1989; in EDTF a longer year begins with Y: Y12345.",
    ),
    "FY77": ("'fy 77' is not a date: its year does not have four digits", "Write FY 1977."),
    "FY 1800": ("'fy 1800' is not a date: fiscal years are known from 1844 on", "Write its first and last month."),
    # Two meanings.
    "10/11/1984": (
        "'10/11/1984' can be two days: day or month first?",
        "Write 1984-10-11 (11 October) or 1984-11-10 (10 November).",
    ),
    "1921-24": (
        "'1921-24' can be a range of years or winter 1921–22",
        "Write 1921/1924 for the years, or 'winter 1921–22'.",
    ),
    "2001-34": (
        "'2001-34' can be a range of years or second quarter of 2001",
        "Write 2001/2034 for the years, or 'second quarter of 2001'.",
    ),
    "2001/02": (
        "'2001/02' can be a month or two years",
        "Write 2001-02 for the month, 2001/2002 for the years.",
    ),
    "1995/06": ("'1995/06' can be a month or two years", "Write 1995-06 for the month."),
    "?-1985": ("'?-1985' can have an unknown start or be 1986 BC?", "Write /1985 or '1986 BC?'."),
    # Impossible.
    "30 February 2001": (
        "'2001-02-30' is not a date: February 2001 has 28 days",
        "Write 2001-02 if the day is not known.",
    ),
    "31/04/1990": (
        "'31/04/1990' is not a date: there is no such day",
        "Write day, month and year: 26/11/1984 or 1984-11-26.",
    ),
    "13/1989": ("'13/1989' is not a date: there is no month 13", "Months are 1 to 12."),
    "Tuesday 26 November 1984": (
        "26 November 1984 was a Monday, not a Tuesday",
        "Correct the day, or leave the weekday out.",
    ),
    "Monday November 1984": (
        "'monday November 1984' is not a date: a weekday goes with a day",
        "Leave the weekday out.",
    ),
    "1975-1965": (
        "'1975 - 1965' ends before it begins",
        "Write the earlier end first, and give each its own year.",
    ),
    "November-February 1990": (
        "'november - february 1990' ends before it begins",
        "Write the earlier end first, and give each its own year.",
    ),
    "2004/2003": ("'2004/2003' ends before it begins", "Write 2003/2004 if they are swapped."),
    "1995/97": ("'1995/97' is not a date: its second year is not the next one", "Write 1995/1997."),
    "0 BC": ("there is no year 0 in BC and AD", "Write 1 BC or AD 1; in EDTF 0000 is 1 BC."),
    "last 9999 years": (
        "'last 9999 years' is not a date: it goes beyond the years 1 to 9999",
        "Write the years themselves.",
    ),
    # Halves.
    "since": ("'since' is not a date: it is half a phrase", "Say the rest: since 1989."),
    "circa": ("'circa' is not a date: it is half a phrase", "Say the rest: circa 1989."),
    "early": ("'early' is not a date: it is half a phrase", "Say the rest: early 1989."),
    "between 1965": ("'between 1965' is not a date: one end is missing", ONE_END),
    "from 1965 to": ("'from 1965 to' is not a date: one end is missing", ONE_END),
    "1965-": ("'1965-' is not a date: one end is missing", ONE_END),
    "to 1990": ("'to 1990' is not a date: one end is missing", ONE_END),
    "throughout the decade": (
        "'throughout the decade' is not a date: which decade?",
        "Write it with its year: 1980s.",
    ),
    "the month": ("'the month' is not a date: which month?", "Write it with its year: June 1989."),
    "since 1965-1975": (
        "'since 1965 - 1975' is not a date: such a phrase takes one period",
        "Write since 1965, or 1965 to 1975.",
    ),
    "before 1863 or 1864": (
        "'before 1863 or 1864' is not a date: such a phrase takes one period",
        "Write since 1965, or 1965 to 1975.",
    ),
    "since undated": (
        "'since undated' is not a date: such a phrase takes one period",
        "Write since 1965, or 1965 to 1975.",
    ),
    "after winter 9999": (
        "'after winter 9999' is not a date: EDTF has no days beyond the year 9999",
        "Write the year.",
    ),
    "undated - ?": ("'undated - ?' is not a date: narcotl cannot read it", FORMS),
    "early june 198X": ("'early june 198X' is not a date: narcotl cannot read it", FORMS),
    "harvest year 1998/2000": ("'harvest year 1998/2000' is not a date: narcotl cannot read it", FORMS),
    "a month in spring 1984": ("'a month in spring 1984' is not a date: narcotl cannot read it", FORMS),
    "the nineties": (
        "'the nineties' is not a date: the decade may be one of any century",
        "Write it with its century: 1990s.",
    ),
    "late eighties": (
        "'late eighties' is not a date: the decade may be one of any century",
        "Write it with its century: late 1980s.",
    ),
    "in the 70s": (
        "'in the 70s' is not a date: the decade may be one of any century",
        "Write it with its century: 1970s.",
    ),
    "the roaring twenties": (
        "'the roaring twenties' is not a date: it names no day, month or year",
        "Periods known by a name are not dates here: write their years, 1965-1975.",
    ),
    # Something else.
    "12:30": (
        "'12:30' is not a date: it is or has a time of day",
        "Write the day: 1984-11-26 or 26 November 1984.",
    ),
    "noon": (
        "'noon' is not a date: it is or has a time of day",
        "Write the day: 1984-11-26 or 26 November 1984.",
    ),
    "cold war": (
        "'cold war' is not a date: it names no day, month or year",
        "Periods known by a name are not dates here: write their years, 1965-1975.",
    ),
    "he died in 1984 in Lima": ("'he died in 1984 in Lima' is not a date: it says more than a date", ALONE),
    "christmas 1989": ("'christmas 1989' is not a date: it says more than a date", ALONE),
    "1989, 1990": ("'1989, 1990' is not a date: narcotl cannot read it", FORMS),
    "\uff11\uff19\uff18\uff14": (
        "'\uff11\uff19\uff18\uff14' is not a date: it has digits other than 0 to 9",
        "Type the digits 0 to 9.",
    ),
    "\uff11/1989": ("'\uff11/1989' is not a date: it has digits other than 0 to 9", "Type the digits 0 to 9."),
    "1984 " * 100: (
        "'1984 1984 1984 1984 1984 1984 1984 19...' is not a date: it is too long",
        "Write the date alone.",
    ),
    # EDTF that is out of order.
    "1985-13": (
        "'1985-13' is not a date: there is no month 13",
        "Months are 01 to 12, seasons 21 to 32, quarters 33 to 36, thirds 37 to 39, halves 40 and 41.",
    ),
    "2013-13": (
        "'2013-13' is not a date: there is no month 13",
        "Months are 01 to 12, seasons 21 to 32, quarters 33 to 36, thirds 37 to 39, halves 40 and 41.",
    ),
    "198X-13": (
        "'198X-13' is not a date: there is no month 13",
        "Months are 01 to 12, seasons 21 to 32, quarters 33 to 36, thirds 37 to 39, halves 40 and 41.",
    ),
    "[1667,": ("'[1667,' is not a date: it opens with [ and does not end with ]", "Write [1863,1864]."),
    "../..": (
        "'../..' is not a date: neither side has a date",
        "Write 1985/.. or ../1985; XXXX is a date nobody knows.",
    ),
}


@pytest.mark.parametrize(("text", "error"), REFUSED.items())
def test_what_is_no_date_is_refused_with_a_way_out(text: str, error: tuple[str, str]) -> None:
    with pytest.raises(DateError) as caught:
        parse(text, today=(2026, 11, 22))
    assert (caught.value.message, caught.value.hint) == error


def test_a_refused_date_is_bad_usage() -> None:
    assert DateError.status is ExitStatus.USAGE
