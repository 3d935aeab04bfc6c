"""Arithmetic that is no error: what a correction explains, and what is merely odd."""

from typing import Any

import pytest

from tests.conftest import StoreMaker
from tests.front_door import FrontDoor

START = """\
regions: [{id: here, name: Here, kind: country}]
sources: [{id: survey, type: report, title: Survey, issued: 2019, read: true}]
measures:
  - {id: coca, name: Area under coca, unit: ha, nature: level}
  - {id: profits, name: Share of profits, unit: percent, nature: share}
"""
SHARES = """\
figures:
  - {id: farmers, measure: profits, region: here, period: 2006, value: 40, unit: percent, scope: farmers,
     source: survey}
  - {id: traders, measure: profits, region: here, period: 2006, value: %s, unit: percent, scope: traders,
     source: survey}
"""
CORRECTION = """\
corrections:
  - id: correct-shares
    target: {source: survey, text: eighty percent}
    kind: arithmetic
    says: The traders get 80 percent.
    should_be: 60 percent, since the farmers get 40.
    basis: [survey]
    certainty: certain
    applies_to: [traders]
"""
SERIES = """\
figures:
  - {id: first, measure: coca, region: here, period: 2016, value: %s, unit: ha, source: survey}
  - {id: next, measure: coca, region: here, period: 2017, value: %s, unit: ha, %s, source: survey}
"""


def levels(narcotl: FrontDoor, make_store: StoreMaker, *parts: str) -> list[tuple[str, str]]:
    rows: Any = narcotl("check", "--json", "--store", str(make_store({"store.yaml": START + "".join(parts)}))).json
    return [(row["level"], row["message"]) for row in rows if row["rule"] != "unused-record"]


def test_a_finding_that_a_correction_names_is_a_note(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    found = levels(narcotl, make_store, SHARES % 80, CORRECTION)
    assert found == [("note", "the shares of one whole (farmers, traders) make 120 percent together")]


@pytest.mark.parametrize("share", ["60", "60.4"])
def test_shares_that_were_rounded_may_pass_the_whole_by_that(
    narcotl: FrontDoor, make_store: StoreMaker, share: str
) -> None:
    assert levels(narcotl, make_store, SHARES % share) == []


def test_a_series_that_jumps_by_the_factor_of_a_unit_is_odd(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    found = levels(narcotl, make_store, SERIES % (37500, 92664, "note: odd"))
    assert found == [("warning", "from 37,500 to 92,664 ha the series jumps by the factor between acre and ha")]


@pytest.mark.parametrize(
    ("first", "following", "rest"),
    [
        (37500, 60000, "note: a rise"),
        (44071, 49800, "change: {pct: 13, from: 2016}"),
        (44267, 49800, "change: {pct: 13, from: 2016}, previous: first"),
        (44071, 49800, "change: {pct: 13, from: 2015}, previous: first"),
        (44071, 49800, "also_written: [{value: 123000, unit: acre}, {value: 7, unit: usd}]"),
    ],
)
def test_what_fits_is_no_problem(
    narcotl: FrontDoor, make_store: StoreMaker, first: int, following: int, rest: str
) -> None:
    assert levels(narcotl, make_store, SERIES % (first, following, rest)) == []


@pytest.mark.parametrize("previous", ["", ", previous: first"])
def test_a_change_that_does_not_lead_there_is_an_error(
    narcotl: FrontDoor, make_store: StoreMaker, previous: str
) -> None:
    found = levels(narcotl, make_store, SERIES % (44071, 49800, f"change: {{pct: 20, from: 2016}}{previous}"))
    assert found == [("error", "from 44,071 to 49,800 is a change of 13 percent, not 20")]


def test_the_shipped_store_adds_up(narcotl: FrontDoor) -> None:
    answer = narcotl("check", "--json")
    assert [row for row in answer.json if row["rule"] == "arithmetic"] == []  # type: ignore[attr-defined]  # a list
