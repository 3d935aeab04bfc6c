"""Lay out the files of stores, each for itself: what cannot be read is refused, and the others are laid out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from narcotl.editing.diffs import row
from narcotl.editing.files import Change
from narcotl.editing.formatting import formatted
from narcotl.editing.page import read
from narcotl.errors import NarcotlError, Problem
from narcotl.reports.report import Row
from narcotl.store.layout import FILE_KINDS, SUFFIXES, StoreFile, files


class Outcome(StrEnum):
    """What becomes of a file."""

    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidOut:
    """What laying one file out comes to."""

    outcome: Outcome
    row: Row
    change: Change | None = None
    """What is to be written, if anything."""
    refusal: Problem | NarcotlError | None = None


def store_files(paths: Sequence[Path]) -> list[StoreFile]:
    """Give the files of stores, of folders of a kind and single files; each once."""
    found: dict[Path, StoreFile] = {}
    for path in paths:
        for file in files_at(path):
            found.setdefault(file.path, file)
    return list(found.values())


def files_at(path: Path) -> Iterable[StoreFile]:
    """Give the files at a path; a file of a folder store holds the kind that its name or its folder says."""
    where = path.absolute()
    kind = kind_of(where)
    if where.is_dir() and where.name in FILE_KINDS:
        inside = sorted(file for file in where.rglob("*") if file.suffix in SUFFIXES and not file.name.startswith("."))
        if inside:
            return [StoreFile(path=file, kind=FILE_KINDS[where.name]) for file in inside]
    return [file._replace(kind=file.kind or kind) if not where.is_dir() else file for file in files(path)]


def kind_of(path: Path) -> str | None:
    """Give the kind of record that a file of a folder store holds, as its name or its folder says."""
    names = (path.stem, *(up.name for up in path.absolute().parents))
    return next((FILE_KINDS[name] for name in names if name in FILE_KINDS), None)


def lay_out(file: StoreFile, *, with_diff: bool) -> LaidOut:
    """Lay one file out, without writing it."""
    try:
        page = read(file)
        if page.problems:
            return refused(file, page.problems[0])
        change = formatted(page).change
    except NarcotlError as error:
        return refused(file, error)
    told = row(change, with_diff=with_diff)
    if change.before == change.after:
        return LaidOut(outcome=Outcome.UNCHANGED, row=told)
    return LaidOut(outcome=Outcome.CHANGED, row=told, change=change)


def refused(file: StoreFile, why: Problem | NarcotlError) -> LaidOut:
    """Say why a file is left as it is."""
    reason = f"line {why.place.line}: {why.message}" if isinstance(why, Problem) else why.message
    told = {"file": str(file.path), "outcome": "refused", "added": 0, "removed": 0, "reason": reason}
    return LaidOut(outcome=Outcome.REFUSED, row=told, refusal=why)
