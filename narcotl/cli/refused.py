"""Say in our own words what Typer refuses: options and arguments that no command can take."""

import re
from difflib import SequenceMatcher
from typing import Any

from narcotl.cli import other_words
from narcotl.errors import UsageError, choice, did_you_mean, nearest

EXTRA = re.compile(r"Got unexpected extra arguments? ?(?:\(s\) )?\((?P<extra>.*)\)", re.DOTALL)


def refused(error: Any, command: str) -> UsageError:
    """Turn a usage error of Typer into ours: one line, and a way out; the command is empty if there is none."""
    text = " ".join(error.format_message().split())
    path = error.ctx.command_path if error.ctx is not None else f"narcotl {command}"
    help_of = f"`{path} --help` shows its options." if command else "`narcotl --help` lists the commands."
    below = list(getattr(error.ctx.command, "commands", ())) if error.ctx is not None else []
    if below and command:
        return missing_subcommand(text, command, below)
    if hasattr(error, "possibilities"):
        written = error.option_name
        close = sorted(error.possibilities or (), key=lambda name: -SequenceMatcher(None, written, name).ratio())
        taken = [name for param in error.ctx.command.params for name in param.opts] if error.ctx is not None else []
        known = other_words.option(written, taken)
        return UsageError(
            f"there is no option '{written}'", did_you_mean([known] if known else close[:2], then=help_of)
        )
    if extra := EXTRA.fullmatch(text):
        return UsageError(
            f"one argument too many: '{extra['extra']}'", f"Put a name of several words in quotes. {help_of}"
        )
    if text.startswith("Missing argument") and command in other_words.LISTS:
        help_of = f"`narcotl {other_words.LISTS[command]}` lists what there is. {help_of}"
    plain = text.removesuffix(".").replace("is not a valid int", "is not a whole number")
    return UsageError(plain[:1].lower() + plain[1:], help_of)


def missing_subcommand(text: str, command: str, below: list[str]) -> UsageError:
    """Say which words can follow a command that needs one."""
    if unknown := re.search(r"'(?P<word>[^']*)'", text):
        near = [f"`narcotl {command} {name}`" for name in nearest(unknown["word"], below, 1)]
        return UsageError(f"there is no `narcotl {command} {unknown['word']}`", did_you_mean(near, choice(below)))
    return UsageError(f"`narcotl {command}` needs one more word", f"It is one of: {', '.join(below)}.")
