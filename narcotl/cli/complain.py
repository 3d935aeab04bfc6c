"""Say what is wrong with what was asked, on standard error: the message, the part that it is about, the way out."""

import sys
from contextlib import suppress
from pathlib import Path

from narcotl.errors import Excerpt
from narcotl.render.excerpt import underlined, visible


def complain(message: str, hint: str = "", part: Excerpt | None = None) -> None:
    """Print an error: what is wrong in one line, the part of the typed text that it is about, and the way out."""
    lines = [f"narcotl: {visible(message)}", *(underlined(part) if part is not None else ())]
    if hint:
        lines.append(visible(hint))
    with suppress(OSError):  # a conversation that nobody can hear is no reason to withhold the answer
        sys.stderr.write("".join(f"{line}\n" for line in lines))


def shortened(file: str) -> str:
    """Write a path relative to the current folder where it lies below it."""
    try:
        return str(Path(file).relative_to(Path.cwd()))
    except (ValueError, OSError):
        return file
