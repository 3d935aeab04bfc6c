"""How answers look in a notebook: tables of HTML in which every text is text."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from narcotl.reports.report import Card, Column, Report, Row, Tone, Width

MOST = 60
"""So many rows are shown of a list."""


def report_html(report: Report, rows: Sequence[Row]) -> str:
    """Write a list as a table, and below it how to read it, and how much is left out."""
    return "\n".join([f"<p><strong>{text(report.title)}</strong></p>", *listed(report, rows)])


def card_html(card: Card) -> str:
    """Write a record in full: its lines, its lists and its notes."""
    parts = [f"<p><strong>{text(card.title)}</strong></p>"]
    if card.lines:
        lines = "".join(f"<tr><th>{text(line.label)}</th><td>{text(line.text)}</td></tr>" for line in card.lines)
        parts.append(f"<table>{lines}</table>")
    for section in card.sections:
        if rows := list(section.rows):
            parts += [f"<p><em>{text(section.title)}</em></p>", *listed(section, rows)]
    return "\n".join([*parts, *paragraphs(card.notes)])


def listed(report: Report, rows: Sequence[Row]) -> Iterator[str]:
    """Write the table of a list, and what stands below it."""
    shown = [column for column in report.columns if column.width is not Width.NEVER and column.tone is not Tone.BAR]
    if rows:
        yield table(shown, rows[:MOST])
    elif report.empty:
        yield f"<p>{text(report.empty)}</p>"
    yield from paragraphs(report.footer(list(rows)))
    if len(rows) > MOST:
        yield f"<p>{len(rows) - MOST} more.</p>"


def table(columns: Sequence[Column], rows: Iterable[Row]) -> str:
    """Write a table."""
    head = "".join(f"<th>{text(column.heading)}</th>" for column in columns)
    body = "".join(f"<tr>{''.join(f'<td>{text(column.cell(row))}</td>' for column in columns)}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def paragraphs(texts: Iterable[str]) -> Iterator[str]:
    """Write texts one below the other."""
    return (f"<p>{text(one)}</p>" for one in texts)


def text(plain: str) -> str:
    """Write a text so that nothing in it is markup."""
    return escape(plain).replace("\n", "<br>")
