"""How a figure was computed: a formula of numbers, ids of figures and + - * / ( ), worked out exactly.

A number may bear its unit (`31000 ha - 22000 ha`), and a range has two formulas (`1 + 2 to 1 + 3`). Nothing is run.
"""

import re
from collections.abc import Callable
from fractions import Fraction
from typing import Final

from narcotl.errors import NarcotlError
from narcotl.model.units import UNITS

LONGEST: Final = 1_000
"""How many characters a formula may have."""
DEEPEST: Final = 50
"""How deeply its parentheses may be nested."""

_TOKEN: Final = re.compile(r"\s*(?:(?P<number>\d+(?:\.\d+)?)|(?P<name>[A-Za-z][\w-]*)|(?P<sign>[-+*/()]))\s*", re.ASCII)


class FormulaError(NarcotlError):
    """A formula that cannot be worked out."""


def worked_out(formula: str, value_of: Callable[[str], Fraction | None]) -> tuple[Fraction, Fraction]:
    """Work out a formula: the two ends of what it gives, which are the same unless it is a range.

    The values of ids come from `value_of`, which gives None for what has no single value.
    """
    if len(formula) > LONGEST:
        raise FormulaError(f"it has more than {LONGEST} characters")
    results = [_Formula(part.strip(), value_of).result() for part in re.split(r"\sto\s", formula)]
    if len(results) > 2:  # noqa: PLR2004 - a range has two ends
        raise FormulaError("it has more than two ends")
    return results[0], results[-1]


class _Formula:
    """One expression, read from left to right: a sum of products of numbers, ids and parentheses."""

    def __init__(self, text: str, value_of: Callable[[str], Fraction | None]) -> None:
        self.value_of = value_of
        self.tokens: list[tuple[str, str]] = []
        self.place = 0
        self.depth = 0
        end = 0
        while end < len(text):
            found = _TOKEN.match(text, end)
            if found is None:
                raise FormulaError(f"'{text[end:].split(maxsplit=1)[0][:20]}' is neither a number nor an id nor a sign")
            self.tokens.append((str(found.lastgroup), str(found[found.lastgroup or 0])))
            end = found.end()

    def result(self) -> Fraction:
        """Work out the whole."""
        value = self.sum()
        if self.place < len(self.tokens):
            raise FormulaError(f"'{self.tokens[self.place][1]}' is not expected there")
        return value

    def sum(self) -> Fraction:
        """Work out what plus and minus join."""
        value = self.product()
        while (sign := self.taken("+", "-")) is not None:
            part = self.product()
            value = value + part if sign == "+" else value - part
        return value

    def product(self) -> Fraction:
        """Work out what times and divided-by join."""
        value = self.operand()
        while (sign := self.taken("*", "/")) is not None:
            part = self.operand()
            if sign == "/" and not part:
                raise FormulaError("it divides by zero")
            value = value * part if sign == "*" else value / part
        return value

    def operand(self) -> Fraction:
        """Work out a number, an id, a parenthesis, or the opposite of one of them."""
        if self.taken("-") is not None:
            return -self.nested(self.operand)
        if self.taken("(") is not None:
            value = self.nested(self.sum)
            if self.taken(")") is None:
                raise FormulaError("a parenthesis is not closed")
            return value
        if self.place == len(self.tokens):
            raise FormulaError("it ends too early")
        kind, text = self.tokens[self.place]
        self.place += 1
        if kind == "number":
            self.unit()
            return Fraction(text)
        if kind == "sign":
            raise FormulaError(f"'{text}' is not expected there")
        found = self.value_of(text)
        if found is None:
            raise FormulaError(f"'{text}' is not the id of a figure with a single value")
        return found

    def nested(self, inner: Callable[[], Fraction]) -> Fraction:
        """Go one level deeper, up to a limit."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise FormulaError(f"it is nested more than {DEEPEST} levels deep")
        value = inner()
        self.depth -= 1
        return value

    def unit(self) -> None:
        """Read over the unit of a number."""
        if self.place < len(self.tokens) and self.tokens[self.place][1] in UNITS:
            self.place += 1

    def taken(self, *signs: str) -> str | None:
        """Take the next token if it is one of these signs."""
        if self.place < len(self.tokens) and self.tokens[self.place] in {("sign", sign) for sign in signs}:
            self.place += 1
            return self.tokens[self.place - 1][1]
        return None
