"""Footnotes as in the Chicago Manual of Style, 18th edition, which asks for no place of publication."""

import re
from typing import Final

from narcotl.exports.follow_the_money import ARTICLES
from narcotl.exports.references.dates import american
from narcotl.exports.references.pieces import Piece, Pieces, filled, italic, joined, line, quoted
from narcotl.exports.works import Work

BOOKS: Final = frozenset(
    {"book", "textbook", "report", "gov-survey", "igo-survey", "gov-study", "ngo", "dataset", "motion_picture"}
)
"""What has a title in italics and its publisher and year in brackets; all else is quoted."""
SITES: Final = frozenset({"webpage", "entry-encyclopedia"})
"""What appears in something whose name is not set in italics."""
_PAGE: Final = re.compile(r"pp?\.\s*(?=[0-9])")
_TWO: Final = 2


def note(work: Work, locator: str = "") -> list[Piece]:
    """Give the note of a work, without a full stop, and with the place in it before the address."""
    row = work.row
    where = locator or row.get("page") or ""
    if row["type"] == "article-journal":
        parts = [*journal(work, where)]
    elif row["type"] in BOOKS and not work.whole:
        parts = [[italic(row["title"]), *imprint(work)], *filled(place(where))]
    else:
        parts = [*shorter(work), *filled(place(where))]
    return joined([*filled(authors(work)), *parts, *filled(row.get("url"))], ", ")


def authors(work: Work) -> str:
    """Name the authors: of more than two only the first."""
    names = [line(author.name) for author in work.authors]
    return " and ".join(names) if len(names) <= _TWO else f"{names[0]} et al."


def place(locator: str) -> str:
    """Write the place in a work; a page is a mere number."""
    return line(_PAGE.sub("", locator))


def imprint(work: Work) -> Pieces:
    """Give the publisher and the date of a book, in brackets."""
    inside = ", ".join(filter(None, (line(work.row.get("publisher") or ""), american(work.row["issued"]) or "n.d.")))
    series = joined(filled(work.row.get("container")), "")
    return [*([Piece(", "), *series] if series else []), Piece(f" ({inside})")]


def journal(work: Work, where: str) -> list[Pieces]:
    """Give the parts of an article in a journal: title, journal with volume, issue and date, page."""
    row = work.row
    found: list[Piece] = [italic(row.get("container") or row.get("publisher") or "")] if row.get("container") else []
    number = ", no. ".join(filter(None, (line(row.get("volume") or ""), line(row.get("issue") or ""))))
    told = american(row["issued"]) or "n.d."
    found.append(Piece(f" {number} ({told})".replace("  ", " ") + (f": {place(where)}" if where else "")))
    return [[quoted(row["title"], ",")], found]


def shorter(work: Work) -> list[Pieces]:
    """Give the parts of whatever is quoted: title, what it appeared in, publisher, date."""
    row = work.row
    parts: list[Pieces] = [[quoted(row["title"], ",")]]
    container = row.get("container") or (work.whole.get("title") if work.whole else None)
    if container and row["type"] == "entry-encyclopedia":
        parts = [[Piece(f"{line(container)}, s.v. "), *parts[0]]]
    elif container:
        held = [Piece(line(container))] if row["type"] in SITES else [italic(container)]
        parts.append([Piece("in "), *held] if work.whole else held)
    if row["type"] not in ARTICLES:
        parts += filled(row.get("publisher") if row.get("publisher") != container else None)
    elif not container:
        parts += filled(row.get("publisher"))
    accessed = f"accessed {american(row['accessed'])}" if row.get("accessed") else "n.d."
    return [*parts, *filled(american(row["issued"]) or accessed)]
