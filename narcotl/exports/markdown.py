"""Markdown: a report to read, with every source in a footnote."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from narcotl.exports.material import Material, Notes
from narcotl.exports.times import cited, participant, possibly
from narcotl.model.vocab.base import RecordKind
from narcotl.reports import cells
from narcotl.reports.harmless import clean
from narcotl.reports.report import Row
from narcotl.reports.speaking import speaker

_MARKUP: Final = re.compile(r"[\\`*{}\[\]<>#|~$]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)|^[+=-]|^\d+[.)]|://|www\.")
"""What Markdown, or what is often added to it, would act on."""


class Footnotes:
    """Numbers the chains of sources, each once."""

    def __init__(self) -> None:
        """Begin with none."""
        self.numbers: dict[str, int] = {}

    def marks(self, citations: Iterable[Row]) -> str:
        """Write the marks of citations."""
        texts = dict.fromkeys(cited(citation) for citation in citations)
        return "".join(f"[^{self.numbers.setdefault(text, len(self.numbers) + 1)}]" for text in texts)

    def lines(self) -> Iterator[str]:
        """Write the notes."""
        for text, number in self.numbers.items():
            yield f"[^{number}]: {plain(text)}\n"


def text(material: Material, notes: Notes) -> Iterator[str]:
    """Give the report: events, claims, figures, corrections, and the footnotes."""
    del notes
    footnotes = Footnotes()
    yield "# narcotl\n"
    for kind, heading, entry in (
        (RecordKind.EVENT, "Events", event),
        (RecordKind.CLAIM, "Claims", claim),
        (RecordKind.FIGURE, "Figures", figure),
        (RecordKind.CORRECTION, "Corrections", correction),
    ):
        begun = False
        for row in material.rows(kind):
            if not begun:
                yield f"\n## {heading}\n\n"
                begun = True
            yield entry(row, footnotes)
    if footnotes.numbers:
        yield "\n"
    yield from footnotes.lines()


def event(row: Row, footnotes: Footnotes) -> str:
    """Write an event as an item of a list."""
    head = f"- **{plain(row['date']['text'])}**: {plain(row['title'])}{footnotes.marks(row['sources'])}"
    lines = [plain(row["summary"])] if row.get("summary") else []
    who = f" {', '.join(plain(participant(part)) for part in row['participants'])}." if row["participants"] else ""
    lines += [f"*{plain(row['status'] + possibly(row))}*; {plain(cells.names(row['regions']))}.{who}"]
    return item([head, *lines, *corrections(row)])


def claim(row: Row, footnotes: Footnotes) -> str:
    """Write a claim with every position on it, in the order of the store."""
    head = f"- **{plain(row['proposition'])}**{plain(possibly(row))}"
    lines = [
        f"- {plain(speaker(position))} {plain(position['stance'])}"
        + (f", {plain(position['said']['text'])}" if position.get("said") else "")
        + (f": {plain(position['gist'])}" if position.get("gist") else "")
        + footnotes.marks([position])
        for position in row["positions"]
    ]
    return "\n".join([head, *(f"  {line}" for line in lines), *(f"  - {line}" for line in corrections(row))]) + "\n"


def figure(row: Row, footnotes: Footnotes) -> str:
    """Write a figure."""
    by = f", according to {plain(cells.name(row['agency']))}" if row.get("agency") else ""
    vintage = f", published {plain(row['vintage']['text'])}" if row.get("vintage") else ""
    formula = f"; computed as {plain(row['derived']['formula'])}" if row.get("derived") else ""
    marks = footnotes.marks([row] if row.get("source") else [])
    value = cells.value({**row, "corrections": ()})
    head = f"- {plain(cells.figure(row))}: **{plain(value)}**{by}{vintage}{formula}{plain(possibly(row))}{marks}"
    return item([head, *corrections(row)])


def correction(row: Row, footnotes: Footnotes) -> str:
    """Write a correction."""
    return item([f"- {plain(cells.correction(row))}{footnotes.marks(row['basis'])}"])


def corrections(row: Row) -> list[str]:
    """Write what is corrected on a record."""
    return [f"Correction: {plain(cells.correction(mended))}" for mended in row.get("corrections") or ()]


def item(lines: list[str]) -> str:
    """Write an item of a list, each line of it on a line of its own."""
    return "\\\n  ".join(lines) + "\n"


def plain(text: str) -> str:
    """Write a text in one line, in which nothing is markup."""
    return _MARKUP.sub(_escaped, " ".join(clean(text).split()))


def _escaped(found: re.Match[str]) -> str:
    """Put a backslash before what would be markup; addresses must not become links."""
    mark = found[0]
    return {"://": "\\://", "www.": "www\\."}.get(mark) or f"{mark[:-1]}\\{mark[-1]}"
