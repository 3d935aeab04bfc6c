"""Find in the lines of a text what leads somewhere: names of sources, and addresses as they stand."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final, TypeAlias

from narcotl.render.links import target

Links: TypeAlias = Sequence[tuple[str, str]]
"""Parts of a text, each with the address to which it leads."""
Piece: TypeAlias = tuple[str, str]
"""A part of a line, and the address to which it leads; empty if to none."""

_ADDRESS: Final = re.compile(r"(?<!\w)https?://[^\s<>\[\]{}\"«»…]*[^\s<>\[\]{}\"«»….,;:!?)]")
"""An address within a text, without the punctuation behind it."""
_CUT: Final = ("\N{HORIZONTAL ELLIPSIS}", "...")
"""What follows an address of which a part is missing."""


def linked(text: str, lines: Sequence[str], links: Links = ()) -> list[list[Piece]]:
    """Take the lines into which a text was broken apart where links begin and end: those given, and plain addresses."""
    if not links and "://" not in text:
        return [[(line, "")] for line in lines]
    targets = [""] * len(text)
    for start, end, address in (*_named(text, links), *_plain(text)):
        if not any(targets[start:end]):
            targets[start:end] = [target(address)] * (end - start)
    place, broken = 0, []
    for line in lines:
        leads = []
        for character in line:
            # Where a line was broken, spaces are gone; a cut text ends in a sign that is not its own.
            while place < len(text) and text[place] != character and text[place].isspace():
                place += 1
            leads.append(targets[place] if place < len(text) and text[place] == character else "")
            place += 1
        pairs = groupby(zip(line, leads, strict=True), key=lambda pair: pair[1])
        broken.append([("".join(character for character, _ in run), address) for address, run in pairs])
    return broken


def _named(text: str, links: Links) -> Iterable[tuple[int, int, str]]:
    """Find the parts that are given, as whole words."""
    for part, address in links:
        for found in re.finditer(rf"(?<![\w-]){re.escape(part)}(?![\w-])", text) if part else ():
            yield *found.span(), address


def _plain(text: str) -> Iterable[tuple[int, int, str]]:
    """Find the addresses that stand whole in a text: a backslash tells that something was made harmless in it."""
    return (
        (*found.span(), found[0])
        for found in _ADDRESS.finditer(text)
        if "\\" not in found[0] and not text.startswith(_CUT, found.end())
    )
