"""Days of any year: what can be typed, and on which of them a date lies."""

import pytest

from narcotl.dates import parse_edtf
from narcotl.dates.yearly import YearlyDays, day_of_any_year, yearly_days
from narcotl.errors import DateError

TODAY = (2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("06-01", (6, 1)),
        ("6-1", (6, 1)),
        ("--06-01", (6, 1)),
        ("june 1", (6, 1)),
        ("June 1st", (6, 1)),
        ("1 June", (6, 1)),
        ("june-1", (6, 1)),
        ("Dec. 20", (12, 20)),
        ("02-29", (2, 29)),
        ("29 february", (2, 29)),
        ("today", (11, 22)),
        ("yesterday", (11, 21)),
    ],
)
def test_what_can_be_typed(typed: str, day: tuple[int, int]) -> None:
    assert day_of_any_year(typed, TODAY) == day


@pytest.mark.parametrize(
    "typed", ["", "june", "13-01", "02-30", "june 31", "1989-06-01", "6/1", "monday", "june 1 1989"]
)
def test_what_is_refused(typed: str) -> None:
    with pytest.raises(DateError):
        day_of_any_year(typed, TODAY)


def days(*texts: str) -> set[tuple[int, int, int, bool]]:
    return {tuple(found) for found in yearly_days([parse_edtf(text) for text in texts])}  # type: ignore[misc]  # four


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("1989-12-20",), {(12, 20, 20, True)}),
        (("-0043-03-15",), {(3, 15, 15, True)}),
        (("1989-12-20~",), {(12, 20, 20, True)}),
        (("1989-12",), {(12, 1, 31, False)}),
        (("1988-02",), {(2, 1, 29, False)}),
        (("1989",), set()),
        (("198X",), set()),
        (("1989-22",), set()),
        (("1989/1990",), set()),
        (("1989-01/1989-12",), set()),
        (("XXXX",), set()),
        (("1989-12-20/1990-01-31",), {(12, 20, 20, True), (1, 31, 31, True)}),
        (("1990-03-12/1990-03-15",), {(3, 12, 15, False), (3, 12, 12, True), (3, 15, 15, True)}),
        (("1990-03-12/..",), {(3, 12, 12, True)}),
        (("1990-03/..",), set()),
        (("[1963-11-22,1963-11-24]",), {(11, 22, 22, False), (11, 24, 24, False)}),
        (("{1963-11-22,1963-11-24}",), {(11, 22, 22, True), (11, 24, 24, True)}),
        (("1989-12-20", "1989-12-21"), {(12, 20, 20, False), (12, 21, 21, False)}),
        (("1989-12-20", "1990-12-20"), {(12, 20, 20, True)}),
        ((), set()),
    ],
)
def test_the_days_of_dates(texts: tuple[str, ...], found: set[tuple[int, int, int, bool]]) -> None:
    assert days(*texts) == found


def test_exact_is_one_day_or_an_end() -> None:
    assert YearlyDays(6, 1, 1, exact=True) in yearly_days([parse_edtf("1989-06-01")])
