"""Let Typer read command lines that are not plain: it helps, completes, and says what is wrong."""

import inspect
import sys
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from narcotl.cli import configuration
from narcotl.cli.expand import expanded
from narcotl.cli.registry import COMMANDS
from narcotl.errors import ExitStatus, NarcotlError

SETTINGS = {"help_option_names": ["--help", "-h"], "max_content_width": 100}


class Commands(TyperGroup):
    """A group that knows its commands by name and imports each only when it is called."""

    forgiving = False
    """Whether a configuration that is wrong does not matter: to a shell that completes, or to who asks for help."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - what Typer calls with
        """List the names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - what Typer calls with
        """Import a command; None if there is no such."""
        return configured(cmd_name, forgiving=self.forgiving) if cmd_name in COMMANDS else None


def configured(name: str, *, forgiving: bool) -> Any:
    """Load a command with the defaults that the configuration gives to its options, or to those of its subcommands."""
    command = load(name)
    try:
        below = getattr(command, "commands", {})
        shared = (
            set.intersection(*({param.name for param in each.params} for each in below.values())) if below else None
        )
        command.context_settings["default_map"] = (
            {sub: configuration.defaults(name, each, shared) for sub, each in below.items()}
            if below
            else configuration.defaults(name, command)
        )
    except NarcotlError:
        if not forgiving:
            raise
    return command


def load(name: str) -> Any:
    """Import a command and make it ready for the command line; a module with `SUBCOMMANDS` is a group of them."""
    module = import_module(COMMANDS[name].module)
    function = getattr(module, COMMANDS[name].function)
    below = getattr(module, "SUBCOMMANDS", None)
    app = typer.Typer(
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        help=inspect.getdoc(function),
        context_settings=dict(SETTINGS) if below else None,
    )
    for each, what in (below or {name: function}).items():
        app.command(each, context_settings=dict(SETTINGS))(expanded(what))
    return get_command(app)


def group(arguments: list[str]) -> Commands:
    """Make the group; with Typer's own options for completion, and the shells it completes for, only if wanted."""
    params: list[Any] = []
    # Without arguments it is a shell that asks, by environment variables: without them there is the welcome.
    if not arguments or arguments[0].startswith("-"):
        from typer.main import get_install_completion_arguments

        params = list(get_install_completion_arguments())
    commands = Commands(name="narcotl", params=params, rich_markup_mode=None)
    commands.forgiving = not arguments or "--help" in arguments or "-h" in arguments
    return commands


def through_typer(arguments: list[str]) -> int:
    """Have Typer read one command line and run it; gives its exit status."""
    first = arguments[0] if arguments else ""
    try:
        status = group(arguments).main(args=arguments, prog_name="narcotl", standalone_mode=False)
    except typer.TyperException as error:
        from narcotl.cli.refused import refused

        raise refused(error, first if first in COMMANDS else "") from None
    except typer.Abort:
        sys.stderr.write("\n")
        return ExitStatus.INTERRUPTED
    except SystemExit as ended:
        # So Typer ends when it has completed something for a shell.
        return int(ended.code or ExitStatus.ANSWERED)
    return int(status or ExitStatus.ANSWERED)
