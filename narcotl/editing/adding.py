"""Put records into a store: each into the file of its kind, without touching what is there."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from narcotl.editing.files import Change
from narcotl.editing.form import stated, written_fields
from narcotl.editing.layout import one_line, record_lines
from narcotl.editing.moving import indented
from narcotl.editing.page import LINES, Page, Splice, page_of, read
from narcotl.editing.spans import Listing, Scalar
from narcotl.editing.spans import Mapping as Keyed
from narcotl.errors import StoreError, UsageError
from narcotl.model.record import Record
from narcotl.model.vocab.base import RecordKind
from narcotl.store.layout import FILE_KINDS, SUFFIXES, StoreFile, files_in

KEYS: Final = {RecordKind(kind): key for key, kind in FILE_KINDS.items()}
"""The file, folder or key under which records of a kind stand."""
ADDED: Final = "added.yaml"
"""The file for what is new where a folder has several files of a kind, since none can be told to be right."""

_EMPTY_REST: Final = re.compile(r"(?:[ \t]*(?:#[^\n]*)?(?:\r?\n|$))*")
_REST_OF_LINE: Final = re.compile(r"[^\r\n]*")
_BLANK: Final = re.compile(r"\n[ \t]*\r?\n")


class Standing(NamedTuple):
    """Where a record stands once the changes are made."""

    path: Path
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Additions:
    """What has to be written so that records are in a store, and where they will stand, in their order."""

    changes: tuple[Change, ...]
    places: tuple[Standing, ...]


class Laid(NamedTuple):
    """A record, and how it is written elsewhere if it comes from there."""

    record: Record
    text: str = ""
    """Its lines with the comments above and inside, the dash at the margin; nothing if it is to be laid out."""
    remarks: tuple[str, ...] = ()
    """Its comments, for where the lines cannot stand as they are."""

    def lines(self, indent: int, *, says_kind: bool = False) -> str:
        """Write it as an item of a list, its dash indented by so many spaces."""
        if self.text and not says_kind:
            return indented(self.text, indent)
        above = "".join(f"{' ' * indent}{remark}\n" for remark in self.remarks)
        return above + written(self.record, indent, says_kind=says_kind)


def written(record: Record, indent: int = 0, *, says_kind: bool = False) -> str:
    """Write a record as the item of a list in YAML, its dash indented by so many spaces."""
    fields = stated(record) if says_kind else written_fields(record)
    first, *rest = record_lines(fields, indent + 2)
    return "".join(f"{line}\n" for line in (f"{' ' * indent}- {first.lstrip()}", *rest))


def line_of(record: Record) -> str:
    """Write a record as a line of JSON Lines."""
    return json.dumps(stated(record, typed=True), ensure_ascii=False, separators=(",", ":")) + "\n"


def added(store: Path, records: Sequence[Record], file: Path | None = None) -> Additions:
    """Find out how to put records into a store, laid out as `narcotl fmt` does; nothing is written yet.

    `file` is the file of the store to put them in, where that is not to be found out. Fails if a file that
    they belong in is not sound.
    """
    return moved(store, [Laid(record) for record in records], file)


def moved(store: Path, records: Sequence[Laid], file: Path | None = None) -> Additions:
    """Find out how to put records into a store as they are written elsewhere; nothing is written yet."""
    pages: dict[Path, Page] = {}
    parts: dict[Path, dict[RecordKind, list[Laid]]] = {}
    for one in records:
        kind = one.record.KIND
        home = chosen(store, file, kind) if file is not None else home_of(store, kind)
        if home.path not in pages:
            pages[home.path] = sound(read(home))
        parts.setdefault(home.path, {}).setdefault(kind, []).append(one)
    changes = {path: put(page, parts[path]) for path, page in pages.items()}
    places: dict[str, Standing] = {}
    for path, change in changes.items():
        after = page_of(pages[path].file, change.after)
        places |= {str(found.node.get("id")): Standing(path, found.node.line) for found in after.records}
    return Additions(changes=tuple(changes.values()), places=tuple(places[one.record.id] for one in records))


def sound(page: Page) -> Page:
    """Give a page back; fails if it cannot be read to its end."""
    if page.problems:
        first = page.problems[0]
        raise StoreError(f"{first.place}: {first.message}", f"{first.hint} Nothing was changed.".strip())
    return page


def home_of(store: Path, kind: RecordKind) -> StoreFile:
    """Give the file of a store in which a new record of a kind belongs; it may have to be made."""
    if not store.is_dir():
        if store.suffix not in SUFFIXES:
            raise StoreError(f"{store} is not a store file", f"A store file ends in {', '.join(SUFFIXES)}.")
        return StoreFile(path=store.absolute(), kind=None)
    folder = store.absolute()
    present = list(files_in(folder))
    candidates = [file for file in present if file.kind == kind]
    if len(candidates) == 1:
        return candidates[0]
    stem = KEYS[kind]
    if candidates:
        whole = [file for file in candidates if file.path.parent == folder]
        return whole[0] if whole else StoreFile(path=folder / stem / ADDED, kind=kind)
    only_lines = present and all(file.path.suffix == LINES for file in present if file.kind)
    suffix = LINES if only_lines and any(file.kind for file in present) else ".yaml"
    return StoreFile(path=folder / (stem + suffix), kind=kind)


def chosen(store: Path, file: Path, kind: RecordKind) -> StoreFile:
    """Give a named file of a store, if records of a kind may stand in it."""
    wanted = file.absolute()
    if not store.is_dir():
        if wanted != store.absolute():
            raise UsageError(f"{file} is no file of the store {store}", "A store that is a file has no other.")
        return StoreFile(path=wanted, kind=None)
    known = {found.path: found for found in files_in(store.absolute())}
    folder = store.absolute() / KEYS[kind]
    inside = wanted.is_relative_to(folder) and wanted.suffix in SUFFIXES
    found = known.get(wanted, StoreFile(path=wanted, kind=kind) if inside else None)
    if found is None or found.kind != kind:
        raise UsageError(f"{file} is no file for a {kind} in the store {store}", f"Name a file in {folder}.")
    return found


def put(page: Page, parts: Mapping[RecordKind, Sequence[Laid]]) -> Change:
    """Put records into a page."""
    every = [record for records in parts.values() for record in records]
    end = len(page.text)
    if page.is_lines:
        return page.spliced([Splice(end, end, at_end(page, [line_of(one.record) for one in every]))])
    if isinstance(page.top, Listing):
        return page.spliced(in_list(page, page.top, every, says_kind=page.file.kind is None))
    if isinstance(page.top, Keyed) and page.top.flow:
        raise UsageError(f"{page.path} is written in braces", "Write it with a line for each key.")
    if page.top is None and page.file.kind is not None:
        return page.spliced([Splice(end, end, at_end(page, beginning(every, 0)))])
    known = page.top if isinstance(page.top, Keyed) else {}
    splices = []
    last: list[str] = []
    for kind, records in parts.items():
        node = known.get(KEYS[kind])
        if isinstance(node, Listing):
            splices += in_list(page, node, records, says_kind=False)
        elif KEYS[kind] in known:
            key = next(key for key in known if key == KEYS[kind])
            splices.append(below(page, key.end, records))  # type: ignore[attr-defined]  # a key has a span
        else:
            last += [f"{KEYS[kind]}:\n", *beginning(records, 2)]
    if last:
        splices.append(Splice(end, end, at_end(page, last)))
    return page.spliced(splices)


def beginning(records: Iterable[Laid], indent: int, *, says_kind: bool = False) -> list[str]:
    """Write the first records of a list, without an empty line above them."""
    texts = [one.lines(indent, says_kind=says_kind) for one in records]
    return [text.lstrip("\n") if number == 0 else text for number, text in enumerate(texts)]


def below(page: Page, place: int, records: Sequence[Laid]) -> Splice:
    """Put records below the line of a key that has none yet."""
    line = _REST_OF_LINE.match(page.text, place)
    end = line.end() if line else len(page.text)
    text = "".join(beginning(records, 2))
    return Splice(end, end, turned(page, f"\n{text}".removesuffix("\n")))


def in_list(page: Page, node: Listing, records: Sequence[Laid], *, says_kind: bool) -> list[Splice]:
    """Put records at the end of a list."""
    if node.flow:
        return in_brackets(page, node, records, says_kind=says_kind)
    texts = [one.lines(node.column - 1, says_kind=says_kind) for one in records]
    if len(node) > 1 and all(isinstance(item, Keyed) for item in node[-2:]):
        between = page.text[node[-2].end : node[-1].start]  # type: ignore[union-attr]  # both are mappings
        if "#" not in between and _BLANK.search(between):
            texts = [f"\n{text}" for text in texts]
    rest = _EMPTY_REST.fullmatch(page.text, node.end)
    line_end = page.text.find("\n", node.end)
    if line_end < 0 or (page.top is node and rest is not None):
        return [Splice(len(page.text), len(page.text), at_end(page, texts))]
    return [Splice(line_end + 1, line_end + 1, turned(page, "".join(texts)))]


def in_brackets(page: Page, node: Listing, records: Sequence[Laid], *, says_kind: bool) -> list[Splice]:
    """Put records into a list in brackets; an empty one makes room for a list without."""
    if node:
        forms = [stated(one.record) if says_kind else written_fields(one.record) for one in records]
        return [in_brackets_at(node, [one_line(form) for form in forms])]
    if page.top is node:
        text = "".join(beginning(records, 0, says_kind=says_kind))
        return [Splice(node.start, node.end, turned(page, text.removesuffix("\n")))]
    start = len(page.text[: node.start].rstrip())
    return [Splice(start, node.end, ""), below(page, node.end, records)]


def in_brackets_at(node: Listing | Keyed, parts: Sequence[str]) -> Splice:
    """Put parts at the end of a list in brackets or a mapping in braces, behind its last part."""
    inside = node if isinstance(node, Listing) else node.values()
    ends = [part.end for part in inside if isinstance(part, Scalar | Listing | Keyed)]
    if not ends:
        return Splice(node.start + 1, node.start + 1, ", ".join(parts))
    place = ends[-1]
    return Splice(place, place, "".join(f", {part}" for part in parts))


def at_end(page: Page, texts: Iterable[str]) -> str:
    """Put texts at the end of a page, on lines of their own."""
    joint = page.newline if page.text and not page.text.endswith("\n") else ""
    return joint + turned(page, "".join(texts))


def turned(page: Page, text: str) -> str:
    """Write a text with the line ends of a page."""
    return text if page.newline == "\n" else text.replace("\n", page.newline)
