"""Cut a file of a store into its records, each with the comments above and inside it, and the lines between them."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from narcotl.editing.comments import comments, end_of_line
from narcotl.editing.page import Page, Written
from narcotl.editing.spans import Listing, Mapping
from narcotl.store.nodes import Node

_DASH: Final = re.compile(r"[ ]*-[ ]+")
_REMARK: Final = re.compile(r"[ ]*#(?! yaml-language-server:)")


class Segment(NamedTuple):
    """Some whole lines of a file."""

    text: str
    start: int
    """Where they begin."""
    written: Written | None = None
    """The record that stands there; None for what stands between records."""

    @property
    def id(self) -> str | None:
        """The id of the record."""
        return None if self.written is None else str(self.written.node.get("id"))


def segments(page: Page) -> list[Segment] | None:
    """Cut a file; None if its records have no lines of their own, or anchors tie them together."""
    if page.problems or page.shared:
        return None
    found: list[Segment] = []
    place = 0
    for written in page.records:
        start = page.text.rfind("\n", 0, written.node.start) + 1
        end = end_of(page, written)
        if start < place or not (page.is_lines or _DASH.fullmatch(page.text, start, written.node.start)):
            return None
        between = list(lines(page.text, place, start))
        while between and _REMARK.match(between[-1].text):
            start = between.pop().start
        found += [*between, Segment(page.text[start:end], start, written)]
        place = end
    return None if is_flat(page.top) else [*found, *lines(page.text, place, len(page.text))]


def end_of(page: Page, written: Written) -> int:
    """Give where the last line of a record ends, with the comments below it."""
    last = [] if page.is_lines else [one.end for one in comments(page.text, written.node)]
    return min(end_of_line(page.text, max([written.node.end, *last])) + 1, len(page.text))


def lines(text: str, start: int, end: int) -> Iterator[Segment]:
    """Give lines one by one."""
    for line in text[start:end].splitlines(keepends=True):
        yield Segment(line, start)
        start += len(line)


def is_flat(node: Node) -> bool:
    """Tell whether a list of records stands in brackets."""
    if isinstance(node, Mapping):
        return any(is_flat(value) for value in node.values() if isinstance(value, Listing))
    return isinstance(node, Listing) and node.flow and any(isinstance(item, Mapping) for item in node)
