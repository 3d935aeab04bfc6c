"""Write the page: records, styles, scripts and the policy that allows these and nothing else, in one text of HTML."""

import re
from dataclasses import dataclass
from functools import cache
from html import escape
from importlib.resources import files
from typing import Any

from narcotl import __version__
from narcotl.exports.json_lines import compact
from narcotl.reports.harmless import clean
from narcotl.reports.report import Row
from narcotl.web import charts
from narcotl.web.modules import joined
from narcotl.web.policy import policy

STYLES = ("base.css", "timeline.css", "card.css", "views.css")
"""The styles in their order: what comes later has the last word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A page, and the policy that stands in it, for whoever serves it."""

    text: str
    policy: str


def document(records: Row, *, with_charts: bool = True) -> Document:
    """Write the page of these records; without figures, or if it is asked, without what draws charts."""
    shown = readable(records)
    script, style = own_script(), own_style()
    drawing = with_charts and bool(records["figures"])
    library = charts.library() if drawing else ""
    rules = policy([script, *([library] if drawing else [])], [style])
    parts = {
        "policy": escape(rules),
        "version": escape(__version__),
        "title": escape(": ".join(filter(None, (shown["title"] or "Timeline", shown["asked"])))),
        "style": style,
        "records": compact(shown).replace("<", "\\u003c"),
        "chart": chart(library) if drawing else "",
        "script": script,
    }
    return Document(text=re.sub(r"\{\{(\w+)\}\}", lambda found: parts[found[1]], asset("page.html")), policy=rules)


def readable(value: Any) -> Any:
    """Make the texts of records harmless: a change of the direction of writing would reach what stands beside them."""
    match value:
        case str():
            return clean(value)
        case dict():
            return {key: readable(inner) for key, inner in value.items()}
        case list() | tuple():
            return [readable(inner) for inner in value]
        case _:
            return value


def chart(library: str) -> str:
    """Write what draws charts: the description of one, and the library."""
    described = f'<script type="application/json" id="chart">{charts.spec()}</script>'
    return f'{described}\n<script type="module">{library}</script>'


def asset(name: str) -> str:
    """Read a file of the page."""
    return (files("narcotl.web") / "page" / name).read_text(encoding="utf-8")


@cache
def own_style() -> str:
    """Give the styles of the page as one text."""
    return "\n".join(asset(name) for name in STYLES)


@cache
def own_script() -> str:
    """Give the modules of the page as one text."""
    names = (entry.name for entry in (files("narcotl.web") / "page").iterdir())
    return joined({name.removesuffix(".js"): asset(name) for name in names if name.endswith(".js")}, "main")
