"""Citations and entries of the list of references as in the Publication Manual of the APA, 7th edition.

Titles stay as they are: which words of them are names, and keep their capitals, is not known.
"""

import re
from typing import Final

from narcotl.exports.follow_the_money import ARTICLES
from narcotl.exports.references.chicago import BOOKS
from narcotl.exports.references.dates import american, year, year_first
from narcotl.exports.references.people import called, listed
from narcotl.exports.references.pieces import Piece, ended, italic, line, quoted
from narcotl.exports.works import Work

_MEDIA: Final = {"motion_picture": "Film", "broadcast": "Broadcast", "interview": "Interview", "dataset": "Data set"}
"""What stands in square brackets behind a title."""
_PARAGRAPH: Final = re.compile(r"\bpar\.(?= ?[0-9])")
_PARAGRAPHS: Final = re.compile(r"\bpar\.(?= ?[0-9]+(?:[-\N{EN DASH}, ]+[0-9]))")


def reference(work: Work) -> list[Piece]:
    """Give the entry of the list of references."""
    row = work.row
    when = f"({year_first(row['issued']).strip('[]')})."
    title = [*entitled(work), *([Piece(f" [{_MEDIA[row['type']]}]")] if row["type"] in _MEDIA else [])]
    named = f"{listed(work.authors)}".removesuffix(".")
    head = [Piece(f"{named}. {when} "), *ended_title(title)] if named else [*ended_title(title), Piece(f" {when}")]
    whole = [*head, *held_in(work), *published(work)]
    if row.get("url"):
        undated = row.get("accessed") and year_first(row["issued"]) == "n.d."
        retrieved = f"Retrieved {american(row['accessed'])}, from " if undated else ""
        whole.append(Piece(f" {retrieved}{line(row['url'])}"))
    return whole


def entitled(work: Work) -> list[Piece]:
    """Give the title: in italics, unless the work is a part of something that has these."""
    if work.row["type"] in ARTICLES or work.whole or work.row.get("container"):
        title = line(work.row["title"])
        return [Piece(title)] if not title.startswith("Untitled ") else [Piece(f"[{title}]")]
    return [italic(work.row["title"])]


def ended_title(title: list[Piece]) -> list[Piece]:
    """End a title with a full stop, unless it ends with a mark of its own."""
    return title if title[-1].text.endswith(("?", "!", ".")) else [*title, Piece(".")]


def held_in(work: Work) -> list[Piece]:
    """Give what a work appeared in, with volume, issue and pages."""
    row = work.row
    container = row.get("container") or (work.whole.get("title") if work.whole else None)
    if not container:
        return []
    is_part = work.whole is not None or row["type"] in ("chapter", "entry-encyclopedia")
    pieces = [Piece(" In " if is_part else " "), italic(container)]
    if row.get("volume"):
        pieces += [Piece(", "), Piece(line(row["volume"]), italic=True)]
    if row.get("issue"):
        pieces.append(Piece(f"({line(row['issue'])})"))
    if row.get("page"):
        page = line(row["page"])
        pieces.append(Piece(f" ({page})" if is_part else f", {page}"))
    return ended(pieces)


def published(work: Work) -> list[Piece]:
    """Give the publisher, where it is neither the author nor what the work appeared in."""
    publisher = work.row.get("publisher")
    known = {author.name for author in work.authors} | {work.row.get("container")}
    if not publisher or publisher in known or (work.row["type"] in ARTICLES and work.row["type"] != "wire"):
        return []
    return ended([Piece(f" {line(publisher)}")])


def in_text(work: Work, *, dated: bool = True) -> list[Piece]:
    """Give what stands in the text for a work; without `dated`, a year that is not known is left out."""
    when = year(work.row["issued"]).strip("[]")
    tail = "" if when == "n.d." and not dated else f", {when}"
    if work.authors:
        return [Piece(f"{called(work.authors)}{tail}")]
    title = work.row["title"]
    if work.row["type"] in BOOKS and not work.whole:
        return [italic(title), Piece(tail)]
    return [quoted(title, "," if tail else ""), Piece(tail.removeprefix(","))]


def place(locator: str) -> str:
    """Write the place in a work as APA abbreviates it."""
    return _PARAGRAPH.sub("para.", _PARAGRAPHS.sub("paras.", line(locator)))
