"""The configuration: defaults of options and saved queries, in a file of the user and one of the project.

Without a file it costs a look at where they could be. Nothing is read twice in a way that matters: files are small.
"""

import os
from collections.abc import Container
from contextlib import suppress
from pathlib import Path
from typing import Any

from narcotl.cli.complain import shortened
from narcotl.errors import Excerpt, UsageError
from narcotl.folders import usual
from narcotl.frozen import Frozen

VARIABLE = "NARCOTL_CONFIG"
"""The environment variable that names the user's file; set to nothing, it keeps narcotl from reading any."""
USER, PROJECT = "user", "project"
PROJECT_FILE = "narcotl.toml"


class Setting(Frozen, kw_only=False):
    """One value of a file."""

    origin: str
    """Whose file it is: the user's or the project's."""
    path: Path
    line: int
    table: str
    """The table it stands in: `defaults`, `defaults.timeline`, `queries`."""
    key: str
    value: Any

    def error(self, message: str, hint: str) -> UsageError:
        """Make an error that shows where the value stands."""
        return refused(self.path, self.line, self.key, f"in [{self.table}]: {message}", hint)


def found() -> list[tuple[str, Path]]:
    """Find the files: the user's, then that of the project in the current folder or the nearest one above it."""
    named = os.environ.get(VARIABLE)
    if named == "":
        return []
    files = []
    if named is not None:
        if named != os.devnull:
            files.append((USER, Path(named)))
    else:
        with suppress(RuntimeError, OSError):  # a user may have no home, or none that can be entered
            users = usual("config") / "config.toml"
            if users.is_file():
                files.append((USER, users))
    project = nearest()
    return [*files, (PROJECT, project)] if project is not None else files


def nearest() -> Path | None:
    """Find the project's file; None if there is none, or the current folder is gone."""
    try:
        folder = os.getcwd()  # noqa: PTH109 - plain calls, since this runs at every start
    except OSError:
        return None
    while True:
        path = os.path.join(folder, PROJECT_FILE)  # noqa: PTH118 - as above
        if os.path.isfile(path):  # noqa: PTH113 - as above
            return Path(path)
        above = os.path.dirname(folder)  # noqa: PTH120 - as above
        if above == folder:
            return None
        folder = above


def settings() -> list[Setting]:
    """Read every file that there is; a later setting of the same key counts more than an earlier one."""
    files = found()
    if not files:
        return []
    from narcotl.cli.configuration_file import read

    return [setting for origin, path in files for setting in read(origin, path)]


def saved_queries() -> dict[str, str]:
    """Give the saved queries by name."""
    return {setting.key: setting.value for setting in settings() if setting.table == "queries"}


def of_command(name: str) -> list[Setting]:
    """Give the settings that are defaults of a command; those that are its own come last, and count more."""
    chosen = settings()
    return [setting for table in ("defaults", f"defaults.{name}") for setting in chosen if setting.table == table]


def defaults(name: str, command: Any, shared: Container[str] | None = None) -> dict[str, Any]:
    """Give the defaults of a command as Typer takes them, by parameter; fails on what the command cannot take.

    Of what is said for all commands, one in a group takes only the `shared` parameters: its others are called like
    filters and are none.
    """
    chosen = of_command(name)
    if not chosen:
        return {}
    from narcotl.cli.configuration_file import parameter, value_for

    found_values: dict[str, Any] = {}
    for setting in chosen:
        option = parameter(setting, name, command)
        if option is not None and (setting.table != "defaults" or shared is None or option.name in shared):
            found_values[option.name] = value_for(setting, option)
    if os.environ.get("NARCOTL_STORE"):
        found_values.pop("store", None)
    return found_values


def refused(path: Path, line: int, key: str, message: str, hint: str) -> UsageError:
    """Make an error about a line of a file, which is shown with the key underlined."""
    shown = shortened(str(path))
    place = f"{shown}:{line}" if line else shown
    error = UsageError(f"{place}: {message}", hint)
    if line:
        text = path.read_text(encoding="utf-8", errors="replace").split("\n")[line - 1]
        error.at(Excerpt(text, max(0, text.find(key)), len(key) if key in text else len(text)))
    return error
