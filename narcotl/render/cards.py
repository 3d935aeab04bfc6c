"""One record in full, for people: its title, labelled lines, sections and notes."""

from collections.abc import Iterable, Iterator
from typing import Final

from narcotl.plural import counted
from narcotl.render.escapes import fit
from narcotl.render.ink import PLAIN, QUIET, STYLES, TITLE, Styled, leading
from narcotl.render.linking import Piece, linked
from narcotl.render.lists import cell_links, is_brief, paragraph, placed_lines, placed_overview, unplaced
from narcotl.render.output import Shown
from narcotl.render.page import Page
from narcotl.render.values import pick, text_of
from narcotl.render.wrap import padded, width_of, wrapped
from narcotl.reports.report import Addresses, Card, Line, Report, Row

_GAP: Final = 2
_NARROW: Final = 40
"""Where the text beside the labels would be narrower than this, it stands below them."""


def card_lines(card: Card, shown: Shown, page: Page) -> Iterator[Styled]:
    """Lay out a card."""
    return (line for line, _ in placed_card(card, shown, page))


def placed_card(card: Card, shown: Shown, page: Page) -> Iterator[tuple[Styled, Row | None]]:
    """Lay out a card; each line comes with the row of a section that it belongs to, if any."""
    yield from unplaced(paragraph(card.title, TITLE, page))
    identity = text_of(card.record.get("id"))
    if identity:
        yield from unplaced(paragraph(identity, QUIET, page))
    if card.lines:
        yield (), None
        yield from unplaced(labelled(_brief(card.lines, shown, page), page, card.addresses))
    for section in card.sections:
        rows = list(section.rows)
        if rows or section.empty:
            yield (), None
            yield from _section(section, rows, shown, page)
    if card.details:
        yield (), None
        yield from unplaced(labelled(card.details, page, card.addresses))
    for note in card.notes:
        yield (), None
        yield from unplaced(paragraph(note, PLAIN, page))


def _section(section: Report, rows: list[Row], shown: Shown, page: Page) -> Iterator[tuple[Styled, Row | None]]:
    """Lay out one list of a card; a terminal only counts the rows beyond the most, and those that are folded."""
    seen = rows
    if page.width is not None and not shown.wide:
        seen = [row for row in rows if section.folded is None or not section.folded(row)][: section.most]
    count = "" if len(seen) == len(rows) else f"{len(seen)} of {len(rows)}"
    lay_out = placed_overview if section.overview and is_brief(shown, page) else placed_lines
    if seen or not rows:
        yield from lay_out(section, seen, (section.title, count), shown, page)
    else:
        yield from unplaced(paragraph(section.title, TITLE, page))
    if count:
        more = f"{len(rows) - len(seen)} more" if seen else counted(len(rows), section.kind or "row")
        yield from unplaced(paragraph(f"{more}: {section.rest}", QUIET, page))


def field_lines(record: Row, fields: Iterable[str], page: Page) -> Iterator[Styled]:
    """Lay out the wanted fields of a record."""
    return labelled([Line(label=path, text=text_of(pick(record, path))) for path in fields], page)


def _brief(lines: Iterable[Line], shown: Shown, page: Page) -> Iterable[Line]:
    """Give the texts that are meant for a page of this width."""
    return [line.but(text=line.brief or line.text) for line in lines] if is_brief(shown, page) else lines


def labelled(lines: Iterable[Line], page: Page, addresses: Addresses | None = None) -> Iterator[Styled]:
    """Put the texts beside their labels, or below them where that is too narrow."""
    labels = [fit(line.label, page) for line in lines]
    margin = max(map(width_of, labels), default=0) + _GAP
    width = None if page.width is None else page.width - margin
    below = page.width is not None and page.width - margin < _NARROW
    if page.width is not None and below:
        margin = min(_GAP, page.width - 1)
        width = page.width - margin
    for label, line in zip(labels, lines, strict=True):
        start = label
        if below:
            yield from (((part, QUIET),) for part in wrapped(label, page.width))
            start = ""
        for pieces in _pieces(line, addresses, width, page):
            yield ((padded(start, margin), QUIET), *((part, leading(STYLES[line.tone], to)) for part, to in pieces))
            start = ""


def _pieces(line: Line, addresses: Addresses | None, width: int | None, page: Page) -> list[list[Piece]]:
    """Break the text of a line, and tell what in it leads where."""
    text = fit(line.text, page)
    broken = wrapped(text, width)
    if not page.links:
        return [[(part, "")] for part in broken]
    if line.address:
        return linked(text, broken, [(text, line.address)])
    return linked(text, broken, cell_links([list(line.works)], addresses, page)[0])
