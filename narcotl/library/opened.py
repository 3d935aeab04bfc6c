"""An opened store: whatever narcotl is asked goes through here."""

import os
from _thread import get_ident
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from narcotl.errors import Level, Place, Problem, StoreError, UnknownNameError, UsageError, did_you_mean, nearest
from narcotl.index.cache import connect, connect_beside, discard
from narcotl.index.query import Index
from narcotl.index.stamp import IndexedFile
from narcotl.index.watch import UNWATCHED, Watch
from narcotl.library.shipped import shipped_store
from narcotl.model.vocab.base import RecordKind
from narcotl.plural import counted
from narcotl.store.layout import StoreFile, files

if TYPE_CHECKING:
    import sqlite3

    from narcotl.dates import Day
    from narcotl.index.asking import Rows
    from narcotl.model.entry import Entry, Setting
    from narcotl.model.record import Record
    from narcotl.select.asked import Asked
    from narcotl.select.selection import Selection

MOST_ALIKE = 3
"""So many words are proposed for one that a vocabulary does not have."""
SLIP = 0.65
"""How much of a word must be the same, from 0 to 1, for it to be another that is misspelt, and not one of its own."""


class Library:
    """One store, or several merged into one, ready to answer."""

    def __init__(self, index: Index, *, cached: bool = True) -> None:
        """Wrap an index; `open_library` makes one."""
        self.index = index
        self.cached = cached
        """Whether the index may be kept."""
        self.thread = get_ident()

    def check_thread(self) -> None:
        """Fail in another thread than the one that opened the store: SQLite would as well, less clearly."""
        if get_ident() != self.thread:
            raise UsageError("a store belongs to the thread that opened it", "Open one in each thread.")

    def close(self) -> None:
        """Let go of the index."""
        self.index.close()

    def selection(self, asked: "Asked", kind: RecordKind, today: "Day") -> "Selection":
        """Understand what is asked for a list of records of a kind."""
        return asked.selection(self, kind, today)

    def resolve(self, name: str, kind: RecordKind) -> str:
        """Give the id of the record of a kind that has this id, name or alias; fails with near matches."""
        found = self.index.named(name, kind)
        if len(found) == 1:
            return found[0][0]
        if found:
            ids = ", ".join(record for record, _ in found)
            raise UsageError(f"'{name}' is the name of {len(found)} {kind}s", f"Give one of the ids: {ids}.")
        near = self.index.near(name, kind)
        listing = f"`narcotl {LISTING.get(kind, f'{kind}s')}` lists them all."
        raise UnknownNameError(f"no {kind} is called '{name}'", did_you_mean(near, then=listing))

    def resolve_any(self, name: str, kinds: Sequence[RecordKind]) -> str:
        """Give the id of the record of the first of these kinds that has this id, name or alias."""
        for kind in kinds:
            if self.index.named(name, kind):
                return self.resolve(name, kind)
        near = [close for kind in kinds for close in self.index.near(name, kind, 1)]
        what = f"{', '.join(kinds[:-1])} or {kinds[-1]}"
        hint = did_you_mean(near, "`narcotl search` finds records by their words.")
        raise UnknownNameError(f"no {what} is called '{name}'", hint)

    def words(self, kind: RecordKind, facet: str) -> Iterable[str]:
        """Give the words that records of a kind may bear in a facet: the closed ones, and those in use."""
        from narcotl.model.vocab import words

        closed = {
            (RecordKind.EVENT, "kind"): words.EventKind,
            (RecordKind.EVENT, "status"): words.Status,
            (RecordKind.CLAIM, "kind"): words.Stance,
            (RecordKind.FIGURE, "status"): words.ObsStatus,
            (RecordKind.CORRECTION, "kind"): words.CorrectionKind,
            (RecordKind.CORRECTION, "status"): words.Certainty,
            (RecordKind.ACTOR, "kind"): words.ActorKind,
            (RecordKind.REGION, "kind"): words.RegionKind,
            (RecordKind.SOURCE, "kind"): words.SourceType,
        }.get((kind, facet), ())
        # Topics are those of what happened and of what is claimed; any record may be tagged.
        kinds = {"topic": (RecordKind.EVENT, RecordKind.CLAIM), "tag": tuple(RecordKind)}.get(facet, (kind,))
        return {str(word) for word in closed} | {word for one in kinds for word in self.index.bearing(facet, one)}

    def alike(self, word: str, words: Sequence[str]) -> list[str]:
        """Give those of some words that are spelt like another with a slip, or else say the same or nearly."""
        from difflib import SequenceMatcher

        from narcotl.reports.ask.english import among

        spelt = nearest(word, words)
        # Several words with commas come here first as one, and are no mistake yet.
        if "," in word or (spelt and SequenceMatcher(None, word.lower(), spelt[0].lower()).ratio() >= SLIP):
            return spelt
        return list(islice(among(word, words), MOST_ALIKE)) or spelt

    def record(self, name: str, kind: RecordKind) -> dict[str, Any]:
        """Give the record of a kind with this id, name or alias."""
        return self.index.get([self.resolve(name, kind)])[0]

    def sql(self, text: str, seconds: float, stuck: Callable[[UsageError], object] | None = None) -> "Rows":
        """Answer one SELECT over the views, within so many seconds; the library is for nothing else afterwards.

        Where SQLite cannot be stopped, `stuck` is called when the time is over, in another thread.
        """
        from narcotl.index.asking import ask

        return ask(self.index.connection, text, seconds, stuck)

    def problems(self, least: Level = Level.NOTE, *, silenced: bool = False) -> Iterator[Problem]:
        """Give the problems of the store of this level and above, by file and line; also the silenced, if wanted."""
        condition, values = judged(least, silenced=silenced)
        sql = (
            "SELECT path, line, col, message, hint, rule, level, length, record, silenced FROM problems "
            f"WHERE {condition} ORDER BY path, line, col, message"
        )
        for path, line, column, *rest in self.index.table(sql, values):
            message, hint, rule, level, length, record, reason = rest
            yield Problem(
                place=Place(file=path, line=line, column=column),
                message=message,
                hint=hint,
                rule=rule,
                level=Level(level),
                length=length,
                record=record,
                silenced=reason,
            )

    def count_problems(self, least: Level, *, silenced: bool = False) -> int:
        """Count what `problems` gives."""
        condition, values = judged(least, silenced=silenced)
        return int(next(self.index.table(f"SELECT COUNT(*) FROM problems WHERE {condition}", values))[0])

    def count_errors(self) -> int:
        """Count the problems that keep records from being right."""
        return self.count_problems(Level.ERROR)


