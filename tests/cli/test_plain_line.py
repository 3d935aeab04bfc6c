"""A command line that is read without Typer means what Typer makes of it; what is not plain is left to Typer."""

import inspect
import shlex
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import pytest
import typer
from hypothesis import assume, example, given
from hypothesis import strategies as st
from typer.main import get_command

from narcotl.cli import configuration
from narcotl.cli.declared import Option, OptionGroup
from narcotl.cli.expand import expanded
from narcotl.cli.plain_line import Parameter, UncommonError, declared, understood
from narcotl.cli.registry import COMMANDS
from tests.fuzz.strategies import VALUES, command_lines

OF_TYPER: Final = ("annotate", "config", "new")
"""Commands whose options are made of the fields of records, and one that asks Typer where a value is from."""
PLAIN: Final = sorted(set(COMMANDS) - set(OF_TYPER))


def function(command: str) -> Any:
    return getattr(import_module(COMMANDS[command].module), COMMANDS[command].function)


def plainly(line: list[str]) -> dict[str, Any] | None:
    """Give the values that a line has without Typer; None if it gives up."""
    try:
        return opened(understood(function(line[0]), line[1:], configuration.of_command(line[0])))
    except UncommonError:
        return None


def opened(values: dict[str, Any]) -> dict[str, Any]:
    """Give values with those of groups in their place, which are compared by what they hold."""
    return {name: vars(value) if isinstance(value, OptionGroup) else value for name, value in values.items()}


def by_typer(line: list[str]) -> Any:
    """Give the values that Typer understands."""

    def values(**found: Any) -> dict[str, Any]:
        return found

    values.__annotations__ = function(line[0]).__annotations__
    values.__signature__ = inspect.signature(function(line[0]))  # type: ignore[attr-defined]  # read by Typer
    app = typer.Typer(add_completion=False)
    app.command()(expanded(values))
    command = get_command(app)
    command.context_settings["default_map"] = configuration.defaults(line[0], command)
    return opened(command.main(args=line[1:], prog_name=line[0], standalone_mode=False))


def texts(parameter: Parameter) -> st.SearchStrategy[str]:
    """Draw a value that a parameter can take."""
    if parameter.kind in (int, float):
        return st.integers(1, 99).map(str)
    if parameter.kind is Path:
        return st.sampled_from([".", "nowhere", "no where/else"])
    if issubclass(parameter.kind, StrEnum):
        return st.sampled_from([word.value for word in parameter.kind])
    return VALUES.map(str).filter(lambda text: not text.startswith("-") and "\0" not in text)


@st.composite
def plain_lines(draw: st.DrawFn) -> list[str]:
    """Draw a line that is in order: options that a command has with fit values, and its arguments among them."""
    command = draw(st.sampled_from(PLAIN))
    parameters = [each for _, one in declared(function(command)) for each in one.parameters]
    options = [each for each in parameters if isinstance(each.taken, Option)]
    chosen = [*(each for each in options if each.is_required), *draw(st.lists(st.sampled_from(options), max_size=5))]
    groups = draw(st.permutations([draw(words(option)) for option in chosen]))
    # Arguments stand in their order, and options anywhere between them.
    first = 0
    for argument in [each for each in parameters if not isinstance(each.taken, Option)]:
        for _ in range(draw(st.integers(1, 3)) if argument.is_many else 1):
            first = draw(st.integers(first, len(groups)))
            groups.insert(first, (draw(texts(argument)),))
            first += 1
    return [command, *(word for group in groups for word in group)]


@st.composite
def words(draw: st.DrawFn, option: Parameter) -> tuple[str, ...]:
    """Draw the words that give an option."""
    name = draw(st.sampled_from(option.taken.names))
    if option.kind is bool:
        return (name,)
    text = draw(texts(option))
    return (f"{name}={text}",) if name.startswith("--") and draw(st.booleans()) else (name, text)


@given(plain_lines())
def test_a_line_that_is_in_order_needs_no_typer(line: list[str]) -> None:
    values = plainly(line)
    assert values is not None
    assert values == by_typer(line)


@given(command_lines())
@example(["timeline", "--region", "--json"])
@example(["timeline", "--limit", "-1"])
@example(["timeline", "--limit", " 5_0 "])
@example(["timeline", "-", "peru"])
@example(["timeline", "--region="])
@example(["sql", "SELECT 1", "--timeout", "nan"])
def test_what_is_read_without_typer_is_what_typer_reads(line: list[str]) -> None:
    values = plainly(line)
    assume(values is not None)
    assert values == by_typer(line)


@pytest.mark.parametrize(
    "words",
    [
        ("--help",),
        ("-h",),
        ("--regio", "peru"),
        ("-rperu",),
        ("-r=peru",),
        ("--json=yes",),
        ("--", "peru"),
        ("--limit", "many"),
        ("--limit",),
        ("--sort", "backwards"),
        ("--sort", "DATE"),
    ],
    ids=" ".join,
)
def test_what_is_not_plain_is_left_to_typer(words: tuple[str, ...]) -> None:
    assert plainly(["timeline", *words]) is None


def test_too_much_or_too_little_is_left_to_typer() -> None:
    assert plainly(["sql", "SELECT 1", "SELECT 2"]) is None
    assert plainly(["serve", "--port", "70000"]) is None
    assert plainly(["event"]) is None
    assert plainly(["rename", "alone"]) is None


SETTINGS = """
[defaults]
store = ["one", "../two"]
limit = 7
region = "peru"
no-color = true

[defaults.timeline]
limit = 5
reverse = true
group_by = "decade"
during = 1985

[defaults.event]
nonsense = 1
"""


@pytest.mark.parametrize("stated", ["", "here"])
@pytest.mark.parametrize("line", ["", "--region bolivia --limit 3", "--store there 'opium OR coca'"])
def test_defaults_of_a_configuration_are_what_typer_takes_them_for(
    line: str, stated: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "narcotl.toml"
    file.write_text(SETTINGS, encoding="utf-8")
    monkeypatch.setenv("NARCOTL_CONFIG", str(file))
    monkeypatch.setenv("NARCOTL_STORE", stated)
    words = ["timeline", *shlex.split(line)]
    values = plainly(words)
    assert values is not None
    assert (values["filters"]["limit"], values["filters"]["reverse"]) == (3 if "--limit" in line else 5, True)
    assert values == by_typer(words)


@pytest.mark.parametrize("setting", ["limit = true", "limit = 1.5", "regio = 'peru'", "json = true", "reverse = 'no'"])
def test_settings_that_are_not_plain_are_left_to_typer(
    setting: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "narcotl.toml"
    file.write_text(f"[defaults]\n{setting}\n", encoding="utf-8")
    monkeypatch.setenv("NARCOTL_CONFIG", str(file))
    assert plainly(["timeline"]) is None
