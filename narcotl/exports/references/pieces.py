"""A reference as pieces of text, some of them in italics: written plainly, or as Markdown."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple, TypeAlias

from narcotl.exports.markdown import plain as escaped
from narcotl.reports.harmless import clean

_QUOTED: Final = re.compile(
    '["\N{LEFT DOUBLE QUOTATION MARK}]([^"\N{RIGHT DOUBLE QUOTATION MARK}]*)["\N{RIGHT DOUBLE QUOTATION MARK}]'
)
_SINGLE: Final = "\N{LEFT SINGLE QUOTATION MARK}\\1\N{RIGHT SINGLE QUOTATION MARK}"
_ADDRESS: Final = re.compile(r"https?://[^\s<>\\]+")
_CLOSED: Final = "\N{RIGHT SINGLE QUOTATION MARK}"
_MARKS: Final = f"\N{RIGHT DOUBLE QUOTATION MARK}{_CLOSED}"
UNTITLED: Final = "Untitled "
"""How a description begins that stands where there is no title; it is neither quoted nor set in italics."""


class Piece(NamedTuple):
    """A text, and whether it stands in italics."""

    text: str
    italic: bool = False


Pieces: TypeAlias = Sequence[Piece]


def line(text: str) -> str:
    """Write a text of the store in one line."""
    return " ".join(clean(text).split())


def quoted(title: str, end: str = "") -> Piece:
    """Put a title in quotation marks, with the mark at its end inside them; quotations in it have single ones."""
    text = line(title)
    if text.startswith(UNTITLED):
        return Piece(f"{text[:1].lower()}{text[1:]}{end}")
    end = "" if end == "." and text.endswith(("?", "!", ".")) else end
    inner = _QUOTED.sub(_SINGLE, text)
    single = _CLOSED if inner.endswith(_CLOSED) else ""
    whole = f"{inner.removesuffix(single)}{end}{single}"
    return Piece(f"\N{LEFT DOUBLE QUOTATION MARK}{whole}\N{RIGHT DOUBLE QUOTATION MARK}")


def italic(title: str) -> Piece:
    """Put a title in italics, unless it only describes a work."""
    text = line(title)
    if text.startswith(UNTITLED):
        return Piece(f"{text[:1].lower()}{text[1:]}")
    return Piece(text, italic=True)


def joined(parts: Iterable[Pieces], between: str) -> list[Piece]:
    """Put parts one behind the other; what ends with a comma inside its quotation marks needs none behind them."""
    whole: list[Piece] = []
    for part in parts:
        if part:
            if whole:
                inside = whole[-1].text.rstrip(_MARKS).endswith(",")
                whole.append(Piece(between.lstrip(",") if inside else between))
            whole += part
    return whole


def plain(pieces: Iterable[Piece]) -> str:
    """Write pieces as plain text."""
    return "".join(piece.text for piece in pieces)


def markdown(pieces: Iterable[Piece]) -> str:
    """Write pieces as Markdown; nothing in them but the italics is markup."""
    return "".join(_marked(piece) for piece in pieces)


def _marked(piece: Piece) -> str:
    text = piece.text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    if not text.strip():
        return text
    if not piece.italic and _ADDRESS.fullmatch(text):
        return f"<{text}>"
    safe = escaped(text)
    return f"{before}*{safe}*{after}" if piece.italic else f"{before}{safe}{after}"


def ended(pieces: Sequence[Piece]) -> list[Piece]:
    """End with a full stop, unless there is one: also inside the last quotation marks."""
    return [*pieces] if plain(pieces).rstrip(_MARKS).endswith(".") else [*pieces, Piece(".")]


def filled(*texts: str | None) -> Iterator[Pieces]:
    """Give texts of the store as parts; what is empty is left out."""
    return ((Piece(line(text)),) for text in texts if text)
