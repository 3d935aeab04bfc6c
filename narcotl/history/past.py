"""How one record came to be what it is: every commit that changed it, the newest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from narcotl.history.changes import Change, changes
from narcotl.history.compare import AMOUNT, Fate, renames
from narcotl.history.git import Commit, Repository, Step
from narcotl.history.pieces import UNREADABLE, Unreadable, file_of, found, records
from narcotl.history.plain import Plain
from narcotl.store.layout import SUFFIXES, files


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What one commit made of a record."""

    commit: Commit | None
    """None for what is not committed yet."""
    change: str
    """A fate, or `unreadable`."""
    id: str
    was: str | None = None
    changes: tuple[Change, ...] = ()


class Past:
    """The history of a store, asked about one record after the other."""

    def __init__(self, repository: Repository, store: Path) -> None:
        """Look into a repository."""
        self.repository = repository
        self.store = store
        self.seen: dict[tuple[str, str], Plain | Unreadable | None] = {}

    def versions(self, name: str) -> Iterator[Version]:
        """Give the versions of a record, whatever its id was, the newest first."""
        steps = [
            step
            for step in self.repository.steps()
            if any(path.endswith(SUFFIXES) for path in (*step.before, *step.after))
        ]
        yield from self.uncommitted(name)
        self.learn(name, steps)
        for _, several in groupby(steps, key=lambda step: step.commit.id):
            seen = list(several)
            versions = [self.version(name, step) for step in seen]
            # A merge changed a record only if it is what none of its parents had.
            if None not in versions and len(versions) >= seen[0].commit.parents and versions[0] is not None:
                yield versions[0]
                if versions[0].was is not None:
                    name = versions[0].was
                    self.learn(name, steps)

    def learn(self, name: str, steps: list[Step]) -> None:
        """Find a record in all objects that differ, each of which is read once."""
        paths = {blob: path for step in steps for side in (step.before, step.after) for path, blob in side.items()}
        missing = [blob for blob, path in paths.items() if (blob, name) not in self.seen and path.endswith(SUFFIXES)]
        for blob, data in self.repository.contents(missing):
            self.seen[blob, name] = found(data, name, file_of(paths[blob], self.repository.path))

    def version(self, name: str, step: Step) -> Version | None:
        """Say what a step made of a record; None if nothing."""
        before, after = self.state(name, step.before), self.state(name, step.after)
        version = between(step.commit, name, before, after)
        if version is None or version.change != Fate.ADDED or not step.before:
            return version
        olds, news = self.everything(step.before), self.everything(step.after)
        moved = {new: old for old, new in renames(olds, news).items()}
        if name not in moved:
            return version
        told = tuple(changes(olds[moved[name]], news[name]))
        return Version(commit=step.commit, change=Fate.RENAMED, id=name, was=moved[name], changes=told)

    def state(self, name: str, side: dict[str, str]) -> Plain | Unreadable | None:
        """Give a record as it stands in one of these objects."""
        return next((state for blob in side.values() if (state := self.seen.get((blob, name))) is not None), None)

    def everything(self, side: dict[str, str]) -> dict[str, Plain]:
        """Read all records of these objects."""
        paths = {blob: path for path, blob in side.items() if path.endswith(SUFFIXES)}
        read: dict[str, Plain] = {}
        for blob, data in self.repository.contents(paths):
            read |= records(data, file_of(paths[blob], self.repository.path))
        return read

    def uncommitted(self, name: str) -> Iterator[Version]:
        """Give what the files hold and no commit does."""
        commit = self.repository.commit("HEAD")
        blobs = self.repository.blobs(commit) if commit else {}
        paths = {blob: path for path, blob in blobs.items() if path.endswith(SUFFIXES)}
        last = None
        for blob, data in self.repository.contents(paths):
            last = last or found(data, name, file_of(paths[blob], self.repository.path))
        now = None
        for file in files(self.store):
            now = now or found(file.path.read_bytes(), name, file)
        if version := between(None, name, last, now):
            yield version


def between(commit: Commit | None, name: str, before: Any, after: Any) -> Version | None:
    """Say what became of a record between two states of it; None if nothing."""
    if before == after:
        return None
    if after is UNREADABLE:
        return Version(commit=commit, change="unreadable", id=name)
    if before is None or after is None:
        return Version(commit=commit, change=Fate.ADDED if before is None else Fate.REMOVED, id=name)
    told = () if before is UNREADABLE else tuple(changes(before, after))
    is_revised = after["kind"] == "figure" and any(change.path in AMOUNT for change in told)
    return Version(commit=commit, change=Fate.REVISED if is_revised else Fate.CHANGED, id=name, changes=told)
