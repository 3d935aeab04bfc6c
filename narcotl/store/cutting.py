"""Cut a YAML file into pieces that mean alone what they mean in it: records, and what else stands at its top.

A piece is one item of the list at the top of a file, or of a list below a key there; or such a key with whatever stands
below it. What libyaml says of a piece alone is what it says of it in the file, unless it is not one whole piece, or
names or repeats something elsewhere: who reads it has to find that out.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, groupby, pairwise
from operator import itemgetter
from typing import IO, Final, NamedTuple

from narcotl.store.nodes import Text
from narcotl.store.settings import ABOUT

BLOCK: Final = 2**20
"""How many bytes are read at a time."""
LONGEST_KEY: Final = 200
"""A longer key at the top is none, and libyaml reads the file."""
MARK: Final = "\ufeff".encode()
"""With what Windows likes to begin a text."""
BEFORE: Final = re.compile(r"(?: *(?:#.*)?\n)*(?:--- *\n(?: *(?:#.*)?\n)*)?")
"""What may stand before the first record: comments, and the beginning of the document."""
TOP: Final = re.compile(r"\n(?=[A-Za-z_][\w-]*+:[ \n])")
"""Behind this begins a key at the top of a file."""
KEY: Final = r"([A-Za-z_][\w-]*):(?= *(?:#.*)?\n(?: *(?:#.*)?\n)*( *)- )?(?=[ \n])"
"""A key at the top of a file; the margin of the list below it, if it is one in lines."""
UNUSUAL: Final = rb"[\x00-\x0c\x0e-\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\xa8\xa9]|\xef\xbb\xbf|\xef\xbf[\xbe\xbf]"
"""Characters that YAML forbids, or takes for the end of a line, or of the text, among what is not printable ASCII.

They are said in UTF-8: a class of characters from all over Unicode takes milliseconds to compile.
"""
PRINTABLE: Final = bytes([*b"\t\n\r", *range(ord(" "), ord("~") + 1)])
"""The ASCII among all others."""


class Piece(NamedTuple):
    """A piece of a file."""

    text: str
    line: int
    """The line where it begins, from 1."""
    key: Text | None
    """The key at the top of the file that it stands below, or that it begins with."""
    margin: str | None
    """The spaces before the dash of an item; None: it is no item."""


def is_usual(stream: IO[bytes]) -> bool:
    """Tell whether a file is UTF-8 text without unusual characters; leave it at its beginning."""
    rest = b""
    try:
        rest = stream.read(len(MARK)).removeprefix(MARK)
        while block := stream.read(BLOCK):
            whole, newline, rest = (rest + block).rpartition(b"\n")
            if has_unusual(whole + newline):
                return False
        return not has_unusual(rest)
    except UnicodeDecodeError:
        return False
    finally:
        stream.seek(0)


def has_unusual(text: bytes) -> bool:
    """Tell whether there are unusual characters in a text; fails if it is not UTF-8."""
    if b"\r" in text and text.count(b"\r") > text.count(b"\r\n"):
        return True
    others = text.translate(None, PRINTABLE)
    if not others:
        return False
    text.decode()
    return re.search(UNUSUAL, others) is not None


def pieces(stream: IO[bytes]) -> Iterator[Piece]:
    """Cut a usual file into pieces; what stands before the first one is left out."""
    found = blocks(stream)
    first = next(found, "")
    head = BEFORE.match(first)
    start = head.end() if head else 0
    line = 1 + first.count("\n", 0, start)
    rest = chain((first[start:],), found)
    if first.startswith("-", start):
        yield from cut_list(rest, line, None, "")
    else:
        for _, parts in groupby(numbered(rest, line), itemgetter(0)):
            yield from cut_section(parts)


def blocks(stream: IO[bytes]) -> Iterator[str]:
    """Read whole lines, as many as come at a time; all end in the same way."""
    rest = stream.read(len(MARK)).removeprefix(MARK)
    while block := stream.read(BLOCK):
        whole, newline, rest = (rest + block).rpartition(b"\n")
        if newline:
            text = f"{whole.decode()}\n"
            yield text.replace("\r\n", "\n") if "\r" in text else text
    if rest:
        yield rest.decode()


def numbered(blocks: Iterable[str], line: int) -> Iterator[tuple[int, int, str]]:
    """Cut lines where a key at the top begins; give each part with the number of its key and its line."""
    number = 0
    for block in blocks:
        begins = [0, *(found.end() for found in TOP.finditer(block)), len(block)]
        for begin, end in pairwise(begins):
            number += begin > 0 or TOP.match(f"\n{block[:LONGEST_KEY]}") is not None
            yield number, line, block[begin:end]
            line += block.count("\n", begin, end)


def cut_section(parts: Iterator[tuple[int, int, str]]) -> Iterator[Piece]:
    """Cut what begins with a key at the top into its records, if it is a list of such in lines."""
    _, line, text = next(parts)
    texts = (part for _, _, part in parts)
    text += next(texts, "")
    found = re.match(KEY, text)
    key = Text(found[1] if found else "")
    key.line, key.column = line, 1
    if found and found[2] is not None and key not in ABOUT:
        start = text.index(f"\n{found[2]}- ") + 1
        line += text.count("\n", 0, start)
        yield from cut_list(chain((text[start:],), texts), line, key, found[2])
    else:
        yield Piece("".join((text, *texts)), line, key, None)


def cut_list(texts: Iterable[str], line: int, key: Text | None, margin: str) -> Iterator[Piece]:
    """Cut the lines of a list whose dashes stand behind a margin into its items."""
    dash, rest = f"\n{margin}- ", ""
    for text in texts:
        rest += text
        cut = rest.rfind(dash) + 1
        for item in cut_at_dashes(rest[:cut], dash):
            yield Piece(item, line, key, margin)
            line += item.count("\n")
        rest = rest[cut:]
    for item in cut_at_dashes(rest, dash):
        yield Piece(item, line, key, margin)
        line += item.count("\n")


def cut_at_dashes(text: str, dash: str) -> Iterator[str]:
    """Cut lines into items; only the last one of a file may end without the end of a line."""
    *others, last = text.split(dash)
    begin = ""
    for other in others:
        yield f"{begin}{other}\n"
        begin = dash[1:]
    if last:
        yield begin + last
