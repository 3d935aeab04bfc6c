"""Markwhen: a timeline as text for https://markwhen.com, with the EDTF dates that it reads."""

import re
from collections.abc import Iterator
from typing import Final

from narcotl.dates import Day, day_text
from narcotl.dates.days import LAST_FOUR_DIGIT_YEAR
from narcotl.dates.vocabulary import End
from narcotl.exports.material import Material, Notes, skip_facts
from narcotl.exports.times import LABELS, Span, described, span_of
from narcotl.model.vocab.base import RecordKind
from narcotl.reports.harmless import clean
from narcotl.reports.report import Row

HEADER: Final = "---\ntitle: narcotl\ntimezone: UTC\n---\n"
_LENGTHS: Final = (0, 4, 7, 10)
"""So many characters of an ISO date tell the year, the month and the day."""
_TAG: Final = re.compile(r"\W+")
"""What a tag of Markwhen cannot hold, hyphens among it."""
_ACTED_ON: Final = re.compile(
    r"(?<!\w)[#@](?=\w)"  # tags and people
    r"|[\[\]<>`]"  # links, places, boxes to tick
    r"|(?<![0-9A-Za-z_])!(?=[0-9A-Za-z_])|(?<![0-9A-Za-z_])\.(?=start|end)"  # ids, and an end of the event with one
    r"|(?<=[0-9])%(?!\S)"  # how much of it is done
    r"|^/(?=/)"  # comments
)
"""What the parser of Markwhen acts on in a title or a line; for it only letters of ASCII make words."""


def text(material: Material, notes: Notes) -> Iterator[str]:
    """Give the header, then event by event."""
    skip_facts(material, notes, (RecordKind.EVENT,), "Markwhen holds events")
    yield HEADER
    for row in material.rows(RecordKind.EVENT):
        when = dates(row["date"], notes)
        if when:
            yield entry(row, when)


def entry(row: Row, when: str) -> str:
    """Write an event: its dates and title, tags, the id, then what else there is to say."""
    tags = " ".join(f"#{_TAG.sub('_', word)}" for word in (row["status"], *row["kinds"], *row["topics"]))
    lines = [f"{when}: {line(row['title'])} {tags}", f"id: {row['id']}", ""]
    lines += [f"- {detail(part)}" for part in described(row)]
    return "\n" + "\n".join(lines) + "\n"


def line(text: str) -> str:
    """Write a text in one line, in which nothing is a tag, a link or the start of another entry."""
    plain = " ".join(clean(text).split())
    return _ACTED_ON.sub(lambda found: _LIKE[found[0]], plain)


def detail(text: str) -> str:
    """Write what a line says after its label: a date before a colon would be an entry of its own."""
    label, colon, rest = line(text).partition(": ")
    labelled = colon and label in LABELS
    return f"{label}: {_colonless(rest)}" if labelled else _colonless(line(text))


def _colonless(text: str) -> str:
    return text.replace(":", "\N{MODIFIER LETTER COLON}")


_LIKE: Final = {
    "#": "\N{FULLWIDTH NUMBER SIGN}",
    "@": "\N{FULLWIDTH COMMERCIAL AT}",
    "[": "\N{FULLWIDTH LEFT SQUARE BRACKET}",
    "]": "\N{FULLWIDTH RIGHT SQUARE BRACKET}",
    "<": "\N{FULLWIDTH LESS-THAN SIGN}",
    ">": "\N{FULLWIDTH GREATER-THAN SIGN}",
    "`": "\N{MODIFIER LETTER GRAVE ACCENT}",
    "!": "\N{FULLWIDTH EXCLAMATION MARK}",
    ".": "\N{ONE DOT LEADER}",
    "%": "\N{FULLWIDTH PERCENT SIGN}",
    "/": "\N{FULLWIDTH SOLIDUS}",
}
"""Markwhen has no escapes; these letters look the same and mean nothing."""


def dates(date: Row, notes: Notes) -> str:
    """Write the days of a date as Markwhen reads them; nothing if it cannot."""
    span = span_of(date)
    if span.first is None and span.last is None:
        notes.left_out("event", "without a date", "Markwhen needs one")
        return ""
    known = [day for day in (span.first, span.last) if day is not None]
    if not all(0 < day[0] <= LAST_FOUR_DIGIT_YEAR for day in known):
        notes.left_out("event", "before the year 1 or after 9999", "Markwhen reads years of four digits")
        return ""
    return written(span, known)


def written(span: Span, known: list[Day]) -> str:
    """Write a span of days that Markwhen has."""
    first, last = (day_text(day)[: _LENGTHS[span.parts]] for day in (known[0], known[-1]))
    if span.date.end is End.OPEN and span.first is not None:
        return f"{first}/now"
    return first if first == last else f"{first}/{last}"
