"""Where a record stands, so that it can be edited; also one that is too broken to be read."""

import os
from collections.abc import Iterable
from pathlib import Path

from narcotl.errors import Place, Problem, UnknownNameError, UsageError
from narcotl.library.authoring.understanding import any_record
from narcotl.library.opened import Library
from narcotl.library.shipped import writable

KEPT = "SELECT path, line, col FROM records WHERE id = ?"
BROKEN = "SELECT path, MIN(line), 1 FROM problems WHERE record = ? AND line > 0 GROUP BY path"


def standing(library: Library, name: str) -> Place:
    """Give the place of the record with this id, name or alias; fails with near matches."""
    try:
        found = any_record(library, name)
        rows = list(library.index.table(KEPT, (found,)))
    except UnknownNameError:
        rows = list(library.index.table(BROKEN, (name,)))
        if not rows:
            raise
    path, line, column = rows[0]
    return Place(file=path, line=line, column=column)


def editable(place: Place) -> Path:
    """Give the file of a place; fails if it came with the program, or may not be written."""
    path = writable(Path(place.file))
    if not os.access(path, os.W_OK):
        raise UsageError(f"{path} may not be written", "Change its permissions, or edit a copy of the store.")
    return path


def concerned(problems: Iterable[Problem], before: Iterable[Problem], path: Path) -> list[Problem]:
    """Choose the problems that whoever edited a file should know: those in it, and those that came up elsewhere."""
    known = {(problem.place.file, problem.rule, problem.message) for problem in before}
    return [
        problem
        for problem in problems
        if problem.place.file == str(path) or (problem.place.file, problem.rule, problem.message) not in known
    ]
