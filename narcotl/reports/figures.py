"""The list of figures: what was counted where and when, how much, by whom, and what is missing."""

from collections.abc import Iterable, Iterator

from narcotl.reports import cells, found
from narcotl.reports.converted import check_unit, converted
from narcotl.reports.records import Records
from narcotl.reports.report import Column, Report, Row, Tone, Width
from narcotl.select.selection import Selection

FIELDS = ("name",)
FIELDS_CONVERTED = (
    *("converted", "converted.value", "converted.low", "converted.high", "converted.op", "converted.unit", "kept"),
)
"""What `--unit` adds to the records."""

LEAST_WHOLE = 100
"""From here on a converted number is shown without what stands behind the point."""


def value(row: Row) -> str:
    """Write the value, what sort of statement it is if it was computed or aimed at, and what it was converted from."""
    status = row.get("obs_status")
    aside = f" ({status})" if status in ("derived", "target", "legal") else ""
    if not row.get("converted"):
        kept = " [not converted]" if row.get("kept") and not row["missing"] else ""
        return f"{cells.value(row)}{aside}{kept}"
    shown = {**row["converted"], **{key: rounded(row["converted"][key]) for key in ("value", "low", "high")}}
    text = cells.value({**row, **shown})
    return f"{text}{aside}" if row["unit"] == shown["unit"] else f"{text}{aside}\n= {cells.value(row)}"


def rounded(amount: float | None) -> float | None:
    """Round a converted number for reading; JSON has it in full."""
    if amount is None:
        return None
    return round(amount) if abs(amount) >= LEAST_WHOLE else float(f"{amount:.3g}")


def what(row: Row) -> str:
    """Write what is counted, with its scope."""
    possible = f"{cells.POSSIBLE} " if row.get("match") == "possible" else ""
    return possible + cells.name(row["measure"]) + (f" ({row['scope']})" if row["scope"] else "")


def whose(row: Row) -> str:
    """Name who gives a figure: its agency, or that it was computed, or the work in which it stands."""
    if row["agency"]:
        return cells.name(row["agency"])
    return "(computed)" if row.get("derived") else cells.name(row.get("source"))


def change(row: Row) -> str:
    """Write the change that is stated along with a figure."""
    stated = row.get("change")
    if not stated:
        return ""
    since = f" from {stated['from']['text']}" if stated.get("from") else ""
    return f"{cells.BOUNDS[stated.get('op', '=')]}{stated['pct']:+,}%{since}"


COLUMNS = (
    Column(key="id", heading="Id", cell=lambda row: str(row["id"]), width=Width.WIDE, tone=Tone.ASIDE, least=12),
    Column(key="period", heading="Period", cell=cells.date, tone=Tone.DATE, least=8),
    Column(key="measure", heading="What", cell=what, least=14),
    Column(key="region", heading="Where", cell=lambda row: cells.name(row["region"]), least=8),
    Column(key="value", heading="Value", cell=value, tone=Tone.NUMBER, least=14),
    Column(key="agency", heading="Who says so", cell=whose, least=10),
    Column(key="change.pct", heading="Change", cell=change, width=Width.WIDE, least=8),
    Column(
        key="vintage",
        heading="Published",
        cell=lambda row: str(row["vintage"]["text"]) if row["vintage"] else "",
        width=Width.WIDE,
        tone=Tone.DATE,
        least=10,
    ),
    Column(key="match", heading="Match", cell=lambda row: str(row.get("match", "")), width=Width.NEVER),
)


def figures(records: Records, selection: Selection, title: str = "Figures", unit: str | None = None) -> Report:
    """List the figures that a selection asks for, in one unit if that is asked."""
    if unit is not None:
        check_unit(unit)
    return Report(
        title=title,
        columns=COLUMNS,
        rows=named(records.select("figure", selection), unit),
        empty="No figure fits. Fewer filters find more.",
        footer=footer,
        kind="figure",
        total=found.whole(records, "figure", selection),
        why=found.reason(records, "figure", selection),
    )


def named(rows: Iterable[Row], unit: str | None) -> Iterator[Row]:
    """Name each figure, and convert it if a unit is asked."""
    for row in rows:
        full = {**row, "name": cells.figure(row)}
        yield full if unit is None else converted(full, unit)


def footer(rows: list[Row]) -> list[str]:
    """Say why figures are missing or were not converted, and what is corrected."""
    missing = [f"missing: {cells.figure(row)}: {row['note']}" for row in rows if row["missing"] and row.get("note")]
    kept = sorted({row["kept"] for row in rows if row.get("kept") and not row["missing"]})
    return missing + [f"[not converted]: {reason}" for reason in kept] + cells.legend(rows)
