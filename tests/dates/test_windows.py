"""What --since, --until, --during and --date ask for, alone and together."""

import pytest

from narcotl.dates import ENDLESS_FUTURE, ENDLESS_PAST, Day, Window, period
from narcotl.errors import DateError


@pytest.mark.parametrize(
    ("options", "earliest", "latest"),
    [
        ({}, None, None),
        ({"since": "1989"}, (1989, 1, 1), None),
        ({"since": "the 1980s"}, (1980, 1, 1), None),
        ({"since": "early 1980s"}, (1980, 1, 1), None),
        ({"since": "c. 1950"}, (1950, 1, 1), None),
        ({"until": "june 1990"}, None, (1990, 6, 30)),
        ({"until": "1980s"}, None, (1989, 12, 31)),
        ({"since": "1980", "until": "june 1990"}, (1980, 1, 1), (1990, 6, 30)),
        ({"since": "1989-06-01", "until": "1989-06-01"}, (1989, 6, 1), (1989, 6, 1)),
        ({"during": "1980s"}, (1980, 1, 1), (1989, 12, 31)),
        ({"during": "1965-1975"}, (1965, 1, 1), (1975, 12, 31)),
        ({"during": "since 1965"}, (1965, 1, 1), None),
        ({"during": "1985/"}, (1985, 1, 1), None),
        ({"during": "last 20 years"}, (2006, 11, 22), (2026, 11, 22)),
        ({"on": "1984-11-26"}, (1984, 11, 26), (1984, 11, 26)),
        ({"on": "1984"}, (1984, 1, 1), (1984, 12, 31)),
        ({"during": "1980s", "since": "1985"}, (1985, 1, 1), (1989, 12, 31)),
        ({"during": "1980s", "since": "1970", "until": "1985", "on": "june 1984"}, (1984, 6, 1), (1984, 6, 30)),
        ({"since": "500 BC", "until": "44 BC"}, (-499, 1, 1), (-43, 12, 31)),
    ],
)
def test_options_make_one_window(options: dict[str, str], earliest: Day | None, latest: Day | None) -> None:
    assert period(**options, today=(2026, 11, 22)) == Window(earliest=earliest, latest=latest)


def test_a_window_is_a_closed_interval_of_integers() -> None:
    assert period(since="1989", until="june 1990").span() == (19890101, 19900630)
    assert period().span() == (ENDLESS_PAST, ENDLESS_FUTURE)


@pytest.mark.parametrize(
    ("options", "message", "hint"),
    [
        (
            {"since": "1965-1975"},
            "--since takes one period, and '1965-1975' is a range",
            "Use --during '1965-1975'.",
        ),
        (
            {"until": "1965/1975"},
            "--until takes one period, and '1965/1975' is a range",
            "Use --during '1965/1975'.",
        ),
        (
            {"since": "last 20 years"},
            "--since takes one period, and 'last 20 years' is a range",
            "Use --during 'last 20 years'.",
        ),
        (
            {"until": "before 1990"},
            "--until takes one period, and 'before 1990' is a range",
            "Use --during 'before 1990'.",
        ),
        (
            {"since": "1990", "until": "1985"},
            "--since '1990' and --until '1985' leave no day",
            "They ask for days from 1990-01-01 and to 1985-12-31; swap them or drop one.",
        ),
        (
            {"during": "1980s", "on": "1990"},
            "--during '1980s' and --date '1990' leave no day",
            "They ask for days from 1990-01-01 and to 1989-12-31; swap them or drop one.",
        ),
        (
            {"during": "1863 or 1864"},
            "--during takes one period, and '1863 or 1864' is several",
            "Give --during once for each of them.",
        ),
        (
            {"on": "[1863,1864]"},
            "--date takes one period, and '[1863,1864]' is several",
            "Give --date once for each of them.",
        ),
        ({"since": "undated"}, "--since takes a date, and 'undated' is none", "Leave the option out."),
        ({"until": "may"}, "--until: 'may' is not a date: it has no year", "Add the year: may 1989."),
        (
            {"on": "2001-02-30"},
            "--date: '2001-02-30' is not a date: February 2001 has 28 days",
            "Write 2001-02 if the day is not known.",
        ),
    ],
)
def test_an_option_that_cannot_be_meant_says_so(options: dict[str, str], message: str, hint: str) -> None:
    with pytest.raises(DateError) as caught:
        period(**options, today=(2026, 11, 22))
    assert (caught.value.message, caught.value.hint) == (message, hint)
