"""What was tried on narcotl and what came of it: noted by the tests that try it, and shown in docs/reliability.md."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from tests.front_door import ROOT, Answer

NOTES = Path(__file__).with_name("tried.json")
"""For each test, by its name: what it tried, and what happened when it was last taken over with --update-tried."""
LONGEST = 180
"""How much of what narcotl says a note holds, in characters."""
_PROBLEM = re.compile(r"^\S+\.(?:yaml|jsonl)(?::\d+)*: ")
"""How a problem of a store begins; what belongs to it stands in the lines below."""

Note: TypeAlias = Callable[[str, Answer | str], None]
"""Note what was tried, and the answer or, where there are several, what is said about them."""


def notes() -> dict[str, tuple[str, str]]:
    """Give what was tried and what happened, by test, in the order of the tests."""
    held: dict[str, list[str]] = json.loads(NOTES.read_text(encoding="utf-8")) if NOTES.exists() else {}
    return {test: (what, happened) for test, (what, happened) in held.items()}


def told(answer: Answer) -> str:
    """Tell an answer in one line: how narcotl ended, and the first line that it said or all problems that it found."""
    lines = (answer.err or answer.out).splitlines()
    problems = [] if answer.err else [line for line in lines if _PROBLEM.match(line)]
    said = "; ".join(problems or lines[:1]).removeprefix("narcotl: ")
    return f"exit {answer.status}{': ' * bool(said)}{shown(said)}"


def shown(text: str) -> str:
    """Shorten a text; what does not print stands as an escape."""
    visible = text if text.isprintable() else text.encode("unicode_escape").decode("ascii")
    return visible if len(visible) <= LONGEST else f"{visible[: LONGEST - 1]}…"


def noting(request: pytest.FixtureRequest) -> Note:
    """Make the note of one test: compared with what is held, or written in its place."""
    test = request.node.nodeid.removeprefix(f"{ROOT}/")

    def note(what: str, happened: Answer | str) -> None:
        row = what, told(happened) if isinstance(happened, Answer) else happened
        if request.config.getoption("--update-tried"):
            hold(test, row, collected(request))
        assert notes().get(test) == row, "what happened is not what is noted: review it, then --update-tried"

    return note


def collected(request: pytest.FixtureRequest) -> list[str]:
    """Give the names of all tests of the files that run, in their order; none if only some of the tests run."""
    chosen = request.config.option.keyword or any("::" in argument for argument in request.config.args)
    return [] if chosen else [item.nodeid for item in request.session.items]


def hold(test: str, row: tuple[str, str], order: list[str]) -> None:
    """Write a note down among the others, in the order of the tests; one that has no test any more is dropped."""
    held = {**notes(), test: row}
    if order:
        files = {name.partition("::")[0] for name in order}
        others = [name for name in held if name.partition("::")[0] not in files]
        names = sorted((*others, *order), key=lambda name: name.partition("::")[0])
        held = {name: held[name] for name in names if name in held}
    NOTES.write_text(json.dumps(held, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
