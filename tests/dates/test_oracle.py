"""The same bounds as python-edtf, wherever that is right."""

import contextlib
import io
from typing import Any

import edtf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narcotl.dates import Day, parse_edtf
from tests.dates.test_edtf import DECIDED, EXAMPLES

# Where python-edtf 5.0.2 differs, and why its answer is not taken.
WINTERS_THAT_END_WITH_THE_YEAR = {"2001-24", "1999-24", "2001-28", "2001-30", "9999-24"}
ENDS_INVENTED_TEN_YEARS_AWAY = {text for text in EXAMPLES if text.startswith("/") or text.endswith("/")}
YEARS_0_TO_9999_FOR_NO_YEAR_AT_ALL = {"XXXX", "XXXX-XX-XX", "XXXX/1985", "[1984,XXXX]"}
DAYS_THAT_DO_NOT_EXIST = {"199X-02-29", "-000X"}
FORMS_THAT_IT_DOES_NOT_READ = {"1984-1X", "-1984-1X", "1985-0X-31", "1984-11-2X", "198X-21", "2001-21?", "192X/.."}
SIGNIFICANT_DIGITS = {text for text in EXAMPLES | DECIDED if "S" in text}
OTHERWISE = (
    WINTERS_THAT_END_WITH_THE_YEAR
    | ENDS_INVENTED_TEN_YEARS_AWAY
    | YEARS_0_TO_9999_FOR_NO_YEAR_AT_ALL
    | DAYS_THAT_DO_NOT_EXIST
    | FORMS_THAT_IT_DOES_NOT_READ
)

YEARS = st.integers(0, 9999).map("{:04d}".format)
LEVEL_0_AND_1 = st.one_of(
    YEARS,
    YEARS.map(lambda year: f"{year[:3]}X"),
    YEARS.map(lambda year: f"{year[:2]}XX"),
    st.builds("{}-{:02d}{}".format, YEARS, st.integers(1, 12), st.sampled_from(["", "~", "?", "%"])),
    st.builds("{}-{:02d}-{:02d}".format, YEARS, st.integers(1, 12), st.integers(1, 28)),
    st.builds("{}-{}".format, YEARS, st.integers(21, 23)),
    st.builds("{}-{:02d}-XX".format, YEARS, st.integers(1, 12)),
    st.builds("Y{}".format, st.integers(10_000, 10**9)),
    st.builds(lambda first, count: f"{first:04d}/{first + count:04d}-06", st.integers(0, 9000), st.integers(0, 900)),
)


def asked(text: str, bounds: str) -> tuple[Day | None, Day | None]:
    """Ask python-edtf for the bounds of a date, and keep what it prints to itself."""
    with contextlib.redirect_stdout(io.StringIO()):
        found = edtf.parse_edtf(text)
        first, last = getattr(found, f"lower_{bounds}")(), getattr(found, f"upper_{bounds}")()
    return _day(first), _day(last)


def _day(found: Any) -> Day | None:
    return None if isinstance(found, float) else (found[0], found[1], found[2])


@pytest.mark.parametrize("text", sorted((EXAMPLES | DECIDED).keys() - OTHERWISE - SIGNIFICANT_DIGITS))
def test_python_edtf_agrees(text: str) -> None:
    date = parse_edtf(text)
    assert (date.earliest, date.latest) == asked(text, "strict")


@pytest.mark.parametrize("text", sorted(SIGNIFICANT_DIGITS - {"-1859S2"}))
def test_python_edtf_agrees_on_significant_digits(text: str) -> None:
    date = parse_edtf(text)
    assert (date.earliest, date.latest) == asked(text, "fuzzy")


@given(LEVEL_0_AND_1)
@settings(max_examples=40)
def test_python_edtf_agrees_on_any_plain_date(text: str) -> None:
    date = parse_edtf(text)
    assert (date.earliest, date.latest) == asked(text, "strict")
