"""A list with one line a row, where only so all of it can be seen at once."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from narcotl.render.escapes import fit
from narcotl.render.grid import CellLinks, Placed, rows_of
from narcotl.render.page import Page
from narcotl.render.widths import GAP
from narcotl.render.wrap import clipped, width_of
from narcotl.reports.report import Column, Row, Tone

ELLIPSIS: Final = "\N{HORIZONTAL ELLIPSIS}"
CUT: Final = f"{ELLIPSIS} cut to one line a row: --wide shows the whole texts"
"""What is said below a list in which something is cut."""
_LEAST: Final = 24
"""Where less than this would be left of the longest texts, nothing is cut."""
_MOST: Final = 14
"""No other text than the longest is longer than this, unless it is a number."""


class Overview(NamedTuple):
    """Lines, and whether a text in them was cut."""

    lines: list[Placed]
    is_cut: bool


def in_lines(
    columns: Sequence[Column], rows: Sequence[Row], page: Page, links: CellLinks | None = None
) -> Overview | None:
    """Put each row in one line below the headings: the column with most text is cut at what the others leave.

    There is no overview if that is too little.
    """
    kept = filled(columns, rows)
    cells = [[" ".join(fit(column.cell(row), page).split()) for column in kept] for row in rows]
    headings = [fit(column.heading, page) for column in kept]
    natural = [max(map(width_of, texts)) for texts in zip(headings, *cells, strict=True)]
    longest = natural.index(max(natural))
    widths = [
        width if column.tone is Tone.NUMBER else min(width, max(_MOST, width_of(heading)))
        for column, heading, width in zip(kept, headings, natural, strict=True)
    ]
    widths[longest] = natural[longest]
    room = (page.width or 0) - sum(widths) - GAP * (len(widths) - 1) + widths[longest]
    widths[longest] = min(widths[longest], room)
    if room < _LEAST:
        return None
    shown = [column.but(heading=heading) for column, heading in zip(kept, headings, strict=True)]
    end = fit(ELLIPSIS, page)
    cut = [[clipped(text, width, end) for text, width in zip(row, widths, strict=True)] for row in cells]
    return Overview(list(rows_of(shown, cut, widths, links)), cut != cells)


def filled(columns: Sequence[Column], rows: Sequence[Row]) -> list[Column]:
    """Leave out columns without a heading, such as those of marks, where no row has anything in them."""
    return [column for column in columns if column.heading or any(map(column.cell, rows))]
