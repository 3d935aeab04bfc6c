"""The errors for texts that are no dates: one short line, and what to write instead."""

from typing import Final

from narcotl.errors import DateError

LONGEST_EXCERPT: Final = 40


def excerpt(text: str) -> str:
    """Quote a text for a message: on one line, control characters escaped, cut when long."""
    return repr(text if len(text) <= LONGEST_EXCERPT else text[: LONGEST_EXCERPT - 3] + "...")


def not_a_date(text: str, why: str, hint: str = "") -> DateError:
    """Make the error that says why a text is no date, and in the hint what to write."""
    return DateError(f"{excerpt(text)} is not a date: {why}", hint)
