"""The settings in force as rows: what flags, environment and files say, and what is built in."""

import os
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any

import typer

from narcotl.cli import configuration
from narcotl.cli.configuration import Setting

ENVIRONMENT = ("NARCOTL_STORE", "NARCOTL_CACHE_DIR", "NARCOTL_CONFIG", "NARCOTL_PAGER", "NO_COLOR")
"""The variables that narcotl reads; each is a setting where it is set."""
FLAG, BUILT_IN = "flag", "built-in"


def rows(context: typer.Context) -> Iterator[dict[str, Any]]:
    """Give the settings: shared options first, then those of single commands, saved queries, and the environment."""
    chosen = configuration.settings()
    check(chosen)
    for option in context.command.params:
        if option.name in context.params:
            yield of_option(context, option, chosen)
    shown = f"defaults.{context.command.name}"
    for setting in latest(chosen):
        command = setting.table.removeprefix("defaults.")
        if setting.table == "queries":
            yield row(f"@{setting.key}", setting.value, setting.origin, place(setting))
        elif setting.table not in ("defaults", shown):
            yield row(f"{command}.{setting.key.replace('_', '-')}", setting.value, setting.origin, place(setting))
    for variable in ENVIRONMENT:
        if (value := os.environ.get(variable)) is not None:
            yield row(f"${variable}", value, "environment", None)


def of_option(context: typer.Context, option: Any, chosen: list[Setting]) -> dict[str, Any]:
    """Tell where the value of an option comes from."""
    name = str(option.opts[0]).removeprefix("--")
    value = plain(context.params[option.name])
    source = context.get_parameter_source(option.name)
    if source is not None and source.name == "COMMANDLINE":
        return row(name, value, FLAG, None)
    if name == "store" and (named := os.environ.get("NARCOTL_STORE")):
        return row(name, named.split(os.pathsep), "environment", "$NARCOTL_STORE")
    tables = ("defaults", f"defaults.{context.command.name}")
    if source is not None and source.name == "DEFAULT_MAP":
        said = [one for table in tables for one in chosen if one.table == table and one.key.replace("_", "-") == name]
        return row(name, value, said[-1].origin, place(said[-1]))
    return row(name, value, BUILT_IN, None)


def check(chosen: list[Setting]) -> None:
    """Find what no command can take; the defaults of the command that runs are checked when it starts."""
    from narcotl.cli.app import load
    from narcotl.cli.configuration_file import parameter, value_for

    commands: dict[str, Any] = {}
    for setting in chosen:
        name = setting.table.removeprefix("defaults.")
        if name != setting.table:
            command = commands.setdefault(name, load(name))
            value_for(setting, parameter(setting, name, command))


def latest(chosen: list[Setting]) -> list[Setting]:
    """Keep of equal keys the one that counts."""
    return list({(setting.table, setting.key): setting for setting in chosen}.values())


def place(setting: Setting) -> str:
    """Write where a setting stands."""
    return f"{setting.path}:{setting.line}" if setting.line else str(setting.path)


def row(setting: str, value: Any, origin: str, where: str | None) -> dict[str, Any]:
    """Make the row of a setting."""
    return {"setting": setting, "value": value, "from": origin, "place": where}


def plain(value: Any) -> Any:
    """Give a value as JSON has it."""
    match value:
        case Enum():
            return value.value
        case Path():
            return str(value)
        case list() | tuple():
            return [plain(part) for part in value]
        case _:
            return value
