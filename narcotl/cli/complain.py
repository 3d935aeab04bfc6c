"""Say what is wrong with what was asked, on standard error: the message, the part that it is about, the way out."""

import sys
from contextlib import suppress
from pathlib import Path

from narcotl.errors import Excerpt

WINDOW = 100
"""How much of a long line an excerpt shows, in characters."""


def complain(message: str, hint: str = "", part: Excerpt | None = None) -> None:
    """Print an error: what is wrong in one line, the part of the typed text that it is about, and the way out."""
    lines = [f"narcotl: {visible(message)}", *(underlined(part) if part is not None else ())]
    if hint:
        lines.append(visible(hint))
    with suppress(OSError):  # a conversation that nobody can hear is no reason to withhold the answer
        sys.stderr.write("".join(f"{line}\n" for line in lines))


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


def shortened(file: str) -> str:
    """Write a path relative to the current folder where it lies below it."""
    try:
        return str(Path(file).relative_to(Path.cwd()))
    except (ValueError, OSError):
        return file


def visible(text: str) -> str:
    """Show control characters as escapes, so that no message can play tricks on a terminal."""
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode("ascii") for letter in text
    )
