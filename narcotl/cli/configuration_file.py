"""Read one configuration file and match what it says with the options of commands: imported only if there is one."""

import re
import time
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from narcotl.cli.configuration import Setting, refused
from narcotl.cli.formats import known_format
from narcotl.cli.registry import COMMANDS
from narcotl.errors import UsageError, did_you_mean, nearest
from narcotl.select.asked import EXCLUDE

TABLES = ("defaults", "queries")
DATES = ("since", "until", "during", "date", "as-of")
"""The options that take dates."""
_NAME = re.compile(r"[A-Za-z0-9_-]+")
_HEADER = re.compile(r"\s*\[\s*(?P<table>[^\[\]]+?)\s*\]")
_KEY = re.compile(r"\s*[\"']?(?P<key>[A-Za-z0-9_.-]+)[\"']?\s*=")
_PLACE = re.compile(r" \(at line (?P<line>\d+), column (?P<column>\d+)\)")
_SHARED_OPTIONS_OF = "timeline"
"""The command that takes every option that commands share."""


def read(origin: str, path: Path) -> Iterator[Setting]:
    """Read a file; fails, with the line, on what is no TOML or has keys and values that mean nothing."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise UsageError(f"cannot read the configuration {path}: {reason}", "Mend it, or take it away.") from None
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        where = _PLACE.search(str(error))
        line = int(where["line"]) if where else 0
        message = f"this is no TOML: {_PLACE.sub('', str(error))}"
        raise refused(path, line, "\n", message, 'Texts stand in quotes: format = "json".') from None
    yield from settings_of(origin, path, text, content)


def settings_of(origin: str, path: Path, text: str, content: Mapping[str, Any]) -> Iterator[Setting]:
    """Give the values of a file, table by table."""
    for table, values in content.items():
        line = line_of(text, "", table)
        if table not in TABLES:
            hint = did_you_mean(nearest(table, TABLES), then="Options stand in [defaults], saved queries in [queries].")
            raise refused(path, line, table, f"unknown table or key '{table}'", hint)
        if not isinstance(values, Mapping):
            raise refused(path, line, table, f"'{table}' is a table", f"Write [{table}], and its keys below it.")
        for key, value in values.items():
            setting = Setting(origin, path, line_of(text, table, key), table, key, value)
            if table == "queries":
                yield checked_query(setting)
            elif isinstance(value, Mapping):
                yield from of_command(setting, text)
            else:
                yield setting


def checked_query(setting: Setting) -> Setting:
    """Refuse what is no saved query."""
    if not _NAME.fullmatch(setting.key):
        raise setting.error(f"'{setting.key}' is no name for a query", "Letters, digits, - and _ make a name.")
    if not isinstance(setting.value, str):
        raise setting.error(f"the query '{setting.key}' is no text", 'Write it in quotes: "region:andes".')
    return setting


def of_command(setting: Setting, text: str) -> Iterator[Setting]:
    """Give the defaults of one command."""
    if setting.key not in COMMANDS:
        hint = did_you_mean(nearest(setting.key, COMMANDS), "`narcotl --help` lists the commands.")
        raise setting.error(f"there is no command '{setting.key}'", hint)
    table = f"{setting.table}.{setting.key}"
    for key, value in setting.value.items():
        yield setting.but(table=table, key=key, value=value, line=line_of(text, table, key))


def line_of(text: str, table: str, key: str) -> int:
    """Find the line of a key, or of the header of a table; 0 if it is written in an uncommon way."""
    current = ""
    whole = f"{table}.{key}" if table else key
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            current = header["table"].replace('"', "").replace(" ", "")
            if current == whole or current.startswith(f"{whole}."):
                return number
        elif (found := _KEY.match(line)) and f"{current}.{found['key']}".lstrip(".") == whole:
            return number
    return 0


def parameter(setting: Setting, name: str, command: Any) -> Any:
    """Find the option of a command, or of one in a group, that a setting is for; None if only others have it."""
    known = options_of(command)
    wanted = setting.key.replace("_", "-")
    if wanted == "json":
        raise setting.error("'json' is short for a format", 'Write format = "json".')
    if wanted in known:
        return known[wanted]
    from narcotl.cli.app import load

    if setting.table == "defaults":
        shared = options_of(load(_SHARED_OPTIONS_OF)) if name != _SHARED_OPTIONS_OF else known
        if wanted in shared:
            return None
        hint = did_you_mean(
            nearest(wanted, shared),
            then="Options of one command stand in a table of its own, such as [defaults.timeline].",
        )
        raise setting.error(f"no option is called '{setting.key}'", hint)
    whole = options_of(load(name))
    if wanted in whole:
        return None
    hint = did_you_mean(nearest(wanted, whole), then=f"`narcotl {name} --help` shows its options.")
    raise setting.error(f"`narcotl {name}` has no option '{setting.key}'", hint)


def options_of(command: Any) -> dict[str, Any]:
    """Give the options of a command by their long names; of a group, those of the commands in it."""
    params = [param for each in getattr(command, "commands", {}).values() for param in each.params]
    return {
        text.removeprefix("--"): option
        for option in (*command.params, *params)
        for text in option.opts
        if text.startswith("--") and text != "--help"
    }


def value_for(setting: Setting, option: Any) -> Any:
    """Make of a value what an option takes; fails if it cannot."""
    value = setting.value
    if getattr(option, "is_flag", False):
        if not isinstance(value, bool):
            raise setting.error(
                f"'{setting.key}' must be true or false", f"Write {setting.key} = true, without quotes."
            )
        return value
    if option.multiple:
        values = value if isinstance(value, list) else [value]
        return [converted(setting, option, each) for each in values]
    return converted(setting, option, value)


def converted(setting: Setting, option: Any, value: Any) -> Any:
    """Check one value as Typer would check it on the command line; paths are relative to the file."""
    if isinstance(value, bool | list | dict | float):
        raise setting.error(f"'{setting.key}' takes {takes(option)}", "Look at what it takes on the command line.")
    text = text_of(setting, value)
    import typer

    try:
        option.type.convert(text, option, None)
    except typer.TyperException as error:
        why = error.format_message() if hasattr(error, "format_message") else str(error)
        raise setting.error(f"'{setting.key}' cannot be {value!r}", why[:1].upper() + why[1:]) from None
    understood(setting, text)
    return text


def text_of(setting: Setting, value: Any) -> str:
    """Write a value as it would stand on the command line; the path of a store is relative to the file."""
    if setting.key == "store":
        return str(setting.path.absolute().parent / Path(str(value)).expanduser())
    return str(value)


def understood(setting: Setting, value: str) -> None:
    """Refuse formats and dates that mean nothing, here, where the line is known."""
    try:
        if setting.key == "format" and "{" not in value:
            known_format(value)
        elif setting.key.replace("_", "-") in DATES:
            from narcotl.dates import parse

            parse(value.removeprefix(EXCLUDE), today=time.localtime()[:3])
    except UsageError as error:
        raise setting.error(f"'{setting.key}' cannot be {value!r}: {error.message}", error.hint) from None


def takes(option: Any) -> str:
    """Say what an option takes."""
    kind = "a number" if option.type.name.startswith("int") else "a text"
    return f"{kind} or a list of them" if option.multiple else kind
