"""CSL-JSON: the sources for Zotero, Pandoc and every citation processor."""

from collections.abc import Iterator
from typing import Any, Final

from narcotl.exports.json_lines import compact
from narcotl.exports.material import Material, Notes, skip_facts
from narcotl.exports.times import Span, span_of
from narcotl.exports.works import Work, is_plain, issued, remarks, works
from narcotl.reports.report import Row

TYPES: Final = {
    "textbook": "book",
    "news-analysis": "article-newspaper",
    "op-ed": "article-newspaper",
    "wire": "article-newspaper",
    "gov-survey": "report",
    "igo-survey": "report",
    "gov-study": "report",
    "ngo": "report",
    "gov-statement": "document",
}
"""The types of CSL for those that it does not have; the type of the store stands in `genre`."""
_SAME: Final = {
    "container": "container-title",
    "publisher": "publisher",
    "volume": "volume",
    "issue": "issue",
    "page": "page",
    "isbn": "ISBN",
    "url": "URL",
}


def text(material: Material, notes: Notes) -> Iterator[str]:
    """Give one array, an item a line."""
    skip_facts(material, notes, (), "CSL-JSON holds sources")
    between = "[\n"
    for work in works(material):
        yield between + compact(item(work))
        between = ",\n"
    yield "[]\n" if between == "[\n" else "\n]\n"


def item(work: Work) -> dict[str, Any]:
    """Make the item of a source. A name stays whole: the store does not say which part of it is the family's."""
    row = work.row
    made: dict[str, Any] = {
        "id": row["id"],
        "type": TYPES.get(row["type"], row["type"]),
        "title": row["title"],
        "genre": row["type"],
    }
    if work.authors:
        made["author"] = [{"literal": author.name} for author in work.authors]
    made |= {csl: row[ours] for ours, csl in _SAME.items() if row.get(ours)}
    if work.whole and "container-title" not in made:
        made["container-title"] = work.whole["title"]
    span = issued(row)
    if (date := dated(span, row["issued"])) is not None:
        made["issued"] = date
    if row.get("accessed") and (accessed := dated(span_of(row["accessed"]), row["accessed"])) is not None:
        made["accessed"] = accessed
    if said := remarks(row, dated=is_plain(span)):
        made["note"] = " ".join(said)
    return made


def dated(span: Span, date: Row) -> dict[str, Any] | None:
    """Write a date: by its parts, as a range where it spans more than one year; in words what has no bounds."""
    if span.date.undated:
        return None
    if span.first is None or span.last is None or span.date.members:
        return {"literal": date["text"]}
    first, last = (list(day[: span.parts]) for day in (span.first, span.last))
    made: dict[str, Any] = {"date-parts": [first] if first == last else [first, last]}
    if date["approximate"] or date["uncertain"]:
        made["circa"] = True
    return made
