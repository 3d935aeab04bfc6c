"""The JSON of records, as far as it is written otherwise than by an encoder."""

import json

from hypothesis import given

from narcotl.dates import FuzzyDate
from narcotl.model.encode import date_text
from tests.dates.strategies import dates


@given(dates())
def test_a_date_is_written_as_it_says_itself(date: FuzzyDate) -> None:
    assert date_text(date) == json.dumps(date.to_json(), ensure_ascii=False, separators=(",", ":"))
