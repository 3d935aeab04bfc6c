"""Read JSON Lines with the span of everything in it; whether they are JSON has been seen before."""

import re
from collections.abc import Iterator
from json import JSONDecodeError
from json.decoder import scanstring  # type: ignore[attr-defined]  # the types leave out what the module documents
from typing import Final

from narcotl.editing.spans import Listing, Mapping, Scalar, scalar
from narcotl.store.nodes import Node

_SPACE: Final = re.compile(r"[ \t\r]*")
_WORD: Final = re.compile(r"[^\s,\]}]+")


def lines(text: str) -> Iterator[Mapping]:
    """Give the object of each line."""
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            node, _ = _Line(text, start, number).value(start)
            if isinstance(node, Mapping):
                yield node
        start += len(line) + 1


class _Line:
    """One line: where it begins in the text, and its number."""

    def __init__(self, text: str, start: int, number: int) -> None:
        self.text = text
        self.start = start
        self.number = number

    def skip(self, place: int) -> int:
        """Skip spaces."""
        found = _SPACE.match(self.text, place)
        return found.end() if found else place

    def value(self, place: int) -> tuple[Node, int]:
        """Read a value; give it and where it ends."""
        place = self.skip(place)
        letter = self.text[place]
        if letter == "{":
            return self.mapping(place)
        if letter == "[":
            return self.listing(place)
        here = (self.number, place - self.start + 1)
        if letter == '"':
            value, end = scanstring(self.text, place + 1, True)  # noqa: FBT003 - its C form takes no keywords
            return scalar(value, place, end, '"', here), end
        found = _WORD.match(self.text, place)
        if found is None:
            raise JSONDecodeError("a value is missing", self.text, place)
        word, end = found[0], found.end()
        return (None if word == "null" else scalar(word, place, end, "", here)), end

    def mapping(self, place: int) -> tuple[Mapping, int]:
        """Read an object."""
        made = Mapping()
        made.start, made.flow, made.line, made.column = place, True, self.number, place - self.start + 1
        place = self.skip(place + 1)
        while self.text[place] != "}":
            key, place = self.value(place)
            value, place = self.value(self.skip(place) + 1)
            if isinstance(key, Scalar):
                made[key] = value
            place = self.skip(place)
            if self.text[place] == ",":
                place = self.skip(place + 1)
        made.end = place + 1
        return made, made.end

    def listing(self, place: int) -> tuple[Listing, int]:
        """Read an array."""
        made = Listing()
        made.start, made.flow, made.line, made.column = place, True, self.number, place - self.start + 1
        place = self.skip(place + 1)
        while self.text[place] != "]":
            item, place = self.value(place)
            made.append(item)
            place = self.skip(place)
            if self.text[place] == ",":
                place = self.skip(place + 1)
        made.end = place + 1
        return made, made.end
