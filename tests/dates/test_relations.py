"""Which dates overlap, and which lie within others for certain."""

import pytest

from narcotl.dates import ENDLESS_FUTURE, ENDLESS_PAST, parse_edtf


@pytest.mark.parametrize(
    ("a", "b", "overlaps", "within"),
    [
        ("1984-11-26", "1984", True, True),
        ("1984", "1984-11-26", True, False),
        ("1984-11-26", "1984-11-27", False, False),
        ("1984-11", "1984-11-30/1984-12", True, False),
        ("198X", "1980/1989", True, True),
        ("198X", "1989-12-31", True, False),
        ("198X", "199X", False, False),
        ("2001-24", "2002-01", True, False),
        # Marks never move a bound.
        ("1950~", "1951", False, False),
        ("1950~", "1950", True, True),
        # Open and unknown ends are endless.
        ("1920/..", "1989", True, False),
        ("1989", "1920/..", True, True),
        ("1920/..", "1920/..", True, True),
        ("1920/..", "1919", False, False),
        ("1985/", "1990", True, False),
        ("1985/", "1985/..", True, True),
        ("../1930", "-3399", True, False),
        ("-3399", "../1930", True, True),
        ("../1930", "1931", False, False),
        # A set overlaps if one member does, and lies within if all do.
        ("[1863,1866]", "1866", True, False),
        ("[1863,1866]", "1864", False, False),
        ("1864", "[1863,1866]", False, False),
        ("[1863,1864]", "186X", True, True),
        ("[1863,1864]", "{1864,1863}", True, True),
        ("{1960,1961-12}", "1961-06", False, False),
        ("[..1760,1800]", "1700", True, False),
        ("1700", "[..1760,1800]", True, True),
        # Nobody knows when: it may be any day, and is none for certain.
        ("XXXX", "1984", True, False),
        ("XXXX", "1985/..", True, False),
        ("1984", "XXXX", True, True),
    ],
)
def test_how_two_dates_stand_to_each_other(a: str, b: str, overlaps: bool, within: bool) -> None:  # noqa: FBT001 - a row of the table
    first, second = parse_edtf(a), parse_edtf(b)
    assert (first.overlaps(second), first.within(second)) == (overlaps, within)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("1984-11-26", ((19841126, 19841126),)),
        ("1985/", ((19850101, ENDLESS_FUTURE),)),
        ("../1930", ((ENDLESS_PAST, 19301231),)),
        ("-0043", ((-43 * 10_000 + 101, -43 * 10_000 + 1231),)),
        ("0000", ((101, 1231),)),
        ("[1863,1866]", ((18630101, 18631231), (18660101, 18661231))),
        ("Y900000000000000", ((9 * 10**18 + 101, 9 * 10**18 + 1231),)),
        ("XXXX", ((ENDLESS_PAST, ENDLESS_FUTURE),)),
    ],
)
def test_an_index_gets_closed_intervals_of_integers(text: str, spans: tuple[tuple[int, int], ...]) -> None:
    assert parse_edtf(text).spans() == spans
