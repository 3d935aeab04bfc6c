"""Show the part of a typed text that is wrong, with carets below it."""

from typing import Final

from narcotl.errors import Excerpt

WINDOW: Final = 100
"""How much of a long line an excerpt shows, in characters."""


def underlined(part: Excerpt) -> list[str]:
    """Show the line of a typed text in which a part stands, with carets below the part."""
    before = part.text[: part.start].rpartition("\n")[2]
    line = before + part.text[part.start :].partition("\n")[0]
    start = max(0, len(before) - WINDOW // 2) if len(line) > WINDOW else 0
    shown = line[start : start + WINDOW].replace("\t", " ")
    carets = max(1, min(part.length, len(shown) - (len(before) - start)))
    left = visible(shown[: len(before) - start])
    wrong = visible(shown[len(before) - start : len(before) - start + carets])
    return ["  " + visible(shown), "  " + " " * len(left) + "^" * max(1, len(wrong))]


def visible(text: str) -> str:
    """Show control characters as escapes, so that no message can play tricks on a terminal."""
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode("ascii") for letter in text
    )
