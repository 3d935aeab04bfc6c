"""Keep the index of a store in the user's cache: found if it is right, mended or rebuilt if not, never trusted.

Whatever goes wrong with the cache (no place, no permission, a full disk, a damaged or foreign file), the
answer is the same: the index is built in memory instead.
"""

import os
import sqlite3
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple
from zlib import crc32

from narcotl.folders import usual
from narcotl.index import schema
from narcotl.index.stamp import IndexedFile, Stamp, size, take, unchanged
from narcotl.index.watch import UNWATCHED, Watch, watched

if TYPE_CHECKING:
    from narcotl.index.additions import Additions
    from narcotl.index.build import Builder
    from narcotl.index.reading import Read

CACHE_KIB: Final = 65_536
"""How much memory SQLite may take to build an index; with less, it writes and reads pages of a large one again."""

PAGE: Final = 8192
"""How many bytes a page of an index has: of the usual half, a fifth would stay empty, since records are long."""

ABANDONED = 3600
"""After how many seconds without a change a draft of an index is nobody's any more."""


def directory() -> Path:
    """Give the folder of the cache: `$NARCOTL_CACHE_DIR`, or where the platform keeps caches; fails without a home."""
    chosen = os.environ.get("NARCOTL_CACHE_DIR")
    try:
        return Path(chosen) if chosen else usual("cache")
    except RuntimeError as error:
        raise OSError(str(error)) from None


def connect(
    files: Sequence[IndexedFile], read: "Read", *, cached: bool = True, watch: Watch = UNWATCHED
) -> sqlite3.Connection:
    """Open an index of these files: the cached one if it is right, else a new one, on disk or in memory."""
    if cached:
        try:
            return connect_cached(files, read, watch)
        except (OSError, sqlite3.Error):
            pass
    connection = sqlite3.connect(":memory:")
    build(connection, files, read, watch)
    return connection


def connect_cached(files: Sequence[IndexedFile], read: "Read", watch: Watch) -> sqlite3.Connection:
    """Open the index in the cache, after bringing it up to date."""
    path = directory() / f"{key(files)}.sqlite"
    changes: Difference | None = None
    if path.is_file() and not path.stat().st_size % PAGE:  # SQLite does not miss the end of a last page
        connection = open_read_only(path)
        with suppress(sqlite3.DatabaseError):
            changes = difference(connection, files)
            if changes == NO_DIFFERENCE:
                return connection
        connection.close()
    replace(path, files, changes, read, watch)
    return open_read_only(path)


def connect_beside(
    files: Sequence[IndexedFile], more: Sequence[IndexedFile], read: "Read", watch: Watch = UNWATCHED
) -> sqlite3.Connection:
    """Open an index of files and of more that come after them, made from the cached one of the files, for once."""
    with suppress(OSError, sqlite3.Error):
        connect_cached(files, read, watch).close()
        path = directory() / f"{key(files)}.sqlite"
        temporary = draft(path)
        try:
            added = Difference(gone=(), stale=tuple(more))
            if copied(path, temporary) and mended(temporary, (*files, *more), added, read, watch):
                return open_read_only(temporary)
        finally:
            # Where an open file cannot be taken away, it is swept up later.
            with suppress(OSError):
                temporary.unlink()
    return connect((*files, *more), read, cached=False, watch=watch)


def discard(files: Sequence[IndexedFile]) -> None:
    """Take a damaged index out of the cache."""
    with suppress(OSError):
        (directory() / f"{key(files)}.sqlite").unlink()


def key(files: Sequence[IndexedFile]) -> str:
    """Name the index of a store by the folders and files that were asked for.

    Two stores with one name by accident would only take turns: an index that is of other files is rebuilt.
    """
    roots = "\n".join(dict.fromkeys(file.root for file in files)).encode("utf-8", "surrogateescape")
    return f"{crc32(roots):08x}{crc32(roots[::-1]):08x}"


def open_read_only(path: Path) -> sqlite3.Connection:
    """Open an index file without the right to change it."""
    escaped = str(path).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    # An index is replaced and never written, so whoever locks it does so for no good reason: nobody waits for that.
    connection = sqlite3.connect(f"file:{escaped}?mode=ro", uri=True, isolation_level=None, timeout=0)
    connection.execute("PRAGMA query_only = 1")
    return connection


class Difference(NamedTuple):
    """What has changed since an index was made."""

    gone: tuple[str, ...]
    """Paths that are no longer part of the store, or changed."""
    stale: tuple[IndexedFile, ...]
    """Files that are new, or changed."""


