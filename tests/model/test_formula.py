"""Formulas are worked out exactly, and whatever is none says so and does nothing."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narcotl.errors import NarcotlError
from narcotl.model.formula import FormulaError, worked_out

VALUES = {"coca-2017": Fraction(31000), "opium-production-to-consumption-2007": Fraction(2)}


@pytest.mark.parametrize(
    ("formula", "low", "high"),
    [
        ("1975 - 1965", 10, 10),
        ("49800 ha / 1.13", Fraction(4980000, 113), Fraction(4980000, 113)),
        ("(22000 - 12000) / 12000 * 100", Fraction(250, 3), Fraction(250, 3)),
        ("835000 / (1 + 400/100)", 167000, 167000),
        ("800 + 300 to 800 + 500", 1100, 1300),
        ("coca-2017 - 22000 ha", 9000, 9000),
        ("8200 / opium-production-to-consumption-2007", 4100, 4100),
        ("-(2 - 3) * --2", 2, 2),
        ("2 - 3 - 4", -5, -5),
        ("8 / 4 / 2", 1, 1),
    ],
)
def test_formulas_are_worked_out_exactly(formula: str, low: Fraction, high: Fraction) -> None:
    assert worked_out(formula, VALUES.get) == (low, high)


@pytest.mark.parametrize(
    ("formula", "message"),
    [
        ("", "it ends too early"),
        ("1 +", "it ends too early"),
        ("(1 + 2", "a parenthesis is not closed"),
        ("1 2", "'2' is not expected there"),
        ("1 + * 2", "'*' is not expected there"),
        ("1 / (2 - 2)", "it divides by zero"),
        ("more than half of 500", "'more' is not the id of a figure with a single value"),
        ("1 to 2 to 3", "it has more than two ends"),
        ("__import__('os')", "'__import__('os')' is neither a number nor an id nor a sign"),
        ("9 ** 9", "'*' is not expected there"),
        ("(" * 60 + "1" + ")" * 60, "it is nested more than 50 levels deep"),
        ("-" * 900 + "1", "it is nested more than 50 levels deep"),
        ("1+" * 600 + "1", "it has more than 1000 characters"),
    ],
)
def test_what_is_no_formula_says_why(formula: str, message: str) -> None:
    with pytest.raises(FormulaError) as failure:
        worked_out(formula, VALUES.get)
    assert failure.value.message == message


@given(st.text(alphabet="0123456789.+-*/() abto\u0663", max_size=40))
def test_no_text_breaks_the_reader(text: str) -> None:
    try:
        low, high = worked_out(text, VALUES.get)
    except NarcotlError:
        return
    assert isinstance(low, Fraction)
    assert isinstance(high, Fraction)
