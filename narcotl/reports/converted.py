"""Figures in a unit that the asker chose: converted where the factor is known, kept and marked where it is not."""

from decimal import Decimal

from narcotl.errors import UsageError, meant
from narcotl.model.units import FACTORS, UNITS, convert
from narcotl.reports.report import Row


def check_unit(unit: str) -> None:
    """Refuse a unit that does not exist, with those that do."""
    if unit in UNITS:
        return
    raise UsageError(f"there is no unit '{unit}'", meant(unit, sorted(UNITS)))


def converted(row: Row, unit: str) -> Row:
    """Add to a figure what it is in a unit: `converted`, or null and the reason why it is `kept` as it was."""
    if row["missing"]:
        return {**row, "converted": None, "kept": "nothing to convert"}
    if convert(Decimal(1), row["unit"], unit) is None:
        return {**row, "converted": None, "kept": reason(row["unit"], unit)}
    amounts = {key: amount(row[key], row["unit"], unit) for key in ("value", "low", "high")}
    return {**row, "converted": {**amounts, "op": row["op"], "unit": unit}, "kept": None}


def reason(unit: str, to: str) -> str:
    """Say why one unit cannot be converted into another."""
    for other in (unit, to):
        if other not in FACTORS:
            return f"no factor is known for {other}"
    return f"{unit} measures {FACTORS[unit][0]}, {to} measures {FACTORS[to][0]}"


def amount(number: float | None, unit: str, to: str) -> int | float | None:
    """Convert one number, exactly; then drop what no reader needs: more than four digits behind the point."""
    if number is None:
        return None
    exact = convert(Decimal(str(number)), unit, to)
    if exact is None or unit == to:
        return number
    rounded = exact.quantize(Decimal("0.0001"))
    return int(rounded) if rounded == rounded.to_integral_value() else float(rounded)
