"""What overlay stores add to the records of others: applied while these are read, so that everything counts it.

Annotations are few beside the records of a store, so they are read first and kept in memory; what they add to a
record is united with it before anything is drawn from it. What is printed says of each addition which store it is from.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from narcotl.index.stamp import IndexedFile
from narcotl.model.encode import to_json, to_text
from narcotl.model.records import Annotation, Claim, Record, RecordKind

if TYPE_CHECKING:
    from narcotl.index.reading import Read

WORD: Final = b"annotation"
"""What stands in every file that holds annotations and is not named after them."""
CHUNK: Final = 1 << 20
ANNOTATED: Final = """
SELECT DISTINCT m.target FROM records a JOIN mentions m ON m.record = a.id AND m.field = 'of'
WHERE a.kind = 'annotation' AND a.path IN (SELECT value FROM json_each(?))
"""
"""The records that annotations of some files add to."""
WHERE_KEPT: Final = "SELECT DISTINCT +path FROM records WHERE kind = 'annotation'"
"""With the plus, SQLite does not go through all records in the order of their paths."""


class Addition(NamedTuple):
    """One annotation, and the name of the store that it is from (none if it is the first one)."""

    annotation: Annotation
    layer: str | None


class Additions:
    """What is added to records, by their ids, and from which layer each file comes."""

    def __init__(self, files: Sequence[IndexedFile]) -> None:
        """Begin without additions."""
        self.layers = layers(files)
        self.found: dict[str, list[Addition]] = {}

    def read(self, files: Iterable[IndexedFile], read: "Read") -> None:
        """Read the annotations of files."""
        for file in files:
            for item in read(file):
                record = getattr(item, "record", None)
                if isinstance(record, Annotation):
                    self.found.setdefault(record.of, []).append(Addition(record, self.layers.get(file.root)))

    def applied(self, record: Record) -> Record:
        """Unite a record with what is added to it: positions of a claim, and sources where there is a list of them."""
        added = self.found.get(record.id)
        if not added or isinstance(record, Annotation):
            return record
        from dataclasses import replace

        if isinstance(record, Claim):
            positions = [position for addition in added for position in addition.annotation.positions]
            return replace(record, positions=(*record.positions, *positions)) if positions else record
        if not has_sources(record):
            return record
        sources: Any = getattr(record, "sources", ())
        new = [citation for addition in added for citation in addition.annotation.sources]
        return replace(record, sources=(*sources, *new)) if new else record  # type: ignore[call-arg]  # it has them

    def text(self, record: Record, root: str) -> str:
        """Write a record that was united with its additions, each with its layer."""
        layer, added = self.layers.get(root), self.found.get(record.id)
        if layer is None and not added:
            return to_text(record)
        told = to_json(record)
        if added and not isinstance(record, Annotation):
            for key in ("positions", "sources"):
                marks = [mark(one) for one in added for _ in getattr(one.annotation, key)]
                own = told.get(key, [])
                for item, marked in zip(own[len(own) - len(marks) :], marks, strict=False):
                    item.update(marked)
            told["annotations"] = [note(one) for one in added]
        told |= {"layer": layer} if layer else {}
        return json.dumps(told, ensure_ascii=False, separators=(",", ":"))

    def tags(self, record: Record) -> Iterator[str]:
        """Give the tags that are added to a record."""
        for addition in self.found.get(record.id, ()):
            yield from addition.annotation.tags

    def notes(self, record: Record) -> Iterator[str]:
        """Give the notes that are added to a record, which it is found by."""
        for addition in self.found.get(record.id, ()):
            if addition.annotation.note:
                yield addition.annotation.note


def has_sources(record: Record) -> bool:
    """Say whether a record has a list of sources."""
    return any(field.name == "sources" for field in record.FIELDS)


def mark(addition: Addition) -> dict[str, str]:
    """Give what is printed of what an annotation adds: which one it is, and its layer."""
    return {"annotation": addition.annotation.id} | ({"layer": addition.layer} if addition.layer else {})


def note(addition: Addition) -> dict[str, Any]:
    """Give what is printed of an annotation on the record that it is about."""
    told = to_json(addition.annotation)
    return mark(addition) | {key: told[key] for key in ("note", "tags", "by", "made") if told.get(key)}


def layers(files: Iterable[IndexedFile]) -> dict[str, str]:
    """Name the stores after the first one: by their folders or files, with a number where two have one name."""
    found: dict[str, str] = {}
    roots = list(dict.fromkeys(file.root for file in files))[1:]
    for root in roots:
        name, number = Path(root).stem, 1
        while name in found.values():
            number += 1
            name = f"{Path(root).stem}-{number}"
        found[root] = name
    return found


def annotating(files: Iterable[IndexedFile]) -> list[IndexedFile]:
    """Give the files that may hold annotations: those named after them, and files of all kinds that have the word."""
    return [file for file in files if file.kind == RecordKind.ANNOTATION or (file.kind is None and says_so(file.path))]


def says_so(path: Path) -> bool:
    """Say whether the word stands in a file."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as stream:
            tail = b""
            while chunk := stream.read(CHUNK):
                if WORD in tail + chunk:
                    return True
                tail = chunk[-len(WORD) :]
    except OSError:
        return False
    return False


def annotated(connection: sqlite3.Connection, paths: Iterable[str]) -> set[str]:
    """Give the ids of the records that annotations of these files add to."""
    return {target for (target,) in connection.execute(ANNOTATED, (json.dumps(list(paths)),))}


def own(text: str) -> str:
    """Give the JSON of a record without what was added to it."""
    told = json.loads(text)
    kept = {key: own_part(part) for key, part in told.items() if key not in ("annotations", "layer")}
    return json.dumps(kept, ensure_ascii=False)


def own_part(part: Any) -> Any:
    """Leave out of a list what an annotation added to it."""
    return [one for one in part if not marked(one)] if isinstance(part, list) else part


def marked(part: Any) -> bool:
    """Tell whether an annotation added something."""
    return isinstance(part, dict) and "annotation" in part


def kept(connection: sqlite3.Connection) -> set[str]:
    """Give the files of an index that hold annotations."""
    return {path for (path,) in connection.execute(WHERE_KEPT)}
