"""A chart as a page of HTML: the drawing, its numbers as a table, and what stands below; nothing in it runs."""

from collections.abc import Iterator, Sequence
from html import escape

from narcotl.charts.series import Series
from narcotl.reports.harmless import clean

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 48rem; padding: 0 1rem; }
svg { max-width: 100%; height: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid #bbb; padding: .3rem .6rem .3rem 0; text-align: left; vertical-align: top; }
"""


def page(found: Sequence[Series], title: str, drawing: str, notes: Sequence[str]) -> str:
    """Write the page; the drawing is SVG, in which texts are escaped already."""
    rows = "".join(f"<tr><th scope=row>{text(name)}<td>{text(said)}" for name, said in numbers(found))
    below = "".join(f"<p>{text(note)}" for note in notes)
    return (
        f"<!doctype html><html lang=en><meta charset=utf-8><title>{text(title)}</title>"
        f'<meta http-equiv=Content-Security-Policy content="{POLICY}">'
        f'<meta name=viewport content="width=device-width"><style>{STYLE}</style>'
        f'<main><h1>{text(title)}</h1><figure role=img aria-label="{text(title)}">{drawing}</figure>'
        f"<table><thead><tr><th scope=col>Series<th scope=col>Figure<tbody>{rows}</table>{below}</main></html>\n"
    )


def numbers(found: Sequence[Series]) -> Iterator[tuple[str, str]]:
    """Give each point with the name of its series."""
    for one in found:
        for point in one.points:
            yield one.name, point.text


def text(value: str) -> str:
    """Escape a text of unknown origin."""
    return escape(clean(value))
