"""Move records between the files of stores as they are written: with their comments, and nothing of them changed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from narcotl.editing.comments import comments, end_of_line
from narcotl.editing.form import in_order
from narcotl.editing.formatting import tree_of
from narcotl.editing.layout import record_lines
from narcotl.editing.page import Page, Written
from narcotl.editing.spans import Listing, Mapping, Scalar
from narcotl.errors import UsageError
from narcotl.model.records import RECORDS
from narcotl.model.vocab.base import RecordKind
from narcotl.reports.edits import shortened
from narcotl.store.layout import FILE_KINDS

_FRAME: Final = re.compile(r"(?m)^(?:---|\.\.\.)[ \t]*(?:#[^\n]*)?\n?")
"""The marks at the beginning and the end of a document."""
MODELINE: Final = re.compile(r"(?m)^[ ]*# yaml-language-server:[^\n]*\n?")
"""What tells an editor the schema of the file in which it stands: in another file it would be wrong."""


class Block(NamedTuple):
    """A record as lines of YAML, its dash at the margin, with what stands above it."""

    kind: RecordKind
    node: Mapping
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """What a file holds: records, and whatever else there is (settings and the comments above them)."""

    settings: str
    blocks: tuple[Block, ...]


def pieces(page: Page) -> Pieces:
    """Take a file of a store apart; fails where anchors tie its parts together."""
    if page.shared:
        line = page.line_of(page.shared[0])
        hint = "Write the content out first. Nothing was changed."
        raise UsageError(
            f"{shortened(str(page.path))}:{line}: an anchor, an alias or a tag ties records together", hint
        )
    if page.is_lines:
        return Pieces(settings="", blocks=tuple(Block(one.kind, one.node, laid(one)) for one in page.records))
    if isinstance(page.top, Mapping):
        if page.top.flow:
            raise UsageError(f"{shortened(str(page.path))} is written in braces", "Write it with a line for each key.")
        return keyed(page, page.top)
    if not isinstance(page.top, Listing):
        return Pieces(settings=plain_text(page.text), blocks=())
    blocks, end = listed(page, page.top, 0)
    rest = plain_text(page.text[end:])
    return Pieces(settings="" if blocks else rest, blocks=closed(blocks, rest))


def keyed(page: Page, top: Mapping) -> Pieces:
    """Take a file with keys apart."""
    settings: list[str] = []
    blocks: list[Block] = []
    place = 0
    for key, value in top.items():
        if not isinstance(key, Scalar):
            continue
        above = plain_text(page.text[place : key.start - column(page, key.start)])
        end = end_of_line(page.text, value.end if isinstance(value, Scalar | Listing | Mapping) else key.end) + 1
        if key not in FILE_KINDS:
            settings.append(above + plain_text(page.text[key.start - column(page, key.start) : end]))
        elif isinstance(value, Listing):
            found, end = listed(page, value, end_of_line(page.text, key.end) + 1)
            blocks += with_above(found, above)
        else:
            settings.append(above)
        place = end
    settings.append(plain_text(page.text[place:]))
    return Pieces(settings="".join(settings), blocks=tuple(blocks))


def listed(page: Page, listing: Listing, start: int) -> tuple[tuple[Block, ...], int]:
    """Take a list apart: each record with what stands above it, and where the last one ends."""
    known = {id(one.node): one for one in page.records}
    for item in listing:
        if id(item) not in known:
            line = getattr(item, "line", listing.line)
            raise UsageError(f"{shortened(str(page.path))}:{line}: no record", "Mend it first. Nothing was changed.")
    if listing.flow:
        end = min(end_of_line(page.text, listing.end) + 1, len(page.text))
        return tuple(Block(one.kind, one.node, laid(one)) for one in (known[id(item)] for item in listing)), end
    blocks = []
    for item in listing:
        one = known[id(item)]
        last = [comment.end for comment in comments(page.text, one.node)]
        end = min(end_of_line(page.text, max([one.node.end, *last])) + 1, len(page.text))
        text = plain_text(page.text[start:end])
        blocks.append(Block(one.kind, one.node, dedented(text, listing.column - 1)))
        start = end
    return tuple(blocks), start


def closed(blocks: Sequence[Block], rest: str) -> tuple[Block, ...]:
    """Add what stands below the last record to it."""
    if not rest.strip() or not blocks:
        return tuple(blocks)
    return (*blocks[:-1], blocks[-1]._replace(text=blocks[-1].text + rest))


def with_above(blocks: tuple[Block, ...], above: str) -> tuple[Block, ...]:
    """Add what stands above the first record."""
    return (blocks[0]._replace(text=above + blocks[0].text), *blocks[1:]) if blocks else ()


def laid(one: Written) -> str:
    """Lay out a record that has no lines of its own."""
    return laid_tree(one.kind, tree_of(one.node))


def laid_tree(kind: RecordKind, tree: Any) -> str:
    """Lay out what a record holds."""
    fields = {key: tree[key] for key in in_order(RECORDS[kind], tree)}
    first, *rest = record_lines(fields, 2)
    return "".join(f"{line}\n" for line in (f"- {first.lstrip()}", *rest))


def plain_text(text: str) -> str:
    """Give a text with plain line ends, without the marks of a document and the line that tells editors its schema."""
    text = MODELINE.sub("", _FRAME.sub("", text.replace("\r\n", "\n")))
    return text if not text or text.endswith("\n") else f"{text}\n"


def dedented(text: str, by: int) -> str:
    """Take so many spaces, or as many as there are, from the beginning of each line."""
    return re.sub(rf"(?m)^ {{0,{by}}}", "", text) if by else text


def indented(text: str, by: int) -> str:
    """Put so many spaces before each line that is not empty."""
    return re.sub(r"(?m)^(?=[^\n])", " " * by, text)


def column(page: Page, place: int) -> int:
    """Give the column (from 0) of a character."""
    return place - page.text.rfind("\n", 0, place) - 1
