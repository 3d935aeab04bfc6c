"""The text of one file of a store, with the exact span of every record, field and scalar in it.

What a page gives can be decoded by the store's own decoder, and be replaced piece by piece: every other byte of
the file stays what it is.
"""

import codecs
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from narcotl.editing.files import Change, contents
from narcotl.editing.json_spans import lines
from narcotl.editing.spans import Listing, Mapping
from narcotl.editing.yaml_spans import SpanComposer
from narcotl.errors import Place, Problem
from narcotl.model.vocab.base import RecordKind
from narcotl.store import jsonl_file
from narcotl.store.conflicts import explained
from narcotl.store.layout import FILE_KINDS, StoreFile
from narcotl.store.nodes import Node
from narcotl.store.reader import stated_kind
from narcotl.store.yaml_file import BadYamlError

LINES = ".jsonl"


class Splice(NamedTuple):
    """A piece of a page, from one character up to another, and what is to stand there."""

    start: int
    end: int
    text: str


class Written(NamedTuple):
    """A record as it stands in a file."""

    kind: RecordKind
    node: Mapping
    key: str | None
    """The top-level key that it stands under, if the file has such."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One file of a store as text; without records if there are problems."""

    file: StoreFile
    data: bytes | None
    """What the file holds; None if it is not there."""
    text: str
    """The text without a byte order mark; line ends are those of the file."""
    top: Node = None
    """Everything in the file, as nodes with spans; None for JSON Lines, and for a file that is empty."""
    records: tuple[Written, ...] = ()
    problems: tuple[Problem, ...] = ()
    shared: tuple[int, ...] = field(default=())
    """Where anchors, tags and aliases stand: what holds one cannot be moved freely."""

    @property
    def path(self) -> Path:
        """The file."""
        return self.file.path

    @property
    def is_lines(self) -> bool:
        """Whether it is JSON Lines."""
        return self.path.suffix == LINES

    @property
    def newline(self) -> str:
        """The line end that the file uses."""
        end = self.text.find("\n")
        return "\r\n" if end > 0 and self.text[end - 1] == "\r" else "\n"

    def line_of(self, offset: int) -> int:
        """Give the line (from 1) of a character."""
        return self.text.count("\n", 0, offset) + 1

    def spliced(self, splices: Iterable[Splice]) -> Change:
        """Replace pieces that do not overlap; the rest stays byte for byte."""
        wanted = sorted(set(splices))
        if not wanted:
            return Change(path=self.path, before=self.data, after=self.data)
        if self.data and not self.text:
            raise AssertionError(f"{self.path} was not read")
        parts: list[str] = []
        end = 0
        for splice in wanted:
            if splice.start < end:
                raise AssertionError(f"pieces of {self.path} overlap at {splice.start}")
            parts += [self.text[end : splice.start], splice.text]
            end = splice.end
        parts.append(self.text[end:])
        mark = codecs.BOM_UTF8 if (self.data or b"").startswith(codecs.BOM_UTF8) else b""
        return Change(path=self.path, before=self.data, after=mark + "".join(parts).encode())


def read(file: StoreFile, unless: Callable[[bytes], bool] = lambda _: False) -> Page:
    """Read a file of a store; one that is not there is a page without text.

    What holds nothing of interest, as `unless` tells by its bytes, is a page without records.
    """
    data = contents(file.path)
    return Page(file=file, data=data, text="") if data is not None and unless(data) else page_of(file, data)


def page_of(file: StoreFile, data: bytes | None) -> Page:
    """Make the page of a file that holds these bytes."""
    try:
        text = (data or b"").decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = Place(file=str(file.path), line=error.object.count(b"\n", 0, error.start) + 1)
        problem = Problem(place=place, message="not UTF-8", hint="Save the file as UTF-8.", rule="encoding")
        return Page(file=file, data=data, text="", problems=(problem,))
    return lines_page(file, data, text) if file.path.suffix == LINES else yaml_page(file, data, text)


def yaml_page(file: StoreFile, data: bytes | None, text: str) -> Page:
    """Make the page of a YAML file."""
    composer = SpanComposer(io.BytesIO(text.encode()), str(file.path), text)
    try:
        top = composer.whole()
    except BadYamlError as error:
        wrong = (*composer.problems, error.problem)
        return Page(file=file, data=data, text=text, problems=tuple(explained(one, file.path) for one in wrong))
    if composer.problems:
        return Page(file=file, data=data, text=text, problems=tuple(composer.problems))
    records = tuple(found for key, node in items(top) if (found := understood(file, key, node)) is not None)
    return Page(file=file, data=data, text=text, top=top, records=records, shared=tuple(composer.shared))


def lines_page(file: StoreFile, data: bytes | None, text: str) -> Page:
    """Make the page of a file of JSON Lines."""
    found = jsonl_file.items(io.BytesIO(text.encode()), str(file.path))
    problems = tuple(explained(item, file.path) for item in found if isinstance(item, Problem))
    if problems:
        return Page(file=file, data=data, text=text, problems=problems)
    records = tuple(record for node in lines(text) if (record := understood(file, None, node)) is not None)
    return Page(file=file, data=data, text=text, records=records)


def items(top: Node) -> Iterator[tuple[str | None, Node]]:
    """Give the items of a file, each with the top-level key that it stands under."""
    if isinstance(top, Listing):
        yield from ((None, item) for item in top)
    elif isinstance(top, Mapping):
        for key, value in top.items():
            yield from ((key, item) for item in value) if isinstance(value, Listing) else ((key, value),)


def understood(file: StoreFile, key: str | None, node: Any) -> Written | None:
    """Tell which kind of record an item is, as the reader of stores does; None if it is no record."""
    if not isinstance(node, Mapping):
        return None
    kind = file.kind if key is None else FILE_KINDS.get(key)
    kind = kind or stated_kind(node)
    return Written(RecordKind(kind), node, key) if kind is not None else None
