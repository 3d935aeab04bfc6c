"""Find the comments inside a record, and what each of them is about, so that they move with it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from narcotl.editing.layout import Path, Remarks
from narcotl.editing.page import Page
from narcotl.editing.spans import Listing, Mapping, Scalar
from narcotl.store.nodes import Node

_COMMENT_LINE: Final = re.compile(r"\n([ ]*)#[^\n]*")
BLOCKS: Final = ("|", ">")
"""What opens a text that stands below its key."""


class Comment(NamedTuple):
    """A comment: where it begins and ends, and whether it has a line of its own."""

    start: int
    end: int
    alone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A field or an item of a record: where it begins and ends, and how far it is indented."""

    path: Path
    start: int
    end: int
    column: int
    bracket: int
    """The end of the outermost brackets that it stands in; 0 if in none."""


def remarks(page: Page, record: Mapping) -> tuple[Remarks, int]:
    """Give the comments of a record, and where the record ends with the comment that stands behind it."""
    found = list(comments(page.text, record))
    if not found:
        return Remarks(), record.end
    parts = list(parts_of(page.text, record, (), 0))
    named = next((part for part in parts if part.path == ("id",)), parts[0])
    before: dict[Path, list[str]] = {}
    beside: dict[Path, str] = {}
    after: dict[Path, list[str]] = {}
    for comment in found:
        text = page.text[comment.start : comment.end].rstrip()
        column = column_of(page.text, comment.start)
        begun = [part for part in parts if part.start < comment.start]
        open_now = [part for part in begun if not 0 < part.bracket <= comment.start]
        following = [part for part in parts if part.start > comment.start]
        about = open_now[-1].path if open_now else named.path
        if not comment.alone and about not in beside and (open_now or record.flow):
            beside[about] = text
            continue
        level = [part for part in open_now if part.column == column and part.end <= comment.start]
        if following and not (level and following[0].column < column):
            before.setdefault(following[0].path, []).append(text)
        else:
            after.setdefault((level or open_now or parts)[-1].path, []).append(text)
    end = max([record.end, *(comment.end for comment in found)])
    return Remarks(before=before, beside=beside, after=after), end


def comments(text: str, record: Mapping) -> Iterator[Comment]:
    """Find the comments in a record, behind its last line, and below it as far in: they stand between its scalars."""
    place = record.start
    for scalar in [*scalars(record), None]:
        end = scalar.start if scalar is not None else end_of_tail(text, record)
        while (start := text.find("#", place, end)) >= 0:
            stop = min(end_of_line(text, start), end)
            line_start = text.rfind("\n", 0, start) + 1
            yield Comment(start, stop, not text[line_start:start].strip())
            place = stop
        place = scalar.end if scalar is not None else end


def end_of_tail(text: str, record: Mapping) -> int:
    """Give where the comments end that stand behind a record or, without an empty line, below it and as far in."""
    end = end_of_line(text, record.end)
    indent = column_of(text, record.start)
    while found := _COMMENT_LINE.match(text, end):
        if len(found[1]) < indent:
            break
        end = found.end()
    return end


def scalars(node: Node) -> Iterator[Scalar]:
    """Give the scalars below a node in the order in which they stand."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Mapping):
        for key, value in node.items():
            yield from scalars(key)
            yield from scalars(value)
    elif isinstance(node, Listing):
        for item in node:
            yield from scalars(item)


def parts_of(text: str, node: Node, path: Path, bracket: int) -> Iterator[Part]:
    """Give the fields and items below a node in the order in which they begin, outer ones first."""
    if not isinstance(node, Mapping | Listing):
        return
    outer = bracket or (node.end if node.flow else 0)
    if isinstance(node, Mapping):
        for key, value in node.items():
            if isinstance(key, Scalar):
                here = (*path, str(key))
                column = column_of(text, key.start)
                end = value.end if isinstance(value, Scalar | Mapping | Listing) else key.end
                yield Part(path=here, start=key.start, end=end, column=column, bracket=outer)
                yield from parts_of(text, value, here, outer)
        return
    for place, item in enumerate(node):
        if isinstance(item, Scalar | Mapping | Listing):
            column = column_of(text, item.start if node.flow else node.start)
            yield Part(path=(*path, place), start=item.start, end=item.end, column=column, bracket=outer)
            yield from parts_of(text, item, (*path, place), outer)


def has_hidden_comment(text: str, record: Mapping) -> bool:
    """Tell whether a comment stands behind the `>` or `|` of a text, where it is no part of what is laid out."""
    return any(
        "#" in text[scalar.start : end_of_line(text, scalar.start)]
        for scalar in scalars(record)
        if scalar.style in BLOCKS
    )


def end_of_line(text: str, place: int) -> int:
    """Give where the line of a character ends."""
    end = text.find("\n", place)
    return len(text) if end < 0 else end


def column_of(text: str, place: int) -> int:
    """Give the column (from 0) of a character."""
    return place - text.rfind("\n", 0, place) - 1
