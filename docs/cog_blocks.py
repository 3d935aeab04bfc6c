"""Write the generated blocks of the documents; cog runs this (`make docs`) and checks it (`make lint`)."""

import os
import tempfile
from pathlib import Path

import cog

from tests.console import ELISION, PROMPT, run, said
from tests.front_door import fix_terminal

_PLACE = tempfile.TemporaryDirectory()
"""Where commands run, and where their index lies: nothing of this machine shows in a document."""

fix_terminal(os.environ)
os.environ["NARCOTL_CACHE_DIR"] = _PLACE.name


def console(command: str, *, lines: int | None = None, on_terminal: bool = False) -> None:
    """Write a block with a command and what it prints, on a terminal or not; of much output only the first lines."""
    answer = run(command, cwd=Path(_PLACE.name), on_terminal=on_terminal)
    if answer.status:
        message = f"{command}: exit status {answer.status}\n{answer.err}"
        raise RuntimeError(message)
    shown = said(answer).splitlines()
    if lines is not None and len(shown) > lines:
        shown = [*shown[:lines], ELISION]
    cog.outl("\n".join(["```console terminal" if on_terminal else "```console", f"{PROMPT}{command}", *shown, "```"]))