def difference(connection: sqlite3.Connection, files: Sequence[IndexedFile]) -> Difference | None:
    """Compare an index with the files of the store; None if it is of another version."""
    version = connection.execute("SELECT value FROM meta WHERE key = 'version'").fetchone()
    if version is None or version[0] != schema.VERSION:
        return None
    rows = connection.execute("SELECT path, status, digest FROM files ORDER BY position")
    known = {path: Stamp(status=status, digest=digest) for path, status, digest in rows}
    paths = [str(file.path) for file in files]
    stale = [
        file for file, path in zip(files, paths, strict=True) if path not in known or not unchanged(path, known[path])
    ]
    changed = {str(file.path) for file in stale}
    gone = [path for path in known if path in changed or path not in paths]
    if not gone and not stale and list(known) != paths:
        return None
    return Difference(gone=tuple(gone), stale=tuple(stale))


NO_DIFFERENCE = Difference(gone=(), stale=())


def replace(path: Path, files: Sequence[IndexedFile], changes: Difference | None, read: "Read", watch: Watch) -> None:
    """Make an index beside the old one and move it into its place, so that nobody ever sees half of one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = draft(path)
    try:
        if changes is not None and copied(path, temporary) and mended(temporary, files, changes, read, watch):
            temporary.replace(path)
            return
        temporary.write_bytes(b"")
        connection = sqlite3.connect(temporary)
        try:
            build(connection, files, read, watch)
        finally:
            connection.close()
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
        sweep(path)


def draft(path: Path) -> Path:
    """Make an empty file beside an index, that nobody else writes or may read."""
    # As `tempfile` does, whose import costs a tenth of making an index of some hundred records.
    beside = path.with_name(f"{path.stem}{os.urandom(8).hex()}.new")
    os.close(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_RDWR, mode=0o600))
    return beside


def sweep(path: Path) -> None:
    """Take away what a process left that was killed while it made this index; what is younger may still be made."""
    for draft in path.parent.glob(f"{path.stem}*.new"):
        with suppress(OSError):
            if draft.stat().st_mtime < time.time() - ABANDONED:
                draft.unlink()


def copied(path: Path, temporary: Path) -> bool:
    """Copy an index, to be mended."""
    import shutil

    shutil.copyfile(path, temporary)
    return True


def mended(path: Path, files: Sequence[IndexedFile], changes: Difference, read: "Read", watch: Watch) -> bool:
    """Read only what changed into the copy of an index; False if it is no good or two records share an id.

    Of two records with one id the first in the order of files is kept; only reading all of them tells which it is.
    """
    from narcotl.index.build import Builder

    connection = sqlite3.connect(path)
    try:
        fast(connection)
        is_sure = only_adds(files, changes)
        if not is_sure and clashing(connection):
            return False
        additions, anew = additions_anew(connection, files, changes, read)
        builder = Builder(connection, additions)
        builder.resume(changes.gone, anew)
        add(builder, changes.stale, read, watch)
        builder.renew(read, {str(file.path): file.root for file in files})
        builder.order(files)
        with watched(connection, watch):
            builder.finish()
        return is_sure or not clashing(connection)
    except sqlite3.DatabaseError:
        return False
    finally:
        connection.close()


def only_adds(files: Sequence[IndexedFile], changes: Difference) -> bool:
    """Tell whether all that changed comes after what is there, so that of two records with one id the old one stays."""
    return not changes.gone and tuple(files[len(files) - len(changes.stale) :]) == changes.stale


def additions_anew(
    connection: sqlite3.Connection, files: Sequence[IndexedFile], changes: Difference, read: "Read"
) -> "tuple[Additions, set[str]]":
    """Read what is added to records, and give the ids of those to which something else is added now, or nothing."""
    from narcotl.index.additions import Additions, annotated, annotating, kept

    additions = Additions(files)
    additions.read(annotating(changes.stale), read)
    anew = {*additions.found, *annotated(connection, changes.gone)}
    holding, stale = kept(connection), {str(file.path) for file in changes.stale}
    others = [file for file in files if str(file.path) not in stale]
    additions.read([file for file in others if str(file.path) in holding], read)
    return additions, anew


def clashing(connection: sqlite3.Connection) -> bool:
    """Say whether two records of the index share an id."""
    return connection.execute("SELECT 1 FROM clashes LIMIT 1").fetchone() is not None


def build(connection: sqlite3.Connection, files: Sequence[IndexedFile], read: "Read", watch: Watch) -> None:
    """Build an index from nothing."""
    from narcotl.index.additions import Additions, annotating
    from narcotl.index.build import Builder

    fast(connection)
    additions = Additions(files)
    additions.read(annotating(files), read)
    builder = Builder(connection, additions)
    builder.create()
    add(builder, files, read, watch)
    with watched(connection, watch):
        builder.finish()


def add(builder: "Builder", files: Sequence[IndexedFile], read: "Read", watch: Watch) -> None:
    """Write down what files say."""
    watch.begin(sum(size(str(file.path)) for file in files))
    for file in files:
        builder.add(file, take(str(file.path), time.time_ns()), read(file))


def fast(connection: sqlite3.Connection) -> None:
    """Do without a journal: a build that is interrupted is thrown away."""
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute(f"PRAGMA page_size = {PAGE}")
    connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
