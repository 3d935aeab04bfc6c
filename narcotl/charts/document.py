"""A chart for documents: SVG, PNG, or a page of HTML that works offline."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import wrap

from narcotl.charts.description import Description, description, filled
from narcotl.charts.page import page
from narcotl.charts.series import Series
from narcotl.extras import imported
from narcotl.reports.report import Row

SUFFIXES = (".svg", ".png", ".html")
WIDTH, HEIGHT = 640, 360
"""The size of the drawing, in pixels."""
SCALE = 2
"""How many dots of a PNG a pixel has, for print."""
LINE = 14
"""How high a line below a chart is, in pixels."""
COLUMNS = 100
"""Where the lines below a chart are broken."""
CONFIG = {
    "view": {"stroke": None},
    "font": "sans-serif",
    "background": "white",
    "legend": {"orient": "top", "columns": 1, "labelLimit": WIDTH, "symbolOpacity": 1},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """What a chart shows."""

    title: str
    series: Sequence[Series]
    pairs: Sequence[Row]
    """How its figures stand to each other, with verdicts."""
    notes: Sequence[str]
    """What stands below it."""


def document(chart: Chart, suffix: str) -> bytes:
    """Draw a chart, and give the file."""
    converter = imported("vl_convert", extra="html", by="a chart in a file")
    drawing = filled(description(), chart.series, chart.pairs) | {"width": WIDTH, "height": HEIGHT, "config": CONFIG}
    if suffix == ".html":
        # The page that the library itself writes lets text of a store end its script.
        inside: str = converter.vegalite_to_svg(drawing)
        return page(chart.series, chart.title, inside, chart.notes).encode()
    captioned = with_texts(drawing, chart)
    if suffix == ".png":
        png: bytes = converter.vegalite_to_png(captioned, scale=SCALE)
        return png
    svg: str = converter.vegalite_to_svg(captioned)
    return svg.encode()


def with_texts(drawing: Description, chart: Chart) -> Description:
    """Put the title above a drawing, and the notes below it."""
    lines = [line for note in chart.notes for line in wrap(note, COLUMNS)]
    caption = {
        "data": {"values": [{}]},
        "mark": {"type": "text", "align": "left", "baseline": "top", "fontSize": 10, "lineBreak": "\n", "x": 0, "y": 0},
        "encoding": {"text": {"value": "\n".join(lines)}},
        "width": WIDTH,
        "height": LINE * len(lines),
    }
    of_the_whole = {"$schema", "config", "datasets", "params"}
    return {
        **{key: value for key, value in drawing.items() if key in of_the_whole},
        "title": {"text": chart.title, "anchor": "start"},
        "vconcat": [{key: value for key, value in drawing.items() if key not in of_the_whole}, caption],
    }


def wanted(path: Path | None) -> str:
    """Give the suffix of a file that is to be a chart; empty if it is something else."""
    return path.suffix.lower() if path is not None and path.suffix.lower() in SUFFIXES else ""
