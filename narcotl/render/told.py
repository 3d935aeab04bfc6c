"""A list whose first row counts most, where the screen cannot hold it all: that row whole, the others in short."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from narcotl.render.cards import labelled
from narcotl.render.escapes import fit
from narcotl.render.ink import PLAIN, QUIET, STYLES, TITLE, Styled, leading
from narcotl.render.linking import linked
from narcotl.render.lists import cell_links, paragraph
from narcotl.render.overview import ELLIPSIS
from narcotl.render.page import Page
from narcotl.render.wrap import clipped, padded, width_of
from narcotl.reports.report import Addresses, Report, Row, Tone
from narcotl.reports.telling import Telling

_BETWEEN: Final = " \N{MIDDLE DOT} "
_CUT: Final = f"{ELLIPSIS} all but the first in short: --wide shows them whole"

_SHORT: Final = 20
"""What a row says is a value, and stands beside its name, if it is no longer than this."""


def told(
    report: Report, telling: Callable[[Row], Telling], rows: list[Row], title: str, page: Page
) -> Iterator[list[Styled]]:
    """Lay a list out, from the layout that takes most lines to the one that takes fewest."""
    first, *others = map(telling, rows)
    above = list(paragraph(title, TITLE, page))
    best = [*paragraph(first.name, STYLES[Tone.NAME], page), *labelled(first.lines, page, report.addresses)]
    last = [*report.footer(rows), *([_CUT] if others else [])]
    end = [line for text in last for line in paragraph(text, QUIET, page)]
    for lay_out, gap in ((_in_three, [()]), (_in_two, [()]), (_in_two, []), (_in_one, [])):
        short = list(_short(others, lay_out, report.addresses, page))
        yield [*above, *gap, *best, *gap, *short, *end]


def _short(
    others: Sequence[Telling],
    lay_out: Callable[[Telling, int, Page], Iterable[str]],
    addresses: Addresses | None,
    page: Page,
) -> Iterator[Styled]:
    """Tell rows in short, each beside its kind."""
    margin = max((width_of(one.kind) for one in others), default=0) + 2
    known = cell_links([list(one.works) for one in others], addresses, page) if page.links else [[]] * len(others)
    for one, links in zip(others, known, strict=True):
        for number, line in enumerate(lay_out(one, (page.width or 0) - margin, page)):
            start = padded("" if number else fit(one.kind, page), margin)
            [pieces] = linked(line, [line], links)
            yield ((start, QUIET), *((part, leading(QUIET if number else PLAIN, to)) for part, to in pieces))


def _in_three(one: Telling, width: int, page: Page) -> Iterator[str]:
    yield _with(one.name, [one.date], width, page)
    yield _with(one.gist, [], width, page)
    yield _with(one.basis, one.marks, width, page)


def _in_two(one: Telling, width: int, page: Page) -> Iterator[str]:
    yield _with(one.name, [one.date], width, page)
    basis = one.basis if width_of(one.basis) <= width // 2 else one.origin
    yield _with(one.gist, [basis, *one.marks], width, page)


def _in_one(one: Telling, width: int, page: Page) -> Iterator[str]:
    value = one.gist if width_of(one.gist) <= _SHORT else ""
    yield _with(one.name, [value, one.date, one.origin, *one.marks], width, page)


def _with(text: str, rest: Iterable[str], width: int, page: Page) -> str:
    """Put a text and what stands behind it in a line; of a text that is too long its end is cut, and then the rest."""
    end = "".join(f"{_BETWEEN}{fit(part, page)}" for part in rest if part)
    flat = " ".join(fit(text, page).split())
    room = max(width - width_of(end), width // 3)
    return clipped(clipped(flat, room, fit(ELLIPSIS, page)) + end, width, fit(ELLIPSIS, page))
