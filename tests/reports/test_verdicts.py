"""The verdict when two figures meet: exact examples, and the laws that hold whatever they say."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from narcotl.dates import parse_edtf
from narcotl.model.vocab.figure import Operator, Verdict
from narcotl.reports.verdicts import meeting

PERIODS = st.sampled_from(["2016", "2017", "2017-06", "2013/2017", "2017~", "2017/..", "/2017", "XXXX"])
AMOUNTS = st.one_of(
    st.integers(min_value=0, max_value=300).map(lambda number: number * 1000),
    st.decimals(min_value=0, max_value=100, places=2).map(float),
)


def figure(name: str = "one", **fields: object) -> dict[str, Any]:
    """Make the row of a figure, of 31,000 ha in Bolivia in 2017 by the ONDCP where nothing else is said."""
    row: dict[str, Any] = {
        "id": name,
        "measure": {"id": "coca", "name": "Area under coca"},
        "region": {"id": "bolivia", "name": "Bolivia"},
        "period": "2017",
        "value": 31000,
        "low": None,
        "high": None,
        "op": "=",
        "unit": "ha",
        "agency": {"id": "ondcp", "name": "ONDCP"},
        "vintage": "2018",
        "missing": None,
        "scope": None,
        **fields,
    }
    dates = {key: row[key] and parse_edtf(row[key]).to_json() for key in ("period", "vintage")}
    return {**row, **dates}


UN: Mapping[str, object] = {"agency": {"id": "un", "name": "UN"}}


@st.composite
def figures(draw: st.DrawFn) -> dict[str, Any]:
    value = draw(AMOUNTS)
    missing = draw(st.sampled_from([None, None, None, "unknown"]))
    return figure(
        draw(st.sampled_from(["one", "other"])),
        value=None if missing else value,
        missing=missing,
        op=draw(st.sampled_from([str(operator) for operator in Operator])),
        unit=draw(st.sampled_from(["ha", "acre", "km2", "t", "ton-unspecified", "usd"])),
        period=draw(PERIODS),
        vintage=draw(st.sampled_from([None, "2018", "2019", "2018-11"])),
        scope=draw(st.sampled_from([None, None, "planned"])),
        substance=draw(st.sampled_from([None, "coca"])),
        obs_status=draw(st.sampled_from([None, "estimate", "target", "rounded"])),
        agency=draw(st.sampled_from([None, {"id": "ondcp", "name": "ONDCP"}, {"id": "un", "name": "UN"}])),
    )


@pytest.mark.parametrize(
    ("other", "verdict", "reason"),
    [
        ({"value": 31000}, Verdict.AGREE, "31,000 ha (ONDCP) and 31,000 ha (UN) can both be true."),
        (
            {"value": 25000},
            Verdict.CONFLICT,
            "31,000 ha (ONDCP) and 25,000 ha (UN) differ by 6,000 ha, 24 percent of the smaller.",
        ),
        ({"op": "<~", "value": 32000}, Verdict.AGREE, "31,000 ha (ONDCP) and nearly 32,000 ha (UN) can both be true."),
        (
            {"op": ">", "value": 31000},
            Verdict.CONFLICT,
            "31,000 ha (ONDCP) and over 31,000 ha (UN) touch, and one of them leaves that number out.",
        ),
        (
            {"op": "~", "value": 40000},
            Verdict.CONFLICT,
            "31,000 ha (ONDCP) and about 40,000 ha (UN) differ by 9,000 ha, 29 percent of the smaller.",
        ),
        (
            {"unit": "acre", "value": 76603},
            Verdict.AGREE,
            "31,000 ha (ONDCP) and 76,603 acre (UN) can both be true.",
        ),
        (
            {"unit": "km2", "value": 300},
            Verdict.CONFLICT,
            "31,000 ha (ONDCP) and 300 km2 (UN) differ by 1,000 ha, 3.3 percent of the smaller.",
        ),
        ({"unit": "t"}, Verdict.NOT_COMPARABLE, "There is no factor between ha and t."),
        (
            {"unit": "ton-unspecified"},
            Verdict.NOT_COMPARABLE,
            "Which ton is meant is not said, so it has no factor.",
        ),
        (
            {"value": None, "missing": "not-given-in-material"},
            Verdict.OTHER_SIDE_MISSING,
            "No number of UN is known: not given in material.",
        ),
        ({"scope": "planned"}, Verdict.DIFFERENT_SCOPE, "They differ in scope: no scope named, and planned."),
        (
            {"obs_status": "target"},
            Verdict.DIFFERENT_SCOPE,
            "One is a statement of what is or was, the other a target.",
        ),
        (
            {"period": "2013/2017"},
            Verdict.DIFFERENT_SCOPE,
            "Their periods are not of the same length: 2017 and 2013\u20132017.",
        ),
        (
            {"period": "2017-06/2018-06"},
            Verdict.DIFFERENT_SCOPE,
            "Their periods share only a part: 2017 and June 2017 \u2013 June 2018.",
        ),
        ({"period": "2018"}, Verdict.NOT_COMPARABLE, "Their periods share no day: 2017 and 2018."),
        (
            {"period": "XXXX"},
            Verdict.NOT_COMPARABLE,
            "Whether they mean the same time is not known: 2017 and date unknown.",
        ),
        (
            {"region": {"id": "andes", "name": "Andes"}},
            Verdict.NOT_COMPARABLE,
            "They are figures of different places: Bolivia and Andes.",
        ),
        (
            {"obs_status": "rounded", "value": 32000},
            Verdict.AGREE,
            "31,000 ha (ONDCP) and 32,000 ha (UN) can both be true.",
        ),
    ],
)
def test_two_figures_meet(other: dict[str, object], verdict: Verdict, reason: str) -> None:
    met = meeting(figure(), figure("other", **{**UN, **other}))
    assert (met.verdict, met.reason) == (verdict, reason)


def test_the_same_agency_revises_what_it_said_before() -> None:
    met = meeting(figure(), figure("other", value=30000, vintage="2019"))
    assert met.verdict is Verdict.REVISION
    assert met.reason == (
        "ONDCP published 30,000 ha in 2019, after 2018: 31,000 ha (ONDCP) and 30,000 ha (ONDCP) differ by 1,000 ha, "
        "3.3 percent of the smaller."
    )


def test_what_the_same_agency_said_in_one_year_is_a_conflict() -> None:
    assert meeting(figure(), figure("other", value=30000, vintage="2018-11")).verdict is Verdict.CONFLICT


@pytest.mark.parametrize(
    ("nature", "verdict"),
    [("level", Verdict.AGREE), ("total", Verdict.DIFFERENT_SCOPE), (None, Verdict.DIFFERENT_SCOPE)],
)
def test_a_part_of_a_year_speaks_for_it_only_of_a_level(nature: str | None, verdict: Verdict) -> None:
    assert meeting(figure(), figure("other", **UN, period="2017-06"), nature).verdict is verdict


def test_a_difference_is_told_in_plain_numbers() -> None:
    met = meeting(figure(), figure("other", **UN, value=None, low=20000, high=24000))
    assert met.difference is not None
    assert met.difference.to_json() == {
        "absolute": 7000,
        "percent": 29.2,
        "unit": "ha",
        "text": "7,000 ha, 29.2 percent of the smaller",
    }


@given(figures(), figures(), st.sampled_from([None, "level", "total"]))
def test_a_verdict_does_not_depend_on_who_comes_first(
    one: dict[str, Any], other: dict[str, Any], nature: str | None
) -> None:
    assert meeting(one, other, nature).verdict is meeting(other, one, nature).verdict


@given(figures())
def test_equal_figures_agree(one: dict[str, Any]) -> None:
    assume(not one["missing"] and one["unit"] != "ton-unspecified" and one["period"]["edtf"] != "XXXX")
    assert meeting(one, one).verdict is Verdict.AGREE


@given(
    st.integers(min_value=1000, max_value=100_000),
    st.fractions(min_value="0.9", max_value="1.1", max_denominator=100),
    st.sampled_from([str(operator) for operator in Operator]),
    st.integers(min_value=0, max_value=1000),
    st.integers(min_value=0, max_value=1000),
)
def test_widening_a_range_never_makes_a_conflict(value: int, near: Fraction, op: str, below: int, above: int) -> None:
    one, other = figure(value=value), figure("other", **UN, value=int(value * near), op=op)
    wider = {**one, "value": None, "low": value - below, "high": value + above}
    if meeting(one, other).verdict is Verdict.AGREE:
        assert meeting(wider, other).verdict is Verdict.AGREE
    else:
        assert meeting(one, other).verdict is Verdict.CONFLICT


@given(figures(), figures())
def test_a_verdict_says_by_how_much_only_if_numbers_disagree(one: dict[str, Any], other: dict[str, Any]) -> None:
    met = meeting(one, other)
    assert (met.difference is not None) == (met.verdict in (Verdict.CONFLICT, Verdict.REVISION))
    assert met.reason.endswith(".")
