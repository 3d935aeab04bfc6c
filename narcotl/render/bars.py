"""Bars for numbers, as long as there is room for them: full for what is certain, lighter for what is possible."""

from collections.abc import Sequence
from typing import Final

from narcotl.render.escapes import fit
from narcotl.render.page import Page
from narcotl.render.widths import GAP
from narcotl.render.wrap import width_of
from narcotl.reports.report import Column, Tone

_FULL: Final = "\N{FULL BLOCK}"
_LIGHT: Final = "\N{MEDIUM SHADE}"
_LONGEST: Final = 40
_SHORTEST: Final = 5


def with_bars(columns: list[Column], cells: list[list[str]], page: Page) -> tuple[list[Column], list[list[str]]]:
    """Draw the columns of bars, or leave them out where there is no terminal or no room."""
    kept = [place for place, column in enumerate(columns) if column.tone is not Tone.BAR]
    if len(kept) == len(columns):
        return columns, cells
    texts = [max(width_of(text) for text in (columns[p].heading, *(row[p] for row in cells))) for p in kept]
    room = 0 if page.width is None else min(_LONGEST, page.width - sum(texts) - GAP * len(kept))
    if room < _SHORTEST:
        return [columns[place] for place in kept], [[row[place] for place in kept] for row in cells]
    drawn = list(zip(*cells, strict=True))
    for place, column in enumerate(columns):
        if column.tone is Tone.BAR:
            drawn[place] = tuple(_drawn(drawn[place], room, page))
    return columns, [list(row) for row in zip(*drawn, strict=True)]


def _drawn(cells: Sequence[str], room: int, page: Page) -> list[str]:
    """Draw pairs of numbers, the greatest sum as long as the room; whatever is there shows."""
    pairs = [(int(certain), int(possible)) for certain, possible in map(str.split, cells)]
    scale = max((sum(pair) for pair in pairs), default=0) or 1
    bars = []
    for certain, possible in pairs:
        length = max(1, round((certain + possible) * room / scale)) if certain + possible else 0
        full = min(length, -(-certain * room // scale))
        bars.append(fit(_FULL * full + _LIGHT * (length - full), page))
    return bars
