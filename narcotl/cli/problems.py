"""Write problems as people and as GitHub read them; each excerpt is found by reading its file once, forward."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from narcotl.cli.complain import shortened
from narcotl.errors import Level, Place, Problem
from narcotl.render.excerpt import WINDOW, visible
from narcotl.render.output import Shown
from narcotl.render.page import opened

COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}
"""What GitHub calls the levels."""


class Lines:
    """The lines of the files of a store, asked for in the order of their places."""

    def __init__(self) -> None:
        """Start before the first file."""
        self.file = ""
        self.rest: Iterator[tuple[int, str]] = iter(())
        self.number = 0
        self.line = ""

    def at(self, place: Place) -> str | None:
        """Give the line of a place without its end, tabs as single spaces so that carets stand right."""
        if not place.line:
            return None
        if place.file != self.file or place.line < self.number:
            self.file, self.number, self.rest = place.file, 0, numbered(place.file)
        while self.number < place.line:
            try:
                self.number, self.line = next(self.rest)
            except (StopIteration, OSError):
                return None
        return self.line.rstrip("\r\n").replace("\t", " ")


def numbered(file: str) -> Iterator[tuple[int, str]]:
    """Give the lines of a file with their numbers; none if it is no plain file."""
    if Path(file).is_file():
        with Path(file).open(encoding="utf-8", errors="replace") as stream:
            yield from enumerate(stream, 1)


def texts(problems: Iterable[Problem]) -> Iterator[str]:
    """Write problems as compilers do: the place, the offending line with a caret, and the way out."""
    lines = Lines()
    here = current_folder()
    for problem in problems:
        place = problem.place
        shown = Place(file=shortened(place.file), line=place.line, column=place.column)
        level = "" if problem.level is Level.ERROR else f"{problem.level}: "
        yield f"{visible(str(shown))}: {level}{visible(problem.message.replace(here, ''))} [{problem.rule}]"
        yield from excerpt(problem, lines.at(place))
        if problem.hint:
            yield visible(problem.hint)
        if problem.silenced:
            yield f"Silenced: {visible(problem.silenced)}"


def current_folder() -> str:
    """Give the start of the paths that lie below the current folder; if it is gone, that of none."""
    try:
        return str(Path.cwd() / "_").removesuffix("_")
    except OSError:
        return "\0"


def write(lines: Iterable[str], shown: Shown) -> None:
    """Write lines as they are to standard output, or to the file that the user named."""
    with opened(shown) as page:
        for line in lines:
            page.write(f"{line}\n")


def excerpt(problem: Problem, line: str | None) -> Iterator[str]:
    """Show the line where a problem stands, with carets under what is wrong; nothing if it cannot be read."""
    if line is None:
        return
    column = max(problem.place.column, 1) - 1
    start = max(0, column - WINDOW // 2) if len(line) > WINDOW else 0
    shown = line[start : start + WINDOW]
    carets = min(problem.length, max(1, len(shown) - (column - start)))
    yield f"{problem.place.line:>5} | {visible(shown)}"
    yield f"      | {' ' * (column - start)}{'^' * carets}"


def annotations(problems: Iterable[Problem]) -> Iterator[str]:
    """Write problems as commands of a GitHub workflow, which shows them at the lines of a pull request."""
    for problem in problems:
        place = problem.place
        properties = {"file": shortened(place.file)}
        if place.line:
            properties |= {"line": str(place.line), "col": str(max(place.column, 1))}
            properties["endColumn"] = str(max(place.column, 1) + problem.length)
        properties["title"] = f"narcotl: {problem.rule}"
        written = ",".join(f"{key}={escaped(value, ':,')}" for key, value in properties.items())
        said = "\n".join(part for part in (problem.message, problem.hint) if part)
        yield f"::{COMMANDS[problem.level]} {written}::{escaped(said)}"


def escaped(text: str, more: str = "") -> str:
    """Escape what would end a command of a workflow or one of its properties, or play tricks on its log."""
    kept = "\n".join(visible(line) for line in text.split("\n"))
    return "".join(f"%{ord(letter):02X}" if letter in "%\r\n" + more else letter for letter in kept)
