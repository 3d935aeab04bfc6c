"""BibTeX: the sources, with every character that TeX would act on escaped."""

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import quote

from narcotl.exports.material import Material, Notes, skip_facts
from narcotl.exports.works import Author, Work, is_plain, issued, remarks, works
from narcotl.reports.harmless import clean
from narcotl.reports.report import Row

TYPES: Final = {
    "book": "book",
    "textbook": "book",
    "chapter": "incollection",
    "article-newspaper": "article",
    "article-magazine": "article",
    "article-journal": "article",
    "news-analysis": "article",
    "op-ed": "article",
    "wire": "article",
    "entry-encyclopedia": "incollection",
    "report": "techreport",
    "gov-survey": "techreport",
    "igo-survey": "techreport",
    "gov-study": "techreport",
    "ngo": "techreport",
}
"""The types of BibTeX; whatever else there is is `misc`."""
CONTAINERS: Final = {"article": "journal", "incollection": "booktitle"}
"""The field that holds where a work appeared; for others it is `howpublished`."""
_MONTHS: Final = ("", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ACTIVE: Final = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
}
# Braces by name, since BibTeX counts them even behind a backslash.
_TEX: Final = re.compile(r"[\\{}$&#%_^~<>|]")
_ADDRESS: Final = "/:?=&;,@!*()+-._~%#$'"
"""What stays as it is in an address; braces, backslashes and spaces would end the field or start a command."""


def text(material: Material, notes: Notes) -> Iterator[str]:
    """Give an entry for each source."""
    skip_facts(material, notes, (), "BibTeX holds sources")
    between = ""
    for work in works(material):
        yield between + entry(work)
        between = "\n"


def entry(work: Work) -> str:
    """Write the entry of a source, with its id as the key."""
    kind = TYPES.get(work.row["type"], "misc")
    lines = [f"  {name} = {value}" for name, value in fields(work, kind)]
    return f"@{kind}{{{work.row['id']},\n" + ",\n".join(lines) + "\n}\n"


def fields(work: Work, kind: str) -> Iterator[tuple[str, str]]:
    """Give the fields of an entry, each with its value as it stands in the file."""
    row = work.row
    if work.authors:
        yield "author", "{" + " and ".join(map(name, work.authors)) + "}"
    yield "title", "{{" + tex(row["title"]) + "}}"
    container = row.get("container") or (work.whole["title"] if work.whole else None)
    yield from filled(CONTAINERS.get(kind, "howpublished"), container)
    yield from dated(row)
    yield from filled("institution" if kind == "techreport" else "publisher", row.get("publisher"))
    yield from filled("volume", row.get("volume"))
    yield from filled("number", row.get("issue"))
    yield from filled("pages", row.get("page"))
    yield from filled("isbn", row.get("isbn"))
    if row.get("url"):
        yield "url", "{" + quote(clean(row["url"]), safe=_ADDRESS) + "}"
    if row.get("accessed"):
        yield from filled("urldate", row["accessed"]["edtf"])
    yield from filled("keywords", row["type"])
    yield from filled("note", " ".join(remarks(row, dated=is_plain(issued(row)) and not is_doubtful(row))))


def filled(field: str, value: str | None) -> Iterator[tuple[str, str]]:
    """Give a field of plain text, if there is one."""
    if value:
        yield field, "{" + tex(value) + "}"


def dated(row: Row) -> Iterator[tuple[str, str]]:
    """Give year and month where they are known; every other date stands in words in the note."""
    span = issued(row)
    if span.first is None or not is_plain(span):
        return
    yield "year", f"{{{span.first[0]}}}"
    precision = span.date.precision.value
    if precision in ("month", "day"):
        yield "month", _MONTHS[span.first[1]]
    if precision == "day":
        yield "day", f"{{{span.first[2]}}}"


def is_doubtful(row: Row) -> bool:
    """Tell whether a date is only about right, or doubtful, which a year cannot say."""
    return bool(row["issued"]["approximate"] or row["issued"]["uncertain"])


def name(author: Author) -> str:
    """Write a name: braces keep BibTeX from looking for the first and last name of what may be no person."""
    written = tex(author.name)
    apart = re.search(r",|\band\b", author.name, re.IGNORECASE)
    return written if author.is_person and not apart else f"{{{written}}}"


def tex(text: str) -> str:
    """Write a text so that TeX shows it as it is."""
    return _TEX.sub(lambda found: _ACTIVE[found[0]], " ".join(clean(text).split()))
