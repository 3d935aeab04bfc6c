"""Break text into lines of so many columns of a terminal, at words where that can be."""

from collections.abc import Iterator
from typing import Final

from rich.cells import cell_len

_JOINTS: Final = "-/_.?&=,;"
"""Where a word that is too long for a line is broken rather than between letters."""


def wrapped(text: str, width: int | None) -> list[str]:
    """Break a text at its own line breaks and, given a width, between words; inside a word only if it is too long."""
    lines: list[str] = []
    for line in text.split("\n"):
        lines += [line] if width is None or cell_len(line) <= width else _broken(line, width)
    return lines


def _broken(text: str, width: int) -> Iterator[str]:
    line = ""
    for whole in words(text):
        word = whole
        joined = f"{line} {word}" if line else word
        if cell_len(joined) <= width:
            line = joined
            continue
        if line:
            yield line
        while cell_len(word) > width:
            head = _head(word, width)
            yield head
            word = word[len(head) :]
        line = word
    if line:
        yield line


def _head(word: str, width: int) -> str:
    """Take as much of a word as fits, up to a hyphen or the like if there is one, but at least one character."""
    end = 1
    while end < len(word) and cell_len(word[: end + 1]) <= width:
        end += 1
    joint = max(map(word[:end].rfind, _JOINTS)) + 1
    return word[: joint or end]


def clipped(text: str, width: int, end: str = "\N{HORIZONTAL ELLIPSIS}") -> str:
    """Cut a text to a width, at its end a sign that something is missing."""
    if cell_len(text) <= width:
        return text
    room = width - cell_len(end)
    while cell_len(text) > room:
        text = text[: room if len(text) > room else -1]
    return text.rstrip() + end


def padded(text: str, width: int, *, right: bool = False) -> str:
    """Fill a text with spaces to a width, on its left to align it right."""
    space = " " * (width - cell_len(text))
    return space + text if right else text + space


def width_of(text: str) -> int:
    """Measure the longest line of a text."""
    return max(map(cell_len, text.split("\n")))


def words(text: str) -> list[str]:
    """Split a text where its lines may be broken, which is not at a no-break space."""
    return [word for word in text.replace("\n", " ").split(" ") if word]


def longest_word(text: str) -> int:
    """Measure the longest word of a text."""
    return max(map(cell_len, words(text)), default=0)
