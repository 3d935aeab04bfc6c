"""Days without datetime, which ends at year 1: checked against it where it reaches."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narcotl.dates.days import Day, day_after, day_before, day_number, day_text, is_leap, weekday, year_text

DAYS_OF_OUR_ERA = st.dates(date(1, 1, 2), date(9999, 12, 30))


def as_day(day: date) -> Day:
    return day.year, day.month, day.day


@given(DAYS_OF_OUR_ERA)
def test_the_next_day_and_the_day_before_are_those_of_the_calendar(day: date) -> None:
    assert day_after(as_day(day)) == as_day(day + timedelta(days=1))
    assert day_before(as_day(day)) == as_day(day - timedelta(days=1))


@given(DAYS_OF_OUR_ERA)
def test_the_weekday_is_that_of_the_calendar(day: date) -> None:
    assert weekday(as_day(day)) == day.weekday()
    # The calendar repeats after 400 years, also before year 1.
    assert weekday((day.year - 12_000, day.month, day.day)) == day.weekday()


@given(st.tuples(st.integers(-20_000, 20_000), st.integers(1, 12), st.integers(1, 28)))
def test_numbers_of_days_have_the_order_of_days(day: Day) -> None:
    assert day_number(day_before(day)) < day_number(day) < day_number(day_after(day))
    assert day_after(day_before(day)) == day


@pytest.mark.parametrize(
    ("year", "leap"), [(2000, True), (1900, False), (2024, True), (2023, False), (0, True), (-4, True), (-100, False)]
)
def test_leap_years_are_those_of_the_gregorian_calendar(year: int, leap: bool) -> None:  # noqa: FBT001 - a row of the table
    assert is_leap(year) is leap


@pytest.mark.parametrize(
    ("year", "text"),
    [
        (1984, "1984"),
        (79, "0079"),
        (0, "0000"),
        (-43, "-0043"),
        (9999, "9999"),
        (10_000, "Y10000"),
        (-9999, "-9999"),
        (-10_000, "Y-10000"),
    ],
)
def test_years_are_written_as_edtf_writes_them(year: int, text: str) -> None:
    assert year_text(year) == text
    assert day_text((year, 1, 2)) == f"{text}-01-02"
