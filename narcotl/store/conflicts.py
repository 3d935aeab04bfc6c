"""Tell where git left a conflict in a file: what a reader says of its marks explains nothing."""

from pathlib import Path
from typing import Final

from narcotl.errors import Place, Problem
from narcotl.model.vocab.rule import Rule

MARK: Final = "<<<<<<< "
"""How the line begins with which git opens a conflict."""


def explained(problem: Problem, path: Path) -> Problem:
    """Give the problem of a file that cannot be read; if it is the mark of a conflict, say so at the first one."""
    if problem.rule not in (Rule.YAML, Rule.JSON):
        return problem
    try:
        with path.open(encoding="utf-8", errors="replace") as stream:
            line = next((number for number, text in enumerate(stream, 1) if text.startswith(MARK)), 0)
    except OSError:
        return problem
    if not line or line > problem.place.line:
        return problem
    return Problem(
        place=Place(file=problem.place.file, line=line, column=1),
        message="git left a conflict here",
        hint="Keep what is right of both sides, and take out the lines that begin with <<<<<<<, ======= and >>>>>>>.",
        rule=problem.rule,
        length=len(MARK) - 1,
    )
