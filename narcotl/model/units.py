"""Units and their factors: conversion is exact, or it is refused."""

from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction

FACTORS: dict[str, tuple[str, Decimal]] = {
    "ha": ("area", Decimal(1)),
    "acre": ("area", Decimal("0.404686")),
    "sq_mi": ("area", Decimal("258.9988")),
    "km2": ("area", Decimal(100)),
    "t": ("mass", Decimal(1)),
    "kg": ("mass", Decimal("0.001")),
    "lb": ("mass", Decimal("0.000453592")),
    "short_ton": ("mass", Decimal("0.907185")),
    "km": ("length", Decimal(1)),
    "mi": ("length", Decimal("1.609344")),
}
"""Each convertible unit with its dimension and its factor to the first unit of that dimension."""

UNITS = frozenset(FACTORS) | {
    "ton-unspecified",
    "t/yr",
    "usd",
    "usd/yr",
    "persons",
    "percent",
    "ratio",
    "count",
    "ordinal",
}
"""Every unit that a measure or figure may have; those without a factor cannot be converted."""


def convert(value: Decimal, unit: str, to: str) -> Decimal | None:
    """Convert a value from one unit to another; None where no factor is known between the two."""
    if unit == to:
        return value
    if unit not in FACTORS or to not in FACTORS:
        return None
    dimension, factor = FACTORS[unit]
    wanted, divisor = FACTORS[to]
    return value * factor / divisor if dimension == wanted else None


def factor(unit: str, to: str) -> "Fraction | None":
    """Give the exact number by which a value in one unit is multiplied to be in another; None where there is none."""
    from fractions import Fraction

    if unit == to:
        return Fraction(1)
    if unit not in FACTORS or to not in FACTORS:
        return None
    dimension, from_first = FACTORS[unit]
    wanted, to_first = FACTORS[to]
    return Fraction(from_first) / Fraction(to_first) if dimension == wanted else None
