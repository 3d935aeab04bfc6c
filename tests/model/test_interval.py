"""What a figure leaves open: exact examples, and the laws of intervals and units."""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from narcotl.model.interval import Interval, exact, interval, last_place
from narcotl.model.units import FACTORS, factor
from narcotl.model.vocab.figure import Operator

NUMBERS = st.fractions(min_value=-1_000_000, max_value=1_000_000, max_denominator=1000)
OPERATORS = st.sampled_from([str(operator) for operator in Operator])
UNITS = st.sampled_from(sorted(FACTORS))


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = sorted((draw(NUMBERS), draw(NUMBERS)))
    return interval(low, draw(st.sampled_from([low, high])), draw(OPERATORS))


@pytest.mark.parametrize(
    ("op", "other", "meets"),
    [
        ("=", 60_000, True),
        ("=", 60_001, False),
        ("<~", 59_500, True),
        ("<~", 57_000, True),
        ("<~", 56_999, False),
        ("<~", 60_001, False),
        ("~", 63_000, True),
        ("~", 63_001, False),
        ("~", 57_000, True),
        ("<", 60_000, False),
        ("<", 59_999, True),
        ("<=", 60_000, True),
        ("<=", 60_001, False),
        (">", 60_000, False),
        (">", 60_001, True),
        (">=", 60_000, True),
        (">=", 59_999, False),
    ],
)
def test_a_bound_allows_what_its_words_allow(op: str, other: int, *, meets: bool) -> None:
    assert interval(60_000, 60_000, op).meets(interval(other, other, "=")) is meets


def test_without_slack_a_rounding_word_is_taken_at_its_value() -> None:
    assert interval(60_000, 60_000, "<~", Fraction(0)) == interval(60_000, 60_000, "=")


def test_what_is_nearly_lost_is_a_little_less() -> None:
    assert interval(-20, -20, "<~") == Interval(low=Fraction(-20), high=Fraction(-19))


def test_numbers_are_read_as_they_are_written() -> None:
    assert exact(0.1) == Fraction(1, 10)
    assert last_place(26.5) == Fraction(1, 10)
    assert last_place(1146) == 1


@given(intervals(), intervals())
def test_meeting_is_mutual_and_leaves_no_gap(one: Interval, other: Interval) -> None:
    assert one.meets(other) == other.meets(one)
    assert one.gap(other) == other.gap(one)
    assert not (one.meets(other) and one.gap(other))


@given(intervals())
def test_every_interval_meets_itself(one: Interval) -> None:
    assert one.meets(one)


@given(intervals(), intervals(), st.fractions(min_value=0, max_value=1000))
def test_widening_never_parts_two_that_meet(one: Interval, other: Interval, by: Fraction) -> None:
    assume(one.meets(other))
    assert one.widened(by).meets(other)


@given(NUMBERS, UNITS, UNITS)
def test_a_number_comes_back_from_another_unit_as_it_went(number: Fraction, unit: str, to: str) -> None:
    there, back = factor(unit, to), factor(to, unit)
    assert (there is None) == (back is None) == (FACTORS[unit][0] != FACTORS[to][0])
    if there is not None and back is not None:
        assert number * there * back == number


@given(intervals(), intervals(), UNITS, UNITS)
def test_another_unit_changes_nothing_between_two(one: Interval, other: Interval, unit: str, to: str) -> None:
    times = factor(unit, to)
    if times is not None:
        assert one.meets(other) == one.scaled(times).meets(other.scaled(times))
