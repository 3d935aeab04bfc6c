"""Dates as sources give them: read from EDTF or from words, compared, ordered and shown.

The rules are in docs/dates.md. Nothing here asks for the time: what depends on today takes it as an argument.
"""

from narcotl.dates.days import ENDLESS_FUTURE, ENDLESS_PAST, Day, day_number, day_text
from narcotl.dates.edtf import parse_edtf
from narcotl.dates.model import FuzzyDate
from narcotl.dates.reading import Explanation, explain, parse
from narcotl.dates.vocabulary import End, Precision
from narcotl.dates.windows import Window, period

__all__ = [
    "ENDLESS_FUTURE",
    "ENDLESS_PAST",
    "Day",
    "End",
    "Explanation",
    "FuzzyDate",
    "Precision",
    "Window",
    "day_number",
    "day_text",
    "explain",
    "parse",
    "parse_edtf",
    "period",
]
