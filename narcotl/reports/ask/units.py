"""In which units a question wants its number: in people, land, weight or money, or beside something else."""

import re

RELATIVE = ("percent", "ratio", "ordinal")
"""Units of figures that say how large something is beside something else."""
_RELATIVE_SIGNS = (
    r"\b(share|percent\w*|proportion|part|by how much|r(ise|ose|isen)|growth|f(all|ell)|drop\w*|increase\w*"
    r"|decrease\w*|change\w*"
    r"|times (more|as|larger|higher|bigger|the)|how many times|(doubl|tripl|quadrupl|multipl)\w+|twice"
    r"|rank|largest|tenfold|g[ao]\w* up|went up|how much of|how important|how far)\b|%"
)
_ABSOLUTE_SIGNS = r"\b(how many(?! times)|hectares|acres|tons|tonnes|dollars)\b"

_OF_UNITS = {
    ("persons",): (
        r"\b(how many|number of) (\w+ )?(people|persons|troops|addicts|m[ae]n|women|children|\w+(er|ier|or|ian|ist)s)\b"
    ),
    ("ha",): r"\b(hectares?|acres?|acreage|how much (land|ground)|how many fields)\b",
    ("t", "t/yr", "kg", "ton-unspecified"): r"\b(tons?|tonn?es?|kilos?|kilograms?|weigh\w*|tonnage)\b",
    ("usd", "usd/yr"): (
        r"\b(dollars?|money|revenues?|income|earn\w*|cost|costs|prices?|debts?|ow(e|es|ed|ing)|worth|value|profits?|paid)\b|\$"
    ),
    ("km",): r"\b(kilomet\w+|miles?|how (long|far) is|length)\b",
}
"""Words that say in which units a number is asked for."""
COUNTED = ("count", "persons")
"""Units of what is counted one by one: how many there are, and not how much."""
_MEASURED = r"\bhow much\b(?! of)"
_PEOPLE = r"\b([Hh]ow many|[Nn]umber of) [A-Z]\w+s\b"
"""Afghans and Britons are people."""


def fits_unit(question: str, unit: str) -> float:
    """Say whether a unit counts what is asked for: people, land, weight, money.

    One that counts another of these speaks against a figure.
    """
    text = re.sub(_PEOPLE, "how many people", question).lower()
    asked = [units for units, sign in _OF_UNITS.items() if re.search(sign, text)]
    if unit in RELATIVE or not asked:
        return 0.0
    if any(unit in units for units in asked):
        return 1.0
    return -1.0 if any(unit in units for units in _OF_UNITS) else 0.0


def wants_measured(question: str) -> bool:
    """Say whether a question asks for what is measured and not counted one by one."""
    return bool(re.search(_MEASURED, question.lower()))


def wants_relative(question: str) -> bool:
    """Say whether a question asks for a share, a change or a rank rather than for a number of things."""
    text = question.lower()
    return bool(re.search(_RELATIVE_SIGNS, text)) and not re.search(_ABSOLUTE_SIGNS, text)
