"""What draws the charts of the page: Vega itself, which comes with the page, and the description of a chart."""

from functools import cache
from typing import Any

from narcotl.charts.description import description
from narcotl.exports.json_lines import compact
from narcotl.extras import imported

SNIPPET = "globalThis.vegaEmbed = vegaEmbed;"
HEIGHT = 250
"""How high a chart is, in pixels; the page sets how wide."""
INSTEAD = "Or leave the charts out: --no-charts."


def library() -> str:
    """Give Vega, Vega-Lite and Vega-Embed as one script."""
    return bundled(imported("vl_convert", extra="html", by="a chart", instead=INSTEAD))


@cache
def bundled(converter: Any) -> str:
    """Let vl-convert put the script together (it takes a second), such that no text in it ends the script."""
    text: str = converter.javascript_bundle(SNIPPET)
    return text.replace("</script", "<\\/script").replace("<!--", "<\\!--").replace("\r", "")


def spec() -> str:
    """Describe a chart, as JSON; the page puts in what is drawn."""
    return compact(description(instead=INSTEAD) | {"height": HEIGHT}).replace("<", "\\u003c")