def judged(least: Level, *, silenced: bool) -> tuple[str, list[str]]:
    """Write the condition on problems of a level and above."""
    levels = list(Level)
    wanted = levels[: levels.index(least) + 1]
    loud = "" if silenced else " AND silenced = ''"
    return f"level IN ({', '.join('?' * len(wanted))}){loud}", [level.value for level in wanted]


LISTING = {kind: kind.value for kind in (RecordKind.REGION, RecordKind.ACTOR, RecordKind.SOURCE)} | {
    RecordKind.EVENT: "timeline",
}
"""The commands that list all records of a kind, where they are not called by its plural."""


def stores_from_environment() -> tuple[Path, ...]:
    """Give the stores that are read when none is named: `$NARCOTL_STORE`, else the shipped one."""
    named = os.environ.get("NARCOTL_STORE")
    return tuple(Path(part) for part in named.split(os.pathsep) if part) if named else (shipped_store(),)


def open_library(
    stores: Sequence[Path] = (), *, cached: bool = True, strict: bool = False, watch: Watch = UNWATCHED
) -> Library:
    """Open stores, merged in this order; fails if one cannot be read, or has errors and `strict` is asked."""
    listed = listing(tuple(stores) or stores_from_environment())

    followed = Reader(watch)

    def renew() -> "sqlite3.Connection":
        discard(listed)
        return connect(listed, followed, cached=cached, watch=watch)

    library = Library(Index(connect(listed, followed, cached=cached, watch=watch), renew), cached=cached)
    if strict and (count := library.count_errors()):
        library.close()
        raise StoreError(f"the store has {counted(count, 'error')}", "`narcotl check` lists them.")
    return library


def open_beside(stores: Sequence[Path], path: Path, *, cached: bool = True) -> Library:
    """Open stores with one more file after them for once, at the cost of that file if the stores have an index."""
    if not cached:
        return open_library((*stores, path), cached=False)
    listed = listing((*stores, path))
    more = listing((path,))
    files = listed[: len(listed) - len(more)]

    def renew() -> "sqlite3.Connection":
        return connect(listed, Reader(), cached=False)

    return Library(Index(connect_beside(files, listed[len(files) :], Reader()), renew))


def listing(roots: Sequence[Path]) -> list[IndexedFile]:
    """List the files of stores, each once."""
    found: dict[str, tuple[str, StoreFile]] = {}
    for root in roots:
        for file in files(root):
            # A file that is named twice, alone and in its folder, is read once.
            found.setdefault(named(file.path), (named(root.absolute()), file))
    return [
        IndexedFile(path=file.path, root=root, kind=file.kind, position=position)
        for position, (root, file) in enumerate(found.values())
    ]


def named(path: Path) -> str:
    """Give the name of a file as text; fails if it is none, since an index, JSON and messages hold only text."""
    name = str(path)
    try:
        name.encode()
    except UnicodeEncodeError:
        raise StoreError(f"the name of {name!r} is not UTF-8", "Rename it.") from None
    return name


def read(file: IndexedFile, watch: Watch = UNWATCHED) -> "Iterator[Entry | Setting | Problem]":
    """Read one file of a store, with the reader imported only when something has to be read."""
    from narcotl.store import reader

    return reader.read(StoreFile(path=file.path, kind=file.kind), watch.read)


class Reader:
    """Reads files for an index."""

    def __init__(self, watch: Watch = UNWATCHED) -> None:
        """Tell somebody how far it is."""
        self.watch = watch

    def __call__(self, file: IndexedFile) -> "Iterator[Entry | Setting | Problem]":
        """Read one file of a store."""
        return read(file, self.watch)

    def again(self, kind: str, place: Place, text: str) -> "Record":
        """Make a record of the JSON that was written of it."""
        from narcotl.library.decoded import record

        return record(kind, place.file, place.line, place.column, text)
