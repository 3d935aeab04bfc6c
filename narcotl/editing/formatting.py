"""Put the files of a store in canonical order and layout; what they mean stays the same, and so do all comments."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from narcotl.editing.comments import column_of, has_hidden_comment, remarks
from narcotl.editing.files import Change
from narcotl.editing.form import in_order, ordered, part_classes
from narcotl.editing.layout import Path, Plain, Remarks, record_lines
from narcotl.editing.page import Page, Splice, Written, page_of
from narcotl.editing.spans import Listing, Mapping, Scalar
from narcotl.errors import StoreError
from narcotl.model.records import RECORDS
from narcotl.store.nodes import Node

_DASH: Final = re.compile(r"[ ]*-[ ]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Formatted:
    """What laying a file out comes to."""

    change: Change
    records: int
    """How many records are laid out anew."""
    kept: int
    """How many are left as they are, since they have anchors, aliases or tags, or stand in brackets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """What a record is to hold."""

    tree: Plain
    below: tuple[str, ...] = ()
    """Comments that come below everything else."""


def formatted(page: Page) -> Formatted:
    """Lay the records of a sound page out; between them nothing changes."""
    pieces = [splice(page, record) for record in page.records]
    wanted = [piece for piece in pieces if piece is not None and page.text[piece.start : piece.end] != piece.text]
    change = page.spliced(wanted)
    if wanted:
        after = page_of(page.file, change.after)
        if after.problems or [found[:2] for found in after.records] != [found[:2] for found in page.records]:
            message = f"{page.path} would not mean the same if it were laid out anew"
            raise StoreError(message, "It was left as it is. This is a mistake of narcotl; please report it.")
    return Formatted(change=change, records=len(wanted), kept=pieces.count(None))


def splice(page: Page, record: Written) -> Splice | None:
    """Give the record as it is to stand in its file; None if it is left alone."""
    node = record.node
    if page.is_lines:
        return Splice(node.start, node.end, one_line(page.text, RECORDS[record.kind], node))
    tree = {str(key): tree_of(value) for key, value in node.items()}
    return laid_out(page, record, Replacement(tree=tree))


def laid_out(page: Page, record: Written, new: Replacement) -> Splice | None:
    """Lay out what a record of a YAML file is to hold, with the comments that it has; None if that cannot be."""
    node = record.node
    line_start = node.start - column_of(page.text, node.start)
    dash = _DASH.fullmatch(page.text, line_start, node.start)
    tied = any(node.start - 1 <= place <= node.end for place in page.shared)
    tree = ordered(RECORDS[record.kind], new.tree)
    if dash is None or tied or has_hidden_comment(page.text, node) or not isinstance(tree, dict) or not tree:
        return None
    found, end = remarks(page, node)
    if new.below:
        last = (next(reversed(tree)),)
        found = replace(found, after={**found.after, last: [*found.after.get(last, ()), *new.below]})
    indent = page.text.index("-", line_start) - line_start + 2
    lines = record_lines(tree, indent, hoisted(found, tree))
    start = line_start + indent - 1
    return Splice(start, end, " " + page.newline.join(lines).lstrip())


def hoisted(found: Remarks, tree: Plain) -> Remarks:
    """Let a comment above the first field of an item stand above the item: both would stand in the same place."""
    before: dict[Path, list[str]] = {}
    for path, texts in found.before.items():
        place = path
        while len(place) > 1 and isinstance(place[-1], str) and isinstance(place[-2], int):
            item = at(tree, place[:-1])
            if not isinstance(item, dict) or next(iter(item)) != place[-1]:
                break
            place = place[:-1]
        before.setdefault(place, []).extend(texts)
    return Remarks(before=before, beside=found.beside, after=found.after)


def at(tree: Any, path: Path) -> Any:
    """Give what stands at a path."""
    for step in path:
        tree = tree[step]
    return tree


def tree_of(node: Node) -> Plain:
    """Give what a node holds without its spans."""
    if isinstance(node, Mapping):
        return {str(key): tree_of(value) for key, value in node.items()}
    if isinstance(node, Listing):
        return [tree_of(item) for item in node]
    return None if node is None else str(node)


def one_line(text: str, cls: type | None, node: Node) -> str:
    """Write a node of JSON with its keys in order and without spaces; its scalars stay as they are written."""
    if isinstance(node, Scalar):
        return text[node.start : node.end]
    if isinstance(node, Listing):
        return f"[{','.join(one_line(text, cls, item) for item in node)}]"
    if not isinstance(node, Mapping):
        return "null"
    return "{" + ",".join(pairs(text, cls, node)) + "}"


def pairs(text: str, cls: type | None, node: Mapping) -> Iterator[str]:
    """Write the pairs of an object."""
    parts = part_classes(cls) if cls is not None else {}
    for key in in_order(cls, node) if cls is not None else node:
        value = one_line(text, parts.get(key), node[key])
        yield f"{text[key.start : key.end] if isinstance(key, Scalar) else key}:{value}"
