"""What a chart looks like, in Vega-Lite by Altair: described once, for files and for the page.

The description names its datasets; `filled` here, and `draw` in `figures.js` on the page, put rows into them and leave
out the layers that have nothing to draw, of which Vega would warn.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeAlias

from narcotl.charts.series import Point, Series
from narcotl.extras import imported
from narcotl.reports.report import Row

BOUNDS = {-1: "\N{BLACK DOWN-POINTING SMALL TRIANGLE}", 0: "", 1: "\N{BLACK UP-POINTING SMALL TRIANGLE}"}
"""Beside a number that is only an upper or a lower bound."""
ACCENT = "#b3261e"
"""The colour of conflicts, unless the page has another one."""
ROOM = 24
"""How much room is left before the first year and after the last one, in pixels."""
WHOLE_YEARS = {
    "labelExpr": "datum.value % 1 ? '' : format(datum.value, 'd')",
    "tickOpacity": {"condition": {"test": "datum.value % 1", "value": 0}, "value": 1},
    "tickMinStep": 1,
}
"""An axis that marks no parts of years; `tickMinStep` alone divides an axis of two years."""

Description: TypeAlias = dict[str, Any]
"""A chart as Vega-Lite has it."""


def description(*, instead: str = "") -> Description:
    """Describe a chart of figures without its data: marks and lines by series, bars for ranges, conflicts ringed.

    `instead` says what else to do if Altair is not installed.
    """
    alt = imported("altair", extra="html", by="a chart", instead=instead)
    across = alt.Scale(zero=False, nice=False, padding=ROOM)
    x = alt.X("at:Q", title=None, scale=across, axis=alt.Axis(grid=False, **WHOLE_YEARS))
    y = alt.Y("value:Q", title=None, scale=alt.Scale(zero=False), axis=alt.Axis(format=",~r", tickCount=6))
    # Colours and shapes share one legend only if they say that they speak of the same.
    names = alt.Scale(domain=alt.ExprRef("series"))
    by = alt.Color("series:N", title=None, scale=names)
    shape = alt.Shape("series:N", title=None, scale=names)
    accent = alt.ExprRef("accent")
    figures, conflicts = alt.Chart(alt.NamedData("figures")).encode(color=by), alt.Chart(alt.NamedData("conflicts"))
    layers = (
        conflicts.mark_rule(strokeDash=[4, 3], strokeWidth=2, color=accent).encode(
            x=x, x2="to:Q", y=y, y2="other:Q", tooltip="text:N"
        ),
        alt.Chart(alt.NamedData("ringed"))
        .mark_point(shape="circle", size=300, filled=False, strokeWidth=2, color=accent)
        .encode(x=x, y=y, tooltip="text:N"),
        alt.Chart(alt.NamedData("long"))
        .mark_rule(strokeWidth=2)
        .encode(x=alt.X("began:Q", scale=across), x2="ended:Q", y=y, color=by),
        figures.mark_rule(strokeWidth=7, opacity=0.35).encode(x=x, y=alt.Y("low:Q"), y2="high:Q"),
        figures.mark_line(strokeWidth=1.5).encode(x=x, y=y, detail="run:N"),
        figures.mark_point(size=70, filled=True, opacity=1).encode(
            x=x, y=y, shape=shape, tooltip=["text:N", "series:N"]
        ),
        figures.mark_text(dx=12, fontSize=13).encode(x=x, y=y, text="bound:N"),
    )
    params = (alt.param(name="series", value=[]), alt.param(name="accent", value=ACCENT))
    described: Description = alt.layer(*layers).add_params(*params).to_dict()
    return described


def filled(chart: Description, found: Sequence[Series], pairs: Iterable[Row]) -> Description:
    """Put series, and which of their figures conflict, into a description."""
    figures = [{**drawn(point, one.name), "run": run} for one in found for point, run in one.runs()]
    against = list(conflicts(figures, pairs))
    data = {
        "figures": figures,
        "long": [drawn(point, one.name) for one in found for point in one.points if point.is_long],
        "conflicts": against,
        "ringed": [ring for conflict in against for ring in rings(conflict)],
    }
    values = {"series": [one.name for one in found if one.points], "accent": ACCENT}
    return {
        **chart,
        "datasets": data,
        "layer": [layer for layer in chart["layer"] if data[layer["data"]["name"]]],
        "params": [{"name": name, "value": value} for name, value in values.items()],
    }


def drawn(point: Point, series: str) -> Row:
    """Write a point as a row of data."""
    return {
        "id": point.id,
        "series": series,
        "at": point.at,
        "began": point.began,
        "ended": point.ended,
        "value": point.value,
        "low": point.low,
        "high": point.high,
        "bound": BOUNDS[point.limit],
        "text": point.text,
    }


def conflicts(rows: Iterable[Row], pairs: Iterable[Row]) -> Iterator[Row]:
    """Write which of the figures that are drawn conflict, as rows of data."""
    by_id = {row["id"]: row for row in rows}
    for pair in pairs:
        one, other = by_id.get(pair["one"]["id"]), by_id.get(pair["other"]["id"])
        if pair["verdict"] == "conflict" and one and other:
            text = f"Conflict: {pair['reason']}"
            yield {"at": one["at"], "to": other["at"], "value": one["value"], "other": other["value"], "text": text}


def rings(conflict: Row) -> tuple[Row, Row]:
    """Write both ends of a conflict, as rows of data."""
    text = conflict["text"]
    return (
        {"at": conflict["at"], "value": conflict["value"], "text": text},
        {"at": conflict["to"], "value": conflict["other"], "text": text},
    )
