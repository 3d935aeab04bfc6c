"""Find where the files of a store name a record, and write another name there."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from narcotl.editing.comments import scalars
from narcotl.editing.page import Page, Splice, Written, read
from narcotl.editing.spans import Listing, Mapping, Scalar
from narcotl.errors import Place, StoreError, UsageError
from narcotl.reports.edits import shortened
from narcotl.store.checks import CHECK
from narcotl.store.decode import entry
from narcotl.store.layout import StoreFile

_ID: Final = re.compile(r"[^\W_][\w.-]*", re.ASCII)
_PLAIN_TEXT: Final = re.compile(r"[\w-]+", re.ASCII)


class Spot(NamedTuple):
    """A scalar of a page."""

    page: Page
    scalar: Scalar

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(file=str(self.page.path), line=self.scalar.line, column=self.scalar.column)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spots:
    """Everywhere that the files of a store name a record."""

    own: list[tuple[Page, Written]] = field(default_factory=list)
    """The record itself; more than one if the store has a clash."""
    references: list[Spot] = field(default_factory=list)
    """Fields of records, silences of checks and what is said to be distinct, that hold its id."""
    formulas: list[Spot] = field(default_factory=list)
    """Formulas in which it is a number."""
    texts: list[Spot] = field(default_factory=list)
    """Other texts in which its id stands as a word: nobody can tell whether the record is meant."""

    @property
    def places(self) -> int:
        """How many places name it, texts aside."""
        return len(self.own) + len(self.references) + len(self.formulas)


def check_id(name: str) -> None:
    """Fail unless a text can be the id of a record."""
    if not is_id(name):
        hint = "An id is made of letters without accents, digits, hyphens, underscores and points."
        raise UsageError(f"{name!r} cannot be an id", hint)


def is_id(name: str) -> bool:
    """Tell whether a text can be the id of a record that narcotl makes, and a part of the name of a file."""
    return bool(_ID.fullmatch(name))


def pages_naming(files: Iterable[StoreFile], names: Sequence[str]) -> list[Page]:
    """Read the files that may name one of these records; fails if one of them is not sound.

    Most files of a large store name neither, and are not read further than that.
    """
    found = []
    for file in files:
        page = read(file, unless=lambda data: not may_hold(data, names))
        if page.problems:
            first = page.problems[0]
            place = shortened(str(first.place))
            raise StoreError(f"{place}: {first.message}", "Mend the file first. Nothing was changed.")
        found.append(page)
    return found


def may_hold(data: bytes, names: Sequence[str]) -> bool:
    """Tell whether a file may hold one of these texts: as it is, or in an escape or a folded text."""
    return b"\\" in data or any(not _PLAIN_TEXT.fullmatch(name) or name.encode() in data for name in names)


def spots(pages: Iterable[Page], name: str) -> Spots:
    """Find everywhere that a record is named."""
    found = Spots()
    word = word_of(name)
    for page in pages:
        for written in page.records:
            mark_record(page, written, name, word, found)
        found.references.extend(Spot(page, scalar) for scalar in silenced(page) if scalar == name)
    return found


def word_of(name: str) -> re.Pattern[str]:
    """Make what finds an id as a whole word."""
    return re.compile(rf"(?<![\w.-]){re.escape(name)}(?![\w-]|\.\w)")


def mark_record(page: Page, written: Written, name: str, word: re.Pattern[str], found: Spots) -> None:
    """Note where one record is, or names, a record."""
    if written.node.get("id") == name:
        found.own.append((page, written))
    span = written.node.start, written.node.end
    if (
        _PLAIN_TEXT.fullmatch(name)
        and not page.shared
        and page.text.find(name, *span) < 0 > page.text.find("\\", *span)
    ):
        return
    read_again = entry(written.kind, written.node, str(page.path))
    named = {(line, column) for _, target, *_, line, column in read_again.references if target == name}
    derived = written.node.get("derived")
    formula = derived.get("formula") if isinstance(derived, dict) else None
    for scalar in scalars(written.node):
        if (scalar.line, scalar.column) in named and scalar == name:
            found.references.append(Spot(page, scalar))
        elif word.search(scalar) and scalar is not written.node.get("id") and "://" not in scalar:
            (found.formulas if scalar is formula else found.texts).append(Spot(page, scalar))


def silenced(page: Page) -> Iterator[Scalar]:
    """Give the ids in the silences of a file of settings, and of what it says is distinct."""
    for part in (*stated(page, "silence"), *stated(page, "distinct")):
        yield from scalars(part.get("records"))


def stated(page: Page, key: str) -> Iterator[Mapping]:
    """Give the items of a list below `check` in a file of settings."""
    check = page.top.get(CHECK) if isinstance(page.top, Mapping) else None
    listed = check.get(key) if isinstance(check, Mapping) else None
    for item in listed if isinstance(listed, Listing) else ():
        if isinstance(item, Mapping):
            yield item


class Reason(NamedTuple):
    """Why two records are not the same, and where that stands."""

    text: str
    place: Place


def apart(pages: Iterable[Page], one: str, other: str) -> Reason | None:
    """Give why a store says that two records are not the same; None if it does not say so."""
    for page in pages:
        for item in stated(page, "distinct"):
            if {one, other} <= set(scalars(item.get("records"))):
                place = Place(file=str(page.path), line=item.line, column=item.column)
                return Reason(str(item.get("reason") or ""), place)
    return None


def renamed(found: Spots, old: str, new: str) -> dict[StoreFile, list[Splice]]:
    """Give the splices that write another id wherever a record is named, except for the record itself."""
    splices: dict[StoreFile, list[Splice]] = {}
    for page, scalar in found.references:
        splices.setdefault(page.file, []).append(Splice(scalar.start, scalar.end, spelled(page, scalar, new)))
    word = word_of(old)
    for page, scalar in found.formulas:
        text = word.sub(new, page.text[scalar.start : scalar.end])
        splices.setdefault(page.file, []).append(Splice(scalar.start, scalar.end, text))
    return splices


def spelled(page: Page, scalar: Scalar, new: str) -> str:
    """Write an id as the old one was written."""
    if page.is_lines:
        return json.dumps(new)
    return f"{scalar.style}{new}{scalar.style}" if scalar.style in ("'", '"') else new
