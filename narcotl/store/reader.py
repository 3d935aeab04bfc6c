"""Read the files of a store, record by record: entries and problems, never all of them at once."""

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from typing import IO, TypeVar

from narcotl.errors import Place, Problem, choice
from narcotl.model.entry import Entry, Setting
from narcotl.model.vocab.base import RecordKind
from narcotl.store import jsonl_file, pieces, quick, settings
from narcotl.store.checks import CHECK, checks
from narcotl.store.conflicts import explained
from narcotl.store.decode import entry
from narcotl.store.layout import FILE_KINDS, SETTINGS, StoreFile
from narcotl.store.nodes import Draft, Item, Node
from narcotl.store.scalars import excerpt
from narcotl.store.scope import Scope

T = TypeVar("T")

WIDE = (b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")
"""How a file begins that says of itself that it is UTF-16 or UTF-32."""
OFTEN = 200
"""After so many items it is told how far the reading is."""
KINDS = {kind.value: kind for kind in RecordKind}
SETTING_KEYS = ("title", "licence", "topics", "synonyms", "settings", CHECK)


def read(file: StoreFile, told: Callable[[int], None] | None = None) -> Iterator[Entry | Setting | Problem]:
    """Read one file; what cannot be opened or read is a problem of the store, not an exception.

    Who wants to know how far it is, is told now and then that so many more bytes were read.
    """
    place = Place(file=str(file.path))
    try:
        mode = file.path.stat().st_mode
        if stat.S_ISDIR(mode):
            os.scandir(file.path).close()
        if not stat.S_ISREG(mode):
            yield Problem(place=place, message="not a regular file", hint="Put a plain file here.", rule="file")
            return
        with file.path.open("rb") as stream:
            if stream.peek(4).startswith(WIDE):
                hint = "Save the file as UTF-8."
                yield Problem(place=place, message="UTF-16 or UTF-32, not UTF-8", hint=hint, rule="encoding")
                return
            reader = jsonl_file if file.path.suffix == ".jsonl" else pieces
            last: object = None
            first: Problem | None = None
            for found in followed(reader.items(stream, str(file.path)), stream, told):
                for item in understood(file, found):
                    if isinstance(item, Problem):
                        item = explained(item, file.path)  # noqa: PLW2901 - the same problem, told better
                        if item == first:
                            continue  # each mark of a conflict is a problem of its own
                        first = first or item
                    # A wrong key is wrong once, however many items stand below it.
                    if last is None or item != last:
                        yield item
                    last = item if isinstance(item, Problem) else None
    except OSError as error:
        hint = "Check that it exists and may be read."
        yield Problem(place=place, message=f"cannot be read: {error.strerror}", hint=hint, rule="file")


def followed(items: Iterable[T], stream: IO[bytes], told: Callable[[int], None] | None) -> Iterator[T]:
    """Tell how far the reading of a file is, each time that some more items were read."""
    seen = 0
    for count, item in enumerate(items):
        yield item
        if told is not None and count % OFTEN == 0:
            here = stream.tell()
            told(here - seen)
            seen = here
    if told is not None:
        told(stream.tell() - seen)


def understood(file: StoreFile, found: Draft | Item | Problem) -> Iterator[Entry | Setting | Problem]:
    """Decode what a reader found: quickly, if it could be read quickly and is in order, else exactly."""
    if isinstance(found, Draft):
        kind = kind_of(file, found)
        item = quick.entry(KINDS[kind], found.read, found.place, found.text) if kind else None
        if item is not None:
            yield item
            return
        for exact in found.exact():
            yield from understood(file, exact)
    else:
        yield found if isinstance(found, Problem) else understand(file, *found)


def kind_of(file: StoreFile, draft: Draft) -> str | None:
    """Give the kind of a record that was read quickly; None if that is not plain to see."""
    if draft.key is None:
        return file.kind or stated_kind(draft.node)
    return FILE_KINDS.get(draft.key) if file.kind is None or draft.key == file.path.stem else None


def understand(file: StoreFile, key: str | None, node: Node) -> Entry | Setting | Problem:
    """Decide what an item of a file is, and decode it."""
    if file.path.stem == SETTINGS and file.kind is None and key is not None and key not in FILE_KINDS:
        return setting(file, key, node)
    kind = file.kind if key is None else FILE_KINDS.get(key)
    if kind is None and isinstance(node, dict):
        kind = stated_kind(node)
    scope = Scope(str(file.path))
    if kind is None:
        if key in SETTING_KEYS and file.kind is None:
            return setting(file, key, node)
        what = f"unknown key '{excerpt(key)}'" if key is not None else "a record that does not say its kind"
        keys = f"Keys are: {', '.join(FILE_KINDS)}."
        hint = keys if key is not None else f"Add `kind`: {', '.join(FILE_KINDS.values())}."
        return Problem(place=scope.place(key or node), message=what, hint=hint, rule="layout")
    if key is not None and file.kind is not None and key != file.path.stem:
        message = f"this file holds {file.path.stem}, not '{excerpt(key)}'"
        return Problem(place=scope.place(key), message=message, hint="Write a plain list of records.", rule="layout")
    return entry(RecordKind(kind), node, str(file.path))


def stated_kind(node: dict[str, Node]) -> str | None:
    """Give the kind that a record states itself, as exported ones do."""
    kind = node.get("kind")
    return kind if isinstance(kind, str) and kind in FILE_KINDS.values() else None


def setting(file: StoreFile, key: str | None, node: Node) -> Setting | Problem:
    """Read a setting of the store."""
    if key == CHECK:
        return checks(node, str(file.path))
    if key in SETTING_KEYS:
        return settings.setting(str(key), node, str(file.path))
    message = f"unknown setting '{excerpt(str(key))}'"
    hint = f"{choice(SETTING_KEYS)} Records stand below {', '.join(FILE_KINDS)}."
    place = Scope(str(file.path)).place(key or node)
    return Problem(place=place, message=message, hint=hint, rule="layout")
