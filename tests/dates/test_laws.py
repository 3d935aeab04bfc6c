"""Laws that hold for all dates, and for all texts."""

# ruff: noqa: RUF001 - spans are shown with an en dash, here as there

import contextlib
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from narcotl.dates import (
    ENDLESS_FUTURE,
    ENDLESS_PAST,
    Day,
    End,
    FuzzyDate,
    day_number,
    explain,
    parse,
    parse_edtf,
    period,
)
from narcotl.errors import DateError
from tests.dates.strategies import ANY_TEXTS, EDTF_TEXTS, SINGLE_TEXTS, WORDS, dates

RELATIVE_WORDS = frozenset(
    {"today", "yesterday", "tomorrow", "this", "last", "next", "past", "previous", "ago", "current"}
)
TODAYS = [(2026, 1, 31), (2024, 2, 29), (2025, 12, 31)]


def parse_today(text: str) -> FuzzyDate:
    return parse(text, today=(2026, 11, 22))


def refused(read: Callable[[str], object], text: str) -> DateError | None:
    """Read a text and give the error, if there is one."""
    try:
        read(text)
    except DateError as error:
        return error
    return None


@given(dates())
def test_a_date_written_and_read_is_the_same(date: FuzzyDate) -> None:
    assert parse_edtf(str(date)) == date
    assert all(parse_edtf(str(member)) == member for member in date.members)


@given(EDTF_TEXTS)
def test_what_people_type_may_be_edtf(text: str) -> None:
    error = refused(parse, text)
    assert "can " in error.message if error else parse(text) == parse_edtf(text)


@given(dates())
def test_a_date_does_not_end_before_it_begins(date: FuzzyDate) -> None:
    assert date.earliest is None or date.latest is None or date.earliest <= date.latest


@given(dates())
def test_a_bound_is_there_if_and_only_if_its_end_is_known(date: FuzzyDate) -> None:
    assert (date.earliest is not None) == (date.start is End.KNOWN)
    assert (date.latest is not None) == (date.end is End.KNOWN)


@given(dates())
def test_the_bounds_of_a_date_are_the_hull_of_its_spans(date: FuzzyDate) -> None:
    spans = date.spans()
    assert len(spans) == max(1, len(date.members))
    assert min(first for first, _ in spans) == (day_number(date.earliest) if date.earliest else ENDLESS_PAST)
    assert max(last for _, last in spans) == (day_number(date.latest) if date.latest else ENDLESS_FUTURE)
    assert all(-(2**63) <= first <= last < 2**63 for first, last in spans)


@given(SINGLE_TEXTS, st.sampled_from("?~%"))
def test_a_mark_never_moves_a_bound(text: str, mark: str) -> None:
    assume(text[-1] not in "?~%")
    marked, bare = parse_edtf(text + mark), parse_edtf(text)
    assert (marked.earliest, marked.latest) == (bare.earliest, bare.latest)


@given(dates(), dates())
def test_overlapping_goes_both_ways(a: FuzzyDate, b: FuzzyDate) -> None:
    assert a.overlaps(b) == b.overlaps(a)


@given(dates(), dates())
def test_what_lies_within_overlaps(a: FuzzyDate, b: FuzzyDate) -> None:
    assert not a.within(b) or a.overlaps(b)


@given(dates())
def test_a_date_lies_within_itself(date: FuzzyDate) -> None:
    assert date.within(date)
    assert date.overlaps(date)


@given(dates(), dates(), dates())
def test_lying_within_carries_on(a: FuzzyDate, b: FuzzyDate, c: FuzzyDate) -> None:
    assert not (a.within(b) and b.within(c)) or a.within(c)


@given(st.integers(1, 12), st.integers(1, 28), st.integers(0, 9999))
def test_saying_more_never_widens_the_bounds(month: int, day: int, year: int) -> None:
    texts = [
        f"{year:04d}-{month:02d}-{day:02d}",
        f"{year:04d}-{month:02d}",
        f"{year:04d}",
        f"{year // 10:03d}X",
        f"{year // 100:02d}XX",
    ]
    told = [parse_edtf(text) for text in texts]
    assert all(finer.within(coarser) for finer, coarser in pairwise(told))


@given(st.lists(dates(), max_size=6))
def test_the_order_is_total_and_its_text_agrees(several: list[FuzzyDate]) -> None:
    by_key = sorted(several, key=lambda date: date.sort_key)
    by_text = sorted(several, key=lambda date: date.order_text.encode())
    assert by_key == by_text
    for a in several:
        for b in several:
            assert (a.sort_key == b.sort_key) == (a.order_text == b.order_text)


@given(dates())
def test_the_order_text_is_ascii_of_one_width(date: FuzzyDate) -> None:
    assert len(date.order_text) == 41
    assert date.order_text.isdigit()
    assert date.order_text.isascii()


@given(dates())
def test_json_has_every_key_and_only_plain_values(date: FuzzyDate) -> None:
    told = date.to_json()
    assert list(told) == ["edtf", "text", "earliest", "latest", "start", "end", "precision", "approximate", "uncertain"]
    assert {type(value) for value in told.values()} <= {str, bool, type(None)}


@given(dates())
def test_what_is_shown_reads_as_the_same_days_if_it_reads_at_all(date: FuzzyDate) -> None:
    with contextlib.suppress(DateError):
        again = parse(date.text)
        assert again.spans() == date.spans() or (again.earliest, again.latest) == (date.earliest, date.latest)
        assert (again.start, again.end) == (date.start, date.end)


@pytest.mark.parametrize(
    "text", ["since the 1920s", "until june 1930", "12–15 March 1990", "c. 1965–1975?", "44 BC – AD 14"]
)
def test_what_is_shown_often_reads(text: str) -> None:
    assert parse(parse(text).text) == parse(text)


@given(ANY_TEXTS)
@example("99999999999999999999")
@example("\uff11\uff19\uff18\uff14")
@example("\uff11/1989")
@example("9" * 10_000)
@example("1984-" * 2_000)
@example("[" + "1984," * 2_000)
@example("?" * 10_000)
@example("- " * 5_000)
@example("circa " * 20)
@example("\x00")
@example("\ud800")
@example("\u0130")
def test_no_text_raises_anything_but_the_one_error(text: str) -> None:
    for read in (parse_edtf, parse_today, lambda typed: period(since=typed, during=typed)):
        error = refused(read, text)
        assert error is None or ("\n" not in error.message and len(error.message) <= 160 and len(error.hint) <= 160)


@given(WORDS)
def test_only_relative_words_depend_on_today(text: str) -> None:
    assume(not RELATIVE_WORDS & set(text.split()))
    assert len({outcome(text, today) for today in [None, *TODAYS]}) == 1


@given(WORDS)
def test_what_is_typed_means_its_edtf(text: str) -> None:
    with contextlib.suppress(DateError):
        found = explain(text, today=(2026, 11, 22))
        assert parse_edtf(found.date.edtf) == found.date


@given(WORDS)
def test_capitals_spaces_and_dashes_do_not_matter(text: str) -> None:
    today = (2026, 11, 22)
    plain = outcome(text, today)
    assert outcome(f"  {text.upper()} ".replace(" ", "\u00a0 "), today) == plain
    assert outcome(text.replace("-", "\u2013"), today) in (plain, "refused")


def outcome(text: str, today: Day | None) -> str:
    try:
        return parse(text, today=today).edtf
    except DateError:
        return "refused"
