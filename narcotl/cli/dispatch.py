"""Find the command that is asked for, import it alone, and run it: at once if the line is a plain one."""

import os
from collections.abc import Callable
from importlib import import_module
from typing import Any

from narcotl.cli import configuration, plain_line
from narcotl.cli.main import COMPLETING
from narcotl.cli.registry import COMMANDS
from narcotl.errors import ExitStatus, UsageError, did_you_mean, nearest

HELP = frozenset(("--help", "-h"))
"""Who asks for help gets it, whatever the configuration says."""


def dispatch(arguments: list[str]) -> int:
    """Run one command line and give its exit status."""
    first = arguments[0] if arguments else ""
    if first and not first.startswith("-") and first not in COMMANDS:
        from narcotl.cli import other_words

        known = other_words.COMMANDS.get(first.lower())
        near = [f"`narcotl {name}`" for name in ([known] if known else nearest(first, COMMANDS, 1))]
        hint = did_you_mean(near, "`narcotl --help` lists the commands.")
        raise UsageError(f"there is no command '{first}'", hint)
    if (call := plain(first, arguments[1:])) is not None:
        return int(call() or ExitStatus.ANSWERED)
    from narcotl.cli.app import through_typer

    return through_typer(arguments)


def plain(name: str, words: list[str]) -> Callable[[], Any] | None:
    """Give the call that a plain line means; None if Typer has to read it."""
    if name not in COMMANDS or COMPLETING in os.environ or not HELP.isdisjoint(words):
        return None
    module = import_module(COMMANDS[name].module)
    if hasattr(module, "SUBCOMMANDS"):
        return None
    return plain_line.call(getattr(module, COMMANDS[name].function), words, configuration.of_command(name))
