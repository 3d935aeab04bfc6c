"""Say in our own words what Typer refuses: options and arguments that no command can take."""

import re
from difflib import SequenceMatcher
from typing import Any

from narcotl.errors import UsageError

EXTRA = re.compile(r"Got unexpected extra arguments? ?(?:\(s\) )?\((?P<extra>.*)\)", re.DOTALL)


def refused(error: Any, command: str) -> UsageError:
    """Turn a usage error of Typer into ours: one line, and a way out; the command is empty if there is none."""
    text = " ".join(error.format_message().split())
    help_of = f"`narcotl {command} --help` shows its options." if command else "`narcotl --help` lists the commands."
    if hasattr(error, "possibilities"):
        written = error.option_name
        close = sorted(error.possibilities or (), key=lambda name: -SequenceMatcher(None, written, name).ratio())
        near = f"Did you mean {' or '.join(close[:2])}? " if close else ""
        return UsageError(f"there is no option '{written}'", near + help_of)
    if extra := EXTRA.fullmatch(text):
        return UsageError(
            f"one argument too many: '{extra['extra']}'", f"Put a name of several words in quotes. {help_of}"
        )
    plain = text.removesuffix(".").replace("is not a valid int", "is not a whole number")
    return UsageError(plain[:1].lower() + plain[1:], help_of)
