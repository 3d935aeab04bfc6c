"""Draw what a terminal shows, colours and all, for the README: `python -m docs.picture` (`make docs`)."""

import io
import os
import re
import shlex
from typing import Final

from rich.console import Console
from rich.terminal_theme import DIMMED_MONOKAI
from rich.text import Text

from tests.front_door import ROOT, ask_terminal, fix_terminal

FILE: Final = ROOT / "docs" / "terminal.svg"
COMMANDS: Final = {
    'narcotl timeline --region "golden triangle" --until 1970': 15,
    "narcotl claims --about laos-secret-war --contested": 15,
    'narcotl compare "coca cultivation" --region bolivia': 13,
}
"""What is asked, and how many lines of each answer are shown."""
COLUMNS: Final = 80
FETCHED: Final = re.compile(r"\s*@font-face \{[^}]*\}", re.DOTALL)
"""The fonts that rich has a viewer fetch; a picture asks nobody for anything, and any font of fixed width will do."""


def picture() -> str:
    """Run the commands on a terminal and draw it."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True, color_system="standard")
    for number, (command, most) in enumerate(COMMANDS.items()):
        if number:
            console.print()
        console.print(Text(f"$ {command}", style="bold green"))
        for line in answer(command, most):
            console.print(Text.from_ansi(line), soft_wrap=True)
    drawn = console.export_svg(title="narcotl", theme=DIMMED_MONOKAI, unique_id="narcotl")
    # No space at the ends of lines, which editors and git would take away.
    return re.sub(r"[ \t]+$", "", FETCHED.sub("", drawn), flags=re.MULTILINE)


def answer(command: str, most: int) -> list[str]:
    """Ask narcotl on a terminal with colours; of a long answer there are only the first lines."""
    fix_terminal(os.environ)
    lines = ask_terminal(*shlex.split(command)[1:], columns=COLUMNS).out.splitlines()
    return lines if len(lines) <= most else [*lines[:most], "..."]


if __name__ == "__main__":
    FILE.write_text(picture(), encoding="utf-8")
