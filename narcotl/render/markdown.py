"""Markdown as GitHub reads it: a table for a list, a page for a record, every text as it is and never as markup."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from narcotl.render.output import Shown
from narcotl.render.page import Page
from narcotl.render.values import columns, groups, pick, text_of
from narcotl.reports.harmless import clean
from narcotl.reports.report import Card, Line, Report, Row, Tone, Width

_MARKUP: Final = re.compile(r"[\\`*\[\]<|~]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)")

_BLOCK: Final = re.compile(r"^(\d{0,9})([#+\->=.)])")
"""What would make a paragraph a heading, a list or a quotation."""


def report(listed: Report, shown: Shown, page: Page) -> None:
    """Write a table, row by row as they come, and what stands below it."""
    rows: list[Row] = list(listed.rows) if listed.groups is not None else []
    for line in (
        _shelved(listed, rows, shown.fields) if rows else _table(listed, _kept(listed.rows, rows), shown.fields)
    ):
        page.write(f"{line}\n")
    for line in _paragraphs(listed.footer(rows)):
        page.write(f"{line}\n")


def card(one: Card, shown: Shown, page: Page) -> None:
    """Write a heading, the lines of the card as a list, its sections as tables, and its notes."""
    for line in _fields(one.record, shown.fields) if shown.fields else _card(one):
        page.write(f"{line}\n")


def _table(report: Report, rows: Iterable[Row], fields: tuple[str, ...]) -> Iterator[str]:
    shown = [
        column for column in columns(report, fields) if column.width is not Width.NEVER and column.tone is not Tone.BAR
    ]
    yield _row(escaped(column.heading) for column in shown)
    yield _row("---:" if column.tone is Tone.NUMBER else "---" for column in shown)
    for row in rows:
        yield _row(escaped(column.cell(row)) for column in shown)


def _shelved(report: Report, rows: list[Row], fields: tuple[str, ...]) -> Iterator[str]:
    """Write a table for each group of rows, below its heading."""
    for place, (name, members) in enumerate(groups(report, rows)):
        yield from ("",) * bool(place)
        yield from (f"## {escaped(name)}", "")
        yield from _table(report, members, fields)


def _kept(rows: Iterable[Row], kept: list[Row]) -> Iterator[Row]:
    """Pass rows on, and keep them for what stands below the table."""
    for row in rows:
        kept.append(row)
        yield row


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _fields(record: Row, fields: tuple[str, ...]) -> Iterator[str]:
    return (_item(Line(label=path, text=text_of(pick(record, path)))) for path in fields)


def _card(card: Card) -> Iterator[str]:
    yield f"# {escaped(card.title)}"
    identity = text_of(card.record.get("id"))
    lines = [*([Line(label="Id", text=identity)] if identity else []), *card.lines]
    if lines:
        yield ""
        yield from map(_item, lines)
    for section in card.sections:
        rows = list(section.rows)
        if rows or section.empty:
            yield from ("", f"## {escaped(section.title)}", "")
            yield from _table(section, rows, ()) if rows else [escaped(section.empty)]
            yield from _paragraphs(section.footer(rows))
    if card.details:
        yield ""
        yield from map(_item, card.details)
    yield from _paragraphs(card.notes)


def _item(line: Line) -> str:
    return f"- **{escaped(line.label)}:** {escaped(line.text)}".rstrip()


def _paragraphs(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from ("", _BLOCK.sub(r"\1\\\2", escaped(text.strip())))


def escaped(text: str) -> str:
    """Write a text so that Markdown and HTML find nothing in it to act on, in one line."""
    return _MARKUP.sub(r"\\\g<0>", clean(text)).replace("\t", " ").replace("\n", "<br>")
