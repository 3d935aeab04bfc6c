"""The help of every command ends with an example, and the example runs."""

import re
from pathlib import Path

import pytest

from narcotl.cli.registry import PURPOSES
from tests.console import run
from tests.front_door import FrontDoor

ROOT = Path(__file__).parents[2]
COMMANDS = [entry.name for entries in PURPOSES.values() for entry in entries]
WITHOUT_END = ("browse", "serve")
"""They answer until they are stopped, which their own tests do."""
IN_THE_REPOSITORY = ("diff", "log")
"""They compare the states of a store of which the repository has several."""


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_ends_with_an_example_that_runs(command: str, narcotl: FrontDoor, tmp_path: Path) -> None:
    text, _, _ = narcotl(command, "--help").out.partition("\n\nOptions:")
    about, _, _ = text.partition("\n\nArguments:")
    # The help breaks lines at hyphens as well.
    example = " ".join(re.sub(r"-\n\s*", "-", about.rstrip().rpartition("\n\n")[2]).split())
    assert re.match(rf"Example: narcotl .*\b{command}\b", example)
    if command in WITHOUT_END:
        return
    if command in IN_THE_REPOSITORY and not (ROOT / ".git").exists():
        pytest.skip("the history of the shipped store is not here")
    answer = run(example.removeprefix("Example: "), cwd=ROOT if command in IN_THE_REPOSITORY else tmp_path)
    assert answer.status in ((0, 1) if command == "diff" else (0,)), answer.err
