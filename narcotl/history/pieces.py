"""Find one record in the text of a store file, without reading the rest of it where that can be helped."""

import io
import re
from pathlib import PurePosixPath
from typing import Final

from narcotl.errors import Problem
from narcotl.history.plain import Plain, plain
from narcotl.model.entry import Entry, Setting
from narcotl.store import jsonl_file, yaml_file
from narcotl.store.layout import FILE_KINDS, StoreFile
from narcotl.store.reader import understood

LINES: Final = ".jsonl"


class Unreadable:
    """A record that is there and is broken."""


UNREADABLE: Final = Unreadable()


def file_of(path: str, store: str) -> StoreFile:
    """Say what kind of record a file holds, by its path in the repository and that of the store."""
    from pathlib import Path

    inside = PurePosixPath(path).relative_to(store) if store and path != store else PurePosixPath(path)
    first = inside.parts[0] if len(inside.parts) > 1 else inside.stem
    return StoreFile(path=Path(path), kind=FILE_KINDS.get(first) if path != store else None)


def found(data: bytes, name: str, file: StoreFile) -> Plain | Unreadable | None:
    """Find a record by its id in what a file holds; None if it is not there."""
    if name.encode() not in data:
        return None
    # A part of a file may lack its anchors, or the key above it; then the whole of it is read.
    for text in filter(None, (piece(data, name, file), data)):
        for item in items(text, file):
            if isinstance(item, Entry) and item.record is not None and item.record.id == name:
                return plain(item.record)
    return UNREADABLE if re.search(rb"\bid[\"']?\s*:\s*[\"']?" + re.escape(name.encode()) + rb"\b(?!-)", data) else None


def records(data: bytes, file: StoreFile) -> dict[str, Plain]:
    """Read all records of a file."""
    entries = (item.record for item in items(data, file) if isinstance(item, Entry))
    return {record.id: plain(record) for record in entries if record is not None}


def items(data: bytes, file: StoreFile) -> list[Entry | Setting | Problem]:
    """Read what a text holds."""
    reader = jsonl_file if file.path.suffix == LINES else yaml_file
    read = reader.items(io.BytesIO(data), str(file.path))
    return [item for one in read for item in understood(file, one)]


def piece(data: bytes, name: str, file: StoreFile) -> bytes | None:
    """Cut out the item of a list that has an id: a line of JSON Lines, or what is indented below its dash in YAML."""
    wanted = re.escape(name.encode())
    if file.path.suffix == LINES:
        line = re.search(rb'^.*"id"\s*:\s*"' + wanted + rb'".*$', data, re.MULTILINE)
        return line[0] if line else None
    begin = re.search(rb"^( *)- *\{? *id: *[\"']?" + wanted + rb"[\"']?(?=[\s,}]|$).*\n?", data, re.MULTILINE)
    if begin is None or file.kind is None:
        return None
    indent = len(begin[1])
    end = re.compile(rb"^ {0,%d}[^ \n#]" % indent, re.MULTILINE).search(data, begin.end())
    lines = data[begin.start() : end.start() if end else len(data)].splitlines(keepends=True)
    return b"".join(line[indent:] if line[:indent].isspace() else line for line in lines)
