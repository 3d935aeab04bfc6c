"""States of a store: a folder or file as it is, or what a revision of its git repository held."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from narcotl.dates import parse
from narcotl.errors import DateError, UsageError
from narcotl.history.git import Repository, repository
from narcotl.store.layout import StoreFile, files

WAYS = "Give a folder or a file, or a revision of the store's git repository: HEAD~3, a tag, a hash, a date."


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """One state of a store."""

    name: str
    """How people call it: as it was asked for, with the commit if it is one."""
    files: dict[str, StoreFile]
    """Its files by their path below the store."""


@contextmanager
def state(asked: str, store: Path) -> Iterator[State]:
    """Find a state: what lies at a path, or a store as it was then; what is extracted for it goes again."""
    path = Path(asked)
    if path.exists():
        yield of_path(asked, path)
        return
    try:
        found = repository(store)
    except UsageError as error:
        raise UsageError(f"there is no store at {asked}, and {error.message}", WAYS) from None
    commit = resolved(found, asked)
    with TemporaryDirectory(prefix="narcotl-") as folder:
        try:
            root = found.extract(commit, Path(folder))
        except UsageError:
            raise UsageError(f"the store {store} was not there yet at {asked} ({commit[:10]})", WAYS) from None
        yield of_path(asked if commit.startswith(asked) else f"{asked} ({commit[:10]})", root)


def of_path(name: str, root: Path) -> State:
    """Give the state of what lies at a path."""
    top = root.absolute()
    listed = (
        (file.path.relative_to(top).as_posix() if top.is_dir() else file.path.suffix, file) for file in files(root)
    )
    return State(name=name, files=dict(listed))


def resolved(found: Repository, asked: str) -> str:
    """Give the commit that is meant by a revision, or by the end of a date."""
    if commit := found.commit(asked):
        return commit
    try:
        date = parse(asked)
    except DateError:
        raise UsageError(f"'{asked}' is neither a store nor a revision of {found.root}", WAYS) from None
    day = date.latest
    if day is None:
        raise UsageError(f"'{asked}' has no last day", "Give a date that ends.")
    if commit := found.last_before(f"{date.to_json()['latest']}T23:59:59"):
        return commit
    raise UsageError(f"the history of {found.root} begins after {asked}", WAYS)
