"""The list of figures: what was counted where and when, how much, by whom, and what is missing."""

from collections.abc import Iterable, Iterator
from functools import partial

from narcotl.reports import cells, found
from narcotl.reports.chains import addresses, work
from narcotl.reports.converted import check_unit, converted
from narcotl.reports.records import Records
from narcotl.reports.report import Column, Report, Row, Tone, Width, Works
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


def brief_value(row: Row) -> str:
    """Write the value; of one that is missing not why."""
    return "missing" if row["missing"] else value(row)


def rounded(amount: float | None) -> float | None:
    """Round a converted number for reading; JSON has it in full."""
    if amount is None:
        return None
    return round(amount) if abs(amount) >= LEAST_WHOLE else float(f"{amount:.3g}")


def counted(row: Row) -> str:
    """Write what is counted, with its scope."""
    return cells.name(row["measure"]) + (f" ({row['scope']})" if row["scope"] else "")


def what(row: Row) -> str:
    """Write what is counted, with its scope and whether it is only possible."""
    return " ".join([cells.POSSIBLE] * (row.get("match") == "possible") + [counted(row)])


def brief_what(row: Row) -> str:
    """Write the same where there is little room."""
    return " ".join(filter(None, (cells.maybe(row), counted(row))))


def whose(row: Row) -> str:
    """Name who gives a figure: its agency, or that it was computed, or the work in which it stands."""
    if row["agency"]:
        return cells.name(row["agency"])
    return "(computed)" if row.get("derived") else cells.name(row.get("source"))


def brief_whose(row: Row) -> str:
    """Name the same where there is little room: an agency by its acronym, a work by its id."""
    if row["agency"] or row.get("derived") or not row.get("source"):
        return cells.brief_name(row["agency"]) or whose(row)
    return str(row["source"]["id"])


def named_by(row: Row) -> Works:
    """Name the work in which a figure stands, if that is who says so."""
    return () if row["agency"] or row.get("derived") else work(row.get("source"))


def change(row: Row) -> str:
    """Write the change that is stated along with a figure."""
    stated = row.get("change")
    if not stated:
        return ""
    since = f" from {stated['from']['text']}" if stated.get("from") else ""
    return f"{cells.BOUNDS[stated.get('op', '=')]}{stated['pct']:+,}%{since}"


COLUMNS = (
    Column(key="id", heading="Id", cell=lambda row: str(row["id"]), width=Width.WIDE, tone=Tone.ASIDE, least=12),
    Column(key="period", heading="Period", cell=cells.date, brief=cells.brief_date, tone=Tone.DATE, least=8),
    Column(key="measure", heading="What", cell=what, brief=brief_what, least=14),
    Column(key="region", heading="Where", cell=lambda row: cells.name(row["region"]), least=8),
    Column(key="value", heading="Value", cell=value, tone=Tone.NUMBER, least=14),
    Column(key="agency", heading="Who says so", cell=whose, brief=brief_whose, works=named_by, least=10),
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
OVERVIEW = (
    Column(key="period", heading="Period", cell=cells.brief_date, tone=Tone.DATE),
    Column(key="marks", heading="", cell=cells.maybe),
    Column(key="measure", heading="What", cell=counted, least=14),
    Column(key="region", heading="Where", cell=lambda row: cells.name(row["region"]), least=8),
    Column(key="value", heading="Value", cell=brief_value, tone=Tone.NUMBER, least=14),
    Column(key="agency", heading="Who says so", cell=brief_whose, works=named_by, least=10),
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
        brief=brief_footer,
        overview=OVERVIEW,
        kind="figure",
        addresses=partial(addresses, records),
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


def brief_footer(rows: list[Row]) -> list[str]:
    """Say where it is told why figures are missing or were not converted, and explain the marks."""
    told = [row for row in rows if row["missing"] and row.get("note")]
    missing = [f"missing: no number is given; `narcotl figure {told[0]['id']}` says more"] if told else []
    kept = sorted({row["kept"] for row in rows if row.get("kept") and not row["missing"]})
    return missing + [f"[not converted]: {reason}" for reason in kept] + cells.brief_legend(rows)
