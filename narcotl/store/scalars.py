"""Turn the texts of a store into texts, numbers, truths, dates and words, or into problems."""

from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from narcotl.dates import FuzzyDate, parse, parse_edtf
from narcotl.errors import DateError, choice, did_you_mean, nearest
from narcotl.model.vocab.base import Word
from narcotl.model.vocab.words import VOCABULARIES
from narcotl.store.nodes import Node
from narcotl.store.scope import Scope

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_TEXT = 100_000
"""The longest text, in characters, that a field may hold."""
MAX_DIGITS = 15
"""How many significant digits a number may have: what JSON numbers carry without loss everywhere."""

MAX_EXPONENT = 300
"""How far from one a number may be, in powers of ten: what JSON numbers carry everywhere."""


class Invalid(Enum):
    """The value of what could not be decoded; the problem is in the scope."""

    INVALID = 0


INVALID: Final = Invalid.INVALID


def excerpt(text: str, length: int = 40) -> str:
    """Shorten a text for a message, and show its control characters as escapes."""
    short = text if len(text) <= length else text[: length - 1] + "…"
    return short.encode("unicode_escape").decode("ascii") if not short.isprintable() else short


def text(node: Node, scope: Scope) -> Any:
    """Read a text."""
    if not isinstance(node, str):
        what = "nothing" if node is None else "a list" if isinstance(node, list) else "a mapping"
        scope.problem(node, f"a text is needed here, not {what}", "Put it in quotes if it begins with [ or {.")
        return INVALID
    if len(node) > MAX_TEXT:
        scope.problem(node, f"a text of {len(node)} characters; the limit is {MAX_TEXT}")
        return INVALID
    return node


def truth(node: Node, scope: Scope) -> Any:
    """Read `true` or `false`."""
    if node == "true":
        return True
    if node == "false":
        return False
    scope.problem(node, f"'{excerpt(str(node))}' is neither true nor false", "Write `true` or `false`.")
    return INVALID


def number(node: Node, scope: Scope) -> Any:
    """Read a decimal number, written in digits without separators."""
    written = text(node, scope)
    if written is INVALID:
        return INVALID
    try:
        value = Decimal(written) if written.isascii() and len(written) <= 2 * MAX_DIGITS else Decimal("NaN")
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite() or "_" in written or not fits(value):
        hint = f"Write it in digits with a point, such as 49800 or 0.5; at most {MAX_DIGITS} significant digits."
        scope.problem(node, f"'{excerpt(written)}' is not a number", hint)
        return INVALID
    return value


def fits(value: Decimal) -> bool:
    """Tell whether a finite number has few enough digits, written out or not."""
    digits = "".join(map(str, value.as_tuple().digits)).strip("0")
    return len(digits) <= MAX_DIGITS and (not digits or abs(value.adjusted()) <= MAX_EXPONENT)


def date(node: Node, scope: Scope) -> Any:
    """Read an EDTF date; what a person would type is refused with its EDTF form."""
    if isinstance(node, dict) and isinstance(node.get("edtf"), str):
        node = node["edtf"]
    if not isinstance(node, str):
        scope.problem(node, "a date must be a text", 'Put a set in quotes: "[1863,1864]" or "{1960,1961-12}".')
        return INVALID
    try:
        return parse_edtf(node)
    except DateError as error:
        scope.problem(node, error.message, edtf_for(node) or error.hint, rule="date")
        return INVALID


def edtf_for(written: str) -> str:
    """Propose the EDTF form of a date that a person would understand."""
    try:
        found: FuzzyDate = parse(written)
    except DateError:
        return ""
    return f"Stored dates are EDTF: write `{found.edtf}`."


def word(vocabulary: type[Word]) -> "Callable[[Node, Scope], Any]":
    """Make the reader of a word of a vocabulary."""
    words = {str(member.value): member for member in vocabulary}
    name = next(name for name, listed in VOCABULARIES.items() if listed is vocabulary)

    def decode(node: Node, scope: Scope) -> Any:
        found = words.get(node) if isinstance(node, str) else None
        if found is None:
            written = excerpt(str(node))
            near = [f"`{word}`" for word in nearest(written, words, 1)]
            explained = did_you_mean(near, choice(words), f"`narcotl vocab {name}` explains them.")
            scope.problem(node, f"'{written}' is not one of the words of {name}", explained, rule="vocabulary")
            return INVALID
        return found

    return decode
