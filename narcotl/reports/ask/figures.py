"""What speaks for a figure that may answer: its measure, its unit, and whether it says what is or what shall be."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from narcotl.reports.ask.evidence import Evidence
from narcotl.reports.ask.heads import Head
from narcotl.reports.ask.scores import Sign
from narcotl.reports.ask.understood import Understood
from narcotl.reports.ask.units import COUNTED, RELATIVE, fits_unit, wants_measured, wants_relative
from narcotl.reports.ask.wanted import Wanted

_RULES: Final = (
    r"\b(limit|legal|lawful|law|allow\w*|permit\w*|permission|may|target|goal|plan\w*|aim\w*|inten\w+|want\w*|promis\w+"
    r"|should|would|cap|quota|maximum|ceiling|gone|remove)\b"
)
"""Words that ask for what shall be, and not for what is or was."""
_NUMBERS: Final = r"\b(how (long|many|much)|figures?|numbers?|data|estimates?|counts?|statistics|lengths?|values?)\b"


class Figures:
    """Judges the figures that may answer one question."""

    def __init__(self, asked: Understood, evidence: Evidence) -> None:
        """Take what is asked for and what was found."""
        self.asked = asked
        self.question = asked.question.lower()
        self.measures = [
            (name.text, fits) for name, fits in zip(asked.named, evidence.names, strict=True) if name.kind == "measure"
        ]
        self.known: dict[str, float] = {}

    @cached_property
    def is_of_rules(self) -> bool:
        """Whether it is asked what shall be."""
        return bool(re.search(_RULES, self.question))

    @cached_property
    def is_relative(self) -> bool:
        """Whether a share, a change or a rank is asked for."""
        return wants_relative(self.asked.question)

    @cached_property
    def is_measured(self) -> bool:
        """Whether it is asked for what is not counted one by one."""
        return wants_measured(self.asked.question)

    def unit(self, head: Head) -> float:
        """Say whether a figure counts what is asked for; each unit is looked at once."""
        unit = head.unit or ""
        if unit not in self.known:
            self.known[unit] = fits_unit(self.asked.question, unit)
        return self.known[unit]

    def is_beside(self, head: Head) -> bool:
        """Say whether a figure counts something else, or says what shall be though that is not asked."""
        return self.unit(head) < 0 or (head.rule and not self.is_of_rules)

    def signs(self, head: Head) -> Iterator[Sign]:
        """Say whether a figure is of the measure that is named, and of the sort that is asked for."""
        if not {*self.asked.wanted} & {Wanted.HOW_MUCH, Wanted.AGREEMENT}:
            return
        if head.missing:
            yield Sign("nobody gives the number", 1.0)
        for text, fits in self.measures:
            if fits.get(head.number, 0.0):
                yield Sign("measure", 1.0, f"measure {text}")
        if Wanted.HOW_MUCH in self.asked.wanted:
            yield from self.amounts(head)
        if Wanted.AGREEMENT in self.asked.wanted and re.search(_NUMBERS, self.question):
            yield Sign("a figure, as asked for", 1.0)

    def amounts(self, head: Head) -> Iterator[Sign]:
        """Say whether a figure counts in the way that is asked for."""
        told = f"a figure in {head.unit}"
        if head.rule:
            yield Sign("a figure of what shall be, as asked for", 1.0)
        if (head.unit in RELATIVE) != self.is_relative:
            yield Sign("unit", -1.0, told)
        elif fit := self.unit(head):
            yield Sign("unit", fit, told)
        elif head.unit in COUNTED and self.is_measured:
            yield Sign("counted, not measured", 1.0)
