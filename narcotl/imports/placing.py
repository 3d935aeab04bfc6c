"""Write records into a store: into files of their own in a folder, or at the end of a file of JSON Lines."""

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from narcotl.editing.files import Change, contents, write
from narcotl.errors import UsageError
from narcotl.index.rules import FILES
from narcotl.model.vocab.base import RecordKind

LINES = ".jsonl"


def check_target(store: Path) -> bool:
    """Tell whether the store has something in it already; fails if nothing can be written there."""
    if store.is_dir():
        return any(store.iterdir())
    if store.suffix in (".yaml", ".yml"):
        hint = "Name a folder, or a file of JSON Lines (.jsonl)."
        raise UsageError(f"{store} is written by hand: nothing is imported into a YAML file", hint)
    if store.exists():
        if store.suffix != LINES or not store.is_file():
            raise UsageError(f"{store} is no store to import into", "Name a folder, or a file that ends in .jsonl.")
        return store.stat().st_size > 0
    if not store.parent.is_dir():
        raise UsageError(f"there is no folder {store.parent}", "Make it first.")
    if store.suffix not in ("", LINES):
        raise UsageError(f"{store} is no store to import into", "Name a folder, or a file that ends in .jsonl.")
    return False


def put(records: Sequence[Mapping[str, Any]], store: Path, name: str) -> list[Path]:
    """Write records, all or none, and give the files that have them now."""
    store = Path(os.path.realpath(store))
    parts: dict[Path, list[Mapping[str, Any]]] = {}
    for record in records:
        path = store
        if store.suffix != LINES or store.is_dir():
            path = store / FILES[RecordKind(record["kind"])] / f"imported-{name}{LINES}"
        parts.setdefault(path, []).append(record)
    write(addition(path, lines_of(several)) for path, several in parts.items())
    return list(parts)


def addition(path: Path, text: bytes) -> Change:
    """Add lines to the end of a file, or make it."""
    before = contents(path)
    old = before or b""
    return Change(path=path, before=before, after=old + (b"\n" if old and not old.endswith(b"\n") else b"") + text)


def lines_of(records: Iterable[Mapping[str, Any]]) -> bytes:
    """Write records as JSON Lines."""
    return "".join(f"{json.dumps(record, ensure_ascii=False, separators=(',', ':'))}\n" for record in records).encode()
