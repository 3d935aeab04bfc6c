"""What the files of a store bring along when records and settings go to another store: their lines and comments."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from narcotl.editing.comments import comments, end_of_line
from narcotl.editing.formatting import tree_of
from narcotl.editing.layout import Path, record_lines
from narcotl.editing.moving import MODELINE, column, dedented, pieces, plain_text
from narcotl.editing.page import Page
from narcotl.editing.settings import Piece, item
from narcotl.editing.spans import Listing, Mapping, Scalar
from narcotl.errors import UsageError
from narcotl.store.checks import CHECK, LISTS
from narcotl.store.reader import SETTING_KEYS

_ABOVE: Final = re.compile(r"(?:[ ]*(?:#[^\n]*)?\n)*")
_EMPTY_LINE: Final = re.compile(r"\n(?:[ ]*\n)+")
_REMARK: Final = re.compile(r"(?:(?<=\s)|^)#[^\n]*")


class Carried(NamedTuple):
    """What a record brings along."""

    text: str
    """Its lines, with the comments above and inside, its dash at the margin; empty if it has no lines of its own."""
    remarks: tuple[str, ...]
    """All of its comments."""


def carried(page: Page, others: Sequence[str]) -> list[Carried]:
    """Give what each record of a page brings along, in the order of the page.

    `others` are the texts of the store that it goes to: a head of a file that stands there is not brought again.
    """
    try:
        blocks = {} if page.is_lines else {id(block.node): block.text for block in pieces(page).blocks}
    except UsageError:
        # What anchors tie together is written out, and the comments stand above it.
        blocks = {}
    found = []
    before = 0
    for written in page.records:
        node = written.node
        # An alias stands where its anchor does, among the comments of another record.
        inside = [] if page.is_lines else [one for one in comments(page.text, node) if one.start >= before]
        text = blocks.get(id(node)) or "".join(f"{line}\n" for line in alone(page.text[before : node.start]))
        found.append(of_record(text, [page.text[one.start : one.end].strip() for one in inside], others))
        before = max([node.end, *(one.end for one in inside)])
    return found


def alone(text: str) -> Iterator[str]:
    """Give the comments in a text that have lines of their own."""
    for line in text.splitlines():
        if line.lstrip().startswith("#"):
            yield line.strip()


def of_record(text: str, inside: Sequence[str], others: Sequence[str]) -> Carried:
    """Give what a record brings along: its lines, or only what stands above it, and the comments inside it."""
    above = _ABOVE.match(text)
    own = text[above.end() :] if above else text
    head = heading(above[0] if above else "", others)
    # A list in brackets has comments and no lines of its own.
    is_whole = bool(own) and all(remark in own for remark in inside)
    return Carried(head + own if is_whole else "", (*alone(head), *inside))


def heading(above: str, others: Sequence[str]) -> str:
    """Give the comments above a record, without the line for editors and without a head that stands there already."""
    *before, last = _EMPTY_LINE.split(MODELINE.sub("", above).lstrip("\n"))
    kept = [part for part in before if part.strip() and not any(part.strip() in other for other in others)]
    return "\n".join(["", *(f"{part}\n" for part in kept), last]) if kept else last


def settings(page: Page) -> Iterator[Piece]:
    """Take the settings of a page apart: entries of mappings, items of lists, single words."""
    if isinstance(page.top, Mapping):
        yield from entries(page, page.top, (), 0)


def entries(page: Page, node: Mapping, path: Path, start: int) -> Iterator[Piece]:
    """Take a mapping apart, down to its entries, each with the comments above it, up to the entry before."""
    for key, value in node.items():
        if not isinstance(key, Scalar):
            continue
        end = value.end if isinstance(value, Scalar | Listing | Mapping) else key.end
        if path or key in SETTING_KEYS:
            inside = (*path, str(key))
            first = end_of_line(page.text, key.end) + 1
            if isinstance(value, Mapping) and path in ((), (CHECK,)):
                yield from entries(page, value, inside, first)
            elif isinstance(value, Listing) and path == (CHECK,) and key in LISTS:
                yield from items(page, value, inside, first)
            elif value is not None:
                tree = tree_of(value)
                laid = "".join(f"{line}\n" for line in record_lines({str(key): tree}, 0))
                own = "" if node.flow or page.shared else lines_of(page, start, end, column(page, key.start))
                yield Piece(path, str(key), tree, own or laid, key.line, key.column)
        start = end_of_line(page.text, end) + 1


def items(page: Page, listing: Listing, path: Path, start: int) -> Iterator[Piece]:
    """Take a list apart, each item with the comments above it."""
    for part in listing:
        if isinstance(part, Mapping):
            laid = item(path, {str(key): tree_of(value) for key, value in part.items()})
            own = "" if listing.flow or page.shared else lines_of(page, start, part.end, listing.column - 1)
            yield laid._replace(text=own or laid.text, line=part.line, column=part.column)
            start = end_of_line(page.text, part.end) + 1


def remarks_of(piece: Piece) -> Iterator[str]:
    """Give the comments of a setting."""
    for found in _REMARK.finditer(piece.text):
        if found[0] not in str(piece.value):
            yield found[0].rstrip()


def lines_of(page: Page, start: int, end: int, indent: int) -> str:
    """Give whole lines at the margin, with plain ends, without empty ones above."""
    text = plain_text(page.text[start : end_of_line(page.text, end)])
    return dedented(text.lstrip("\n"), indent)
