"""Which files make up a store, and which kind of record each of them holds."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from narcotl.errors import StoreError

FILE_KINDS = {
    "regions": "region",
    "actors": "actor",
    "sources": "source",
    "measures": "measure",
    "events": "event",
    "claims": "claim",
    "figures": "figure",
    "corrections": "correction",
    "annotations": "annotation",
}
"""The names of files, folders and keys, each with the kind of record that it holds."""

SETTINGS = "store"
"""The stem of the file that holds title, licence, topics and settings, and the key of nothing else."""

SUFFIXES = (".yaml", ".yml", ".jsonl")


class StoreFile(NamedTuple):
    """One file of a store."""

    path: Path
    kind: str | None
    """The kind of record in it; None where the file itself says it, for each key or record."""


def files(store: Path) -> Iterator[StoreFile]:
    """List the files of a store in a fixed order, by absolute path; fails if there is no store."""
    try:
        is_folder = stat.S_ISDIR(store.stat().st_mode)
        whole = store.absolute()
    except (FileNotFoundError, NotADirectoryError):
        raise StoreError(f"there is no store at {store}", "Give an existing folder or file to --store.") from None
    except OSError as error:
        raise StoreError(f"cannot read the store {store}: {error.strerror}", "Check its permissions.") from None
    if is_folder:
        found = list(files_in(whole))
        if not found:
            hint = "A store is a folder with events.yaml, actors.yaml, ... or one YAML or JSON Lines file."
            raise StoreError(f"no store in {store}: it holds none of the files of a store", hint)
        yield from found
    elif store.suffix in SUFFIXES:
        yield StoreFile(path=whole, kind=None)
    else:
        raise StoreError(f"{store} is not a store file", f"A store file ends in {', '.join(SUFFIXES)}.")


def files_in(folder: Path) -> Iterator[StoreFile]:
    """List the files of a folder store: one of each kind, or several in a folder of that name."""
    try:
        names = {entry.name: entry for entry in os.scandir(folder)}
    except OSError as error:
        raise StoreError(f"cannot read the store {folder}: {error.strerror}", "Check its permissions.") from None
    for stem, kind in ((SETTINGS, None), *FILE_KINDS.items()):
        for suffix in SUFFIXES:
            if stem + suffix in names:
                path = folder / (stem + suffix)
                yield StoreFile(path=path, kind=kind)
        if stem in names and names[stem].is_dir():
            for path in sorted(below(folder / stem)):
                yield StoreFile(path=path, kind=kind)


def below(folder: Path) -> Iterator[Path]:
    """Find the files of one kind in a folder; a folder that cannot be entered is given itself: reading it will tell.

    Links to folders are not followed: they may lead in a circle.
    """
    closed: list[Path] = []
    for path, folders, names in os.walk(folder, onerror=lambda error: closed.append(Path(error.filename))):
        for name in (*folders, *names):
            if name.endswith(SUFFIXES) and not name.startswith("."):
                yield Path(path, name)
    yield from closed
