"""The chart of figures as the page draws it: its description by Altair, and Vega itself, which comes with the page."""

from functools import cache
from importlib import import_module
from typing import Any

from narcotl.errors import UsageError
from narcotl.exports.json_lines import compact

SNIPPET = "globalThis.vegaEmbed = vegaEmbed;"
HEIGHT = 250
"""How high a chart is, in pixels; the page sets how wide."""


def library() -> str:
    """Give Vega, Vega-Lite and Vega-Embed as one script."""
    installed("altair")
    return bundled(installed("vl_convert"))


@cache
def bundled(converter: Any) -> str:
    """Let vl-convert put the script together (it takes a second), such that no text in it ends the script."""
    text: str = converter.javascript_bundle(SNIPPET)
    return text.replace("</script", "<\\/script").replace("<!--", "<\\!--").replace("\r", "")


def installed(package: str) -> Any:
    """Import a package of the extra `html`; fails, and says how to get it or to do without it."""
    try:
        return import_module(package)
    except ImportError as error:
        raise UsageError(
            f"charts need {package}, which cannot be imported: {error}",
            "Install it along with narcotl: pip install 'narcotl[html]'. Or leave the charts out: --no-charts.",
        ) from error


def spec() -> str:
    """Describe the chart, as JSON: the page puts in the figures, their conflicts, and how wide it is."""
    alt = installed("altair")
    figures, conflicts = alt.NamedData("figures"), alt.NamedData("conflicts")
    scale = alt.Scale(domain=[alt.ExprRef("first"), alt.ExprRef("last")], nice=False)
    # A year is marked in its middle, where the figures of the whole year stand.
    axis = alt.Axis(values=alt.ExprRef("years"), labelExpr="format(floor(datum.value), 'd')", grid=False)
    x = alt.X("at:Q", title=None, scale=scale, axis=axis)
    y = alt.Y("value:Q", axis=alt.Axis(title=None, tickCount=5, format=",~r"))
    who = alt.Color("by:N", title=None)
    told = alt.Tooltip("text:N")
    base = alt.Chart(figures).encode(x=x, color=who)
    layers = (
        alt.Chart(conflicts)
        .mark_rule(strokeDash=[4, 3], strokeWidth=2)
        .encode(x=x, x2="to:Q", y=y, y2="other:Q", tooltip=told),
        alt.Chart(alt.NamedData("ringed"))
        .mark_point(shape="circle", size=300, filled=False, strokeWidth=2)
        .encode(x=x, y=y, tooltip=told),
        alt.Chart(alt.NamedData("long"))
        .mark_rule(strokeWidth=2)
        .encode(x=alt.X("began:Q", scale=scale), x2="ended:Q", y=y, color=who),
        base.mark_rule(strokeWidth=7, opacity=0.35).encode(y=alt.Y("low:Q"), y2="high:Q"),
        base.mark_line(strokeWidth=1.5).encode(y=y, detail="run:N"),
        base.mark_point(size=70, filled=True, opacity=1).encode(y=y, shape=alt.Shape("by:N", title=None), tooltip=told),
        base.mark_text(dx=12, fontSize=13).encode(y=y, text="bound:N"),
    )
    params = [alt.param(name=name, value=value) for name, value in (("first", 0), ("last", 1), ("years", []))]
    chart = alt.layer(*layers).properties(height=HEIGHT)
    return compact(chart.add_params(*params).to_dict()).replace("<", "\\u003c")
