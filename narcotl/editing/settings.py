"""Put settings into the file of a store that holds them; everything that stands there stays as it is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import NamedTuple

from narcotl.editing.adding import at_end, in_brackets_at, sound, turned
from narcotl.editing.comments import end_of_line
from narcotl.editing.layout import Path, Plain, one_line, record_lines
from narcotl.editing.moving import indented
from narcotl.editing.page import LINES, Page, Splice, page_of
from narcotl.editing.spans import Listing, Mapping, Scalar
from narcotl.errors import StoreError, UsageError
from narcotl.reports.edits import shortened
from narcotl.store.layout import SETTINGS, SUFFIXES, StoreFile, files_in


class Piece(NamedTuple):
    """A setting, an entry of one or an item of a list, and where it belongs."""

    path: Path
    """The keys above it: `()` for a key of the file, `("check", "silence")` for an item of that list."""
    key: str
    """Its own key; empty for an item of a list."""
    value: Plain
    text: str
    """The same as lines of YAML at the margin, with its comments."""
    line: int = 0
    """Where it stands, if it stands somewhere; from 1, as the column."""
    column: int = 0


@dataclass(frozen=True, slots=True)
class Tree:
    """Pieces by the keys above them."""

    pieces: list[Piece] = field(default_factory=list)
    below: dict[str, "Tree"] = field(default_factory=dict)

    def text(self) -> str:
        """Write all of it as lines of YAML at the margin."""
        own = "".join(piece.text for piece in self.pieces)
        return own + "".join(f"{key}:\n{indented(tree.text(), 2)}" for key, tree in self.below.items())

    def value(self) -> Plain:
        """Give all of it without comments."""
        if any(not piece.key for piece in self.pieces):
            return [piece.value for piece in self.pieces]
        return {piece.key: piece.value for piece in self.pieces} | {
            key: tree.value() for key, tree in self.below.items()
        }


def item(path: Path, value: dict[str, Plain]) -> Piece:
    """Make an item of a list."""
    first, *rest = record_lines(value, 2)
    return Piece(path, "", value, "".join(f"{line}\n" for line in (f"- {first.lstrip()}", *rest)))


def settings_file(store: FilePath) -> StoreFile:
    """Give the file of a store that holds its settings; it may have to be made. Fails if the store can hold none."""
    if not store.is_dir():
        if store.suffix == LINES:
            raise UsageError(
                f"{shortened(str(store))} holds no settings: it is JSON Lines",
                "Make a folder of it, with a store.yaml: `narcotl split`.",
            )
        return StoreFile(path=store.absolute(), kind=None)
    folder = store.absolute()
    found = [file for file in files_in(folder) if file.path.stem == SETTINGS and file.path.parent == folder]
    yaml = [file for file in found if file.path.suffix != LINES]
    return yaml[0] if yaml else StoreFile(path=folder / (SETTINGS + SUFFIXES[0]), kind=None)


def with_settings(page: Page, pieces: Sequence[Piece]) -> Page:
    """Give the page of a file of settings with more of them; fails if it cannot hold any."""
    sound(page)
    if isinstance(page.top, Listing):
        raise UsageError(
            f"{shortened(str(page.path))} holds no settings: it is a list of records",
            "Put the records below the keys of their kinds: `regions:`, `actors:`, ...",
        )
    tree = Tree()
    for piece in pieces:
        here = tree
        for key in piece.path:
            here = here.below.setdefault(str(key), Tree())
        here.pieces.append(piece)
    change = page.spliced(placed(page, page.top if isinstance(page.top, Mapping) else None, tree))
    after = page_of(page.file, change.after)
    if after.problems:
        first = after.problems[0]
        raise StoreError(
            f"{first.place}: {first.message}, once the settings are put there", "Nothing was changed. Please report it."
        )
    return after


def placed(page: Page, node: Mapping | None, tree: Tree) -> Iterator[Splice]:
    """Put a tree into a mapping; None is a file that holds nothing yet."""
    if node is not None and node.flow:
        yield from in_braces(page, node, tree)
        return
    left = Tree(list(tree.pieces))
    for key, part in tree.below.items():
        there = node.get(key) if node is not None else None
        if node is None or key not in node:
            left.below[key] = part
        elif isinstance(there, Listing | Mapping) and there and not there.flow:
            yield from grown(page, there, part)
        elif isinstance(there, Listing | Mapping) and there:
            yield from in_braces(page, there, part)
        else:
            yield from begun(page, key_of(node, key), there, part)
    text = left.text()
    if text and node is None:
        yield Splice(len(page.text), len(page.text), at_end(page, [text]))
    elif text and node is not None:
        yield below(page, node.end, indented(text, node.column - 1))


def grown(page: Page, there: Listing | Mapping, part: Tree) -> Iterator[Splice]:
    """Put more into what has lines of its own."""
    if isinstance(there, Mapping):
        yield from placed(page, there, part)
    else:
        yield below(page, there.end, indented(part.text(), there.column - 1))


def begun(page: Page, key: Scalar, there: object, part: Tree) -> Iterator[Splice]:
    """Put something below a key that has no value yet, or an empty one in brackets."""
    end = key.end
    if isinstance(there, Listing | Mapping):
        start = len(page.text[: there.start].rstrip())
        end = there.end
        yield Splice(start, end, "")
    elif there is not None:
        place = f"{shortened(str(page.path))}:{key.line}"
        raise UsageError(
            f"{place}: '{key}' holds a text, not what belongs there", "Mend it first. Nothing was changed."
        )
    yield below(page, end, indented(part.text(), key.column + 1))


def key_of(node: Mapping, name: str) -> Scalar:
    """Give the key of a mapping as it is written."""
    return next(key for key in node if isinstance(key, Scalar) and key == name)


def bracketed(key: str, value: Plain) -> str:
    """Write an entry, or an item without a key, as it stands in brackets."""
    return one_line({key: value})[1:-1] if key else one_line(value)


def below(page: Page, place: int, text: str) -> Splice:
    """Put lines below the line of a character."""
    end = end_of_line(page.text, place)
    if end == len(page.text):
        return Splice(end, end, at_end(page, [text]))
    return Splice(end + 1, end + 1, turned(page, text))


def in_braces(page: Page, node: Listing | Mapping, tree: Tree) -> Iterator[Splice]:
    """Put a tree into what stands in brackets; its comments stay behind."""
    parts = [bracketed(piece.key, piece.value) for piece in tree.pieces]
    for key, part in tree.below.items():
        there = node.get(key) if isinstance(node, Mapping) else None
        if isinstance(there, Listing | Mapping):
            yield from in_braces(page, there, part)
        elif there is None and (isinstance(node, Listing) or key not in node):
            parts.append(bracketed(key, part.value()))
        else:
            place = f"{shortened(str(page.path))}:{node.line}"
            raise UsageError(
                f"{place}: '{key}' stands in braces", "Write it with a line for each key. Nothing was changed."
            )
    if parts:
        yield in_brackets_at(node, parts)
