"""Say what is wrong, on standard error or as the answer of `check`: place, excerpt, way out."""

import sys
from pathlib import Path

from narcotl.errors import Excerpt, Level, Place, Problem

WINDOW = 100
"""How much of a long line an excerpt shows, in characters."""


def complain(message: str, hint: str = "", part: Excerpt | None = None) -> None:
    """Print an error: what is wrong in one line, the part of the typed text that it is about, and the way out."""
    sys.stderr.write(f"narcotl: {visible(message)}\n")
    if part is not None:
        sys.stderr.write("".join(f"{line}\n" for line in underlined(part)))
    if hint:
        sys.stderr.write(f"{visible(hint)}\n")


def problem_text(problem: Problem) -> str:
    """Write a problem as compilers do: the place, the offending line with a caret, and the way out."""
    place = problem.place
    here = Place(file=shortened(place.file), line=place.line, column=place.column)
    level = "" if problem.level is Level.ERROR else f"{problem.level}: "
    message = problem.message.replace(str(Path.cwd() / "_").removesuffix("_"), "")
    lines = [f"{here}: {level}{visible(message)}"]
    lines += excerpt(problem)
    if problem.hint:
        lines.append(visible(problem.hint))
    return "\n".join(lines)


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


def excerpt(problem: Problem) -> list[str]:
    """Show the line where a problem stands, with carets under what is wrong; nothing if it cannot be read."""
    line = line_of(problem.place)
    if line is None:
        return []
    column = max(problem.place.column, 1) - 1
    start = max(0, column - WINDOW // 2) if len(line) > WINDOW else 0
    shown = line[start : start + WINDOW]
    carets = min(problem.length, max(1, len(shown) - (column - start)))
    number = f"{problem.place.line:>5} | "
    return [number + visible(shown), " " * (5) + " | " + " " * (column - start) + "^" * carets]


def line_of(place: Place) -> str | None:
    """Read one line of a file, without its end; tabs become single spaces so that carets stand right."""
    if not place.line:
        return None
    try:
        with Path(place.file).open(encoding="utf-8", errors="replace") as stream:
            for number, line in enumerate(stream, 1):
                if number == place.line:
                    return line.rstrip("\r\n").replace("\t", " ")
    except OSError:
        return None
    return None


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
