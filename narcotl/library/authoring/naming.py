"""Propose the id of a new record: a few words of what is said of it, that no other record has."""

import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

from narcotl.model.vocab.base import RecordKind

# fmt: off
SMALL_WORDS = frozenset(
    {
        "a", "an", "and", "are", "as", "at", "be", "been", "by", "for",
        "from", "had", "has", "have", "his", "her", "in", "into", "is", "it",
        "its", "of", "on", "or", "say", "says", "that", "the", "their", "this",
        "to", "was", "were", "which", "who", "with",
    }
)
# fmt: on
MOST_WORDS = 5
LONGEST = 60


def proposed(kind: RecordKind, fields: Mapping[str, Any], is_taken: Callable[[str], bool]) -> str:
    """Make an id of the fields of a record."""
    stem = "-".join(part for part in parts(kind, fields) if part)[:LONGEST].strip("-") or kind.value
    if not is_taken(stem):
        return stem
    number = 2
    while is_taken(f"{stem}-{number}"):
        number += 1
    return f"{stem}-{number}"


def parts(kind: RecordKind, fields: Mapping[str, Any]) -> list[str]:
    """Give the parts of an id: the words of a title, the year of a source, the measure and place of a figure."""
    said = {key: str(value) for key, value in fields.items() if isinstance(value, str)}
    match kind:
        case RecordKind.FIGURE:
            keys = ("measure", "region", "period", "agency", "scope")
            return ["-".join(words_of(said.get(key, ""))) for key in keys]
        case RecordKind.CORRECTION:
            return ["correct", *content(said.get("should_be", ""))]
        case RecordKind.SOURCE:
            authors = fields.get("author") or ()
            first = words_of(str(authors[0]))[-1:] if authors else []
            return [*(first or content(said.get("title", ""))), year(said.get("issued", ""))]
        case RecordKind.EVENT:
            found = content(said.get("title", ""))
            when = year(said.get("date", ""))
            return found if when in found else [*found, when]
        case RecordKind.ANNOTATION:
            return ["on", *words_of(said.get("of", ""))]
        case RecordKind.CLAIM:
            return content(said.get("proposition", ""))
        case _:
            return words_of(said.get("name", ""))


def content(text: str) -> list[str]:
    """Give the first words of a text that say something."""
    found = words_of(text)
    return ([word for word in found if word not in SMALL_WORDS] or found)[:MOST_WORDS]


def words_of(text: str) -> list[str]:
    """Give the words of a text in small letters without accents."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("'", "").replace("\u2019", ""))
    kept = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return "".join(letter if letter.isalnum() else " " for letter in kept).split()


def year(edtf: str) -> str:
    """Give the year with which a date begins, if it has one."""
    return edtf[:4] if edtf[:4].isascii() and edtf[:4].isdigit() else ""
