"""A chart for documents, by Altair: SVG, PNG, or a page of HTML that works offline."""

from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from narcotl.charts.page import page
from narcotl.charts.series import Series
from narcotl.errors import UsageError

BOUNDS = {-1: "\N{BLACK DOWN-POINTING SMALL TRIANGLE}", 1: "\N{BLACK UP-POINTING SMALL TRIANGLE}"}
"""Beside a number that is only an upper or a lower bound."""
SUFFIXES = (".svg", ".png", ".html")
WIDTH, HEIGHT = 640, 360
"""The size of the drawing, in pixels."""
SCALE = 2
"""How many dots of a PNG a pixel has, for print."""
LINE = 14
"""How high a line below a chart is, in pixels."""
COLUMNS = 100
"""Where the lines below a chart are broken."""


def document(found: Sequence[Series], title: str, unit: str, notes: Sequence[str], suffix: str) -> bytes:
    """Draw series, and give the file."""
    converter = installed("vl_convert")
    if suffix == ".html":
        # The page that the library itself writes lets text of a store end its script.
        drawing: str = converter.vegalite_to_svg(chart(found, "", unit, ()).to_dict())
        return page(found, title, drawing, notes).encode()
    spec = chart(found, title, unit, notes).to_dict()
    if suffix == ".png":
        png: bytes = converter.vegalite_to_png(spec, scale=SCALE)
        return png
    svg: str = converter.vegalite_to_svg(spec)
    return svg.encode()


def chart(found: Sequence[Series], title: str, unit: str, notes: Sequence[str]) -> Any:
    """Describe the chart: a line and marks for each series, bars for ranges, sources and remarks below."""
    alt = installed("altair")
    rows = list(rows_of(found))
    names = [one.name for one in found if one.points]
    years = alt.Axis(format="d", tickMinStep=1, grid=False, title=None)
    span = alt.Scale(
        domain=[min(row["first"] for row in rows) - 0.5, max(row["last"] for row in rows) + 0.5], nice=False
    )
    x = alt.X("middle:Q", scale=span, axis=years)
    # Layers keep the legends of colour and shape apart; so one of them shows both.
    ink = alt.ExprRef("scale('color', datum.value)")
    legend = alt.Legend(
        orient="top", columns=1, labelLimit=WIDTH, symbolFillColor=ink, symbolStrokeColor=ink, title=None
    )
    by, told = alt.Color("series:N", sort=names, legend=None), ["series:N", "text:N", "id:N"]
    value = alt.Y("value:Q", title=unit, scale=alt.Scale(zero=False), axis=alt.Axis(format=",~r"))
    shape = alt.Shape("series:N", sort=names, title=None, legend=legend)
    data = alt.Chart(alt.Data(values=rows))
    base = data.encode(color=by)
    marks = data.mark_point(size=70, filled=True, opacity=1)
    layers = (
        base.transform_filter("isValid(datum.run)").mark_line(strokeWidth=1.5).encode(x=x, y=value, detail="run:N"),
        base.mark_rule(strokeWidth=6, opacity=0.35).encode(x=x, y=alt.Y("low:Q"), y2="high:Q"),
        base.transform_filter("datum.first != datum.last")
        .mark_rule(strokeWidth=2)
        .encode(x=alt.X("first:Q", scale=span), x2="last:Q", y=value),
        marks.encode(x=x, y=value, color=by, shape=shape, tooltip=told),
        base.mark_text(dx=12, fontSize=13).encode(x=x, y=value, text="bound:N"),
    )
    drawing = alt.layer(*layers).properties(width=WIDTH, height=HEIGHT)
    if not notes:
        return configured(drawing)
    lines = list(broken(notes))
    below = alt.Chart(alt.Data(values=[{}])).mark_text(
        align="left", baseline="top", fontSize=10, lineBreak="\n", x=0, y=0
    )
    caption = below.encode(text=alt.value("\n".join(lines))).properties(width=WIDTH, height=LINE * len(lines))
    return configured(alt.vconcat(drawing, caption, title=alt.TitleParams(title, anchor="start")))


def configured(made: Any) -> Any:
    """Set what all of a chart has in common."""
    return made.configure_view(stroke=None).configure(font="sans-serif", background="white")


def rows_of(found: Sequence[Series]) -> Iterator[dict[str, Any]]:
    """Write each point as a row; points of one run are joined by a line, and a missing year ends it."""
    for one in found:
        follows = {right.id for _, right in one.lines()}
        run = 0
        for point in one.points:
            run += point.id not in follows
            yield {
                "series": one.name,
                "id": point.id,
                "first": point.first,
                "last": point.last,
                "middle": point.year,
                "value": point.middle,
                "low": point.low,
                "high": point.high,
                "run": f"{one.name} {run}" if point.first == point.last else None,
                "bound": {-1: "\N{BLACK DOWN-POINTING SMALL TRIANGLE}", 1: "\N{BLACK UP-POINTING SMALL TRIANGLE}"}.get(
                    point.limit, ""
                ),
                "text": point.text,
            }


def broken(notes: Sequence[str]) -> Iterator[str]:
    """Break the lines below a chart."""
    from textwrap import wrap

    for note in notes:
        yield from wrap(note, COLUMNS)


def wanted(path: Path | None) -> str:
    """Give the suffix of a file that is to be a chart; empty if it is something else."""
    return path.suffix.lower() if path is not None and path.suffix.lower() in SUFFIXES else ""


def installed(package: str) -> Any:
    """Import a package of the extra `html`; fails, and says how to get it."""
    try:
        return import_module(package)
    except ImportError as error:
        raise UsageError(
            f"a chart in a file needs {package}, which cannot be imported: {error}",
            "Install it along with narcotl: pip install 'narcotl[html]'.",
        ) from error
