"""Write records into a store: into files of their own in a folder, or at the end of a file of JSON Lines."""

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

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
    try:
        replace({path: lines_of(several) for path, several in parts.items()})
    except OSError as error:
        raise UsageError(f"cannot write into {store}: {error.strerror or error}", "Nothing was changed.") from error
    return list(parts)


def lines_of(records: Iterable[Mapping[str, Any]]) -> bytes:
    """Write records as JSON Lines."""
    return "".join(f"{json.dumps(record, ensure_ascii=False, separators=(',', ':'))}\n" for record in records).encode()


def replace(added: Mapping[Path, bytes]) -> None:
    """Add to the end of files, or make them: each is complete beside its place first; a failure undoes all of it."""
    drafts: dict[Path, Path] = {}
    before: dict[Path, bytes | None] = {}
    made: list[Path] = []
    try:
        for path, text in added.items():
            for folder in reversed([folder for folder in path.parents if not folder.exists()]):
                folder.mkdir()
                made.append(folder)
            before[path] = path.read_bytes() if path.exists() else None
            draft = path.with_name(f".narcotl-{os.urandom(6).hex()}")
            drafts[path] = draft
            old = before[path] or b""
            draft.write_bytes(old + (b"\n" if old and not old.endswith(b"\n") else b"") + text)
            if path.exists():
                draft.chmod(path.stat().st_mode & 0o7777)
        done: list[Path] = []
        try:
            for path, draft in drafts.items():
                draft.replace(path)
                done.append(path)
        except BaseException:
            for path in done:
                undo(path, before[path])
            raise
    except BaseException:
        for draft in drafts.values():
            draft.unlink(missing_ok=True)
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
        raise


def undo(path: Path, before: bytes | None) -> None:
    """Give a file back what it held, or take it away."""
    if before is None:
        path.unlink(missing_ok=True)
    else:
        path.write_bytes(before)
