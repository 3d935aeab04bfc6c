"""Make an event of the fields of a row."""

import json
from collections.abc import Mapping
from typing import Any, Final

from narcotl.imports.dates import DateReader
from narcotl.imports.item import RefusedError, Value
from narcotl.imports.names import Names, digest, slug
from narcotl.imports.plain import plain_text
from narcotl.model.vocab.base import RecordKind
from narcotl.select.fold import fold

STATUS: Final = "reported"
"""One origin says so, and nobody denies it: what is known of a row until somebody says more."""
_SHORT: Final = 40


class EventMaker:
    """What all rows of a file have in common: how dates are read, whom names mean, which source says it all."""

    def __init__(self, names: Names, dates: DateReader, source: str, separator: str = ";") -> None:
        """Keep them."""
        self.names = names
        self.dates = dates
        self.source = source
        self.separator = separator

    def make(self, number: int, fields: Mapping[str, Value], dates: DateReader | None = None) -> dict[str, Any]:
        """Make the record; fails with the reason why the row cannot be one."""
        texts = {field: self.text(value) for field, value in fields.items()}
        if not texts.get("title"):
            raise RefusedError("it has no title")
        written = joined(fields.get("date", "")).strip()
        end = joined(fields.get("end", "")).strip()
        date = (dates or self.dates).span(written, end)
        as_written = texts.get("as_written") or (f"{written} to {end}" if end else written)
        record: dict[str, Any] = {
            "kind": RecordKind.EVENT.value,
            "id": identity(texts, fields),
            "title": " ".join(texts["title"].split()),
            "summary": texts.get("summary") or None,
            "date": date.edtf,
            "date_as_written": as_written if as_written != date.edtf else None,
            "regions": [self.names.resolve(name, RecordKind.REGION) for name in self.places(fields)],
            "participants": [
                {"actor": self.names.resolve(name, RecordKind.ACTOR)}
                for name in self.parts(fields.get("participants", ""))
            ],
            "kinds": [word(part) for part in self.parts(fields.get("kinds", ""))],
            "topics": [word(part) for part in self.parts(fields.get("topics", ""))],
            "status": word(texts.get("status", "")) or STATUS,
            "note": texts.get("note") or None,
            "sources": [self.citation(number)],
        }
        return {key: value for key, value in record.items() if value is not None}

    def citation(self, number: int) -> dict[str, str]:
        """Cite a row of the file."""
        return {"source": self.source, "locator": f"row {number}"}

    def places(self, fields: Mapping[str, Value]) -> list[str]:
        """Give the names of places, also of those that stand together in the one text that a calendar has for them."""
        together = self.text(fields.get("places", ""))
        return [*self.parts(fields.get("regions", "")), *self.names.places(" ".join(together.split()))]

    def text(self, value: Value) -> str:
        """Give the plain text of a cell."""
        return plain_text(joined(value))

    def parts(self, value: Value) -> list[str]:
        """Give the parts of a cell that holds several, each once."""
        parts = value if isinstance(value, list) else listed_in(value) or plain_text(value).split(self.separator)
        return list(dict.fromkeys(filter(None, (plain_text(part).replace("\n", " ") for part in parts))))


def joined(value: Value) -> str:
    """Write several values as one."""
    return value if isinstance(value, str) else "; ".join(value)


def listed_in(text: str) -> list[str]:
    """Give the texts of a list in JSON, as tables without lists have them in a cell; nothing if it is none."""
    if not text.startswith('["'):
        return []
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return []
    return found if all(isinstance(one, str) for one in found) else []


def word(text: str) -> str:
    """Put a word into the form of vocabularies: `Covert operation` is `covert-operation`."""
    return fold(text).replace(" ", "-")


def identity(texts: Mapping[str, str], fields: Mapping[str, Value]) -> str:
    """Give the id: the one that the row has, else one of its content, so that the same row is the same event."""
    given = slug(texts.get("id", ""))
    # A mere number is an id in its own file only: the next file has the same ones.
    if given and given == texts.get("id") and not given.replace("-", "").isdecimal():
        return given
    content = json.dumps({key: fields[key] for key in sorted(fields) if fields[key]}, ensure_ascii=False)
    return f"{slug(texts['title'])[:_SHORT].strip('-') or 'event'}-{digest(content)}"
