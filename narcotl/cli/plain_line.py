"""Read a command line that has nothing uncommon in it, without importing Typer.

Typer reads every line, completes it, helps, and says what is wrong with it. This reader says nothing: at the first
thing that it does not expect it gives up, and the line is Typer's. Tests compare what both understand.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from types import GenericAlias, UnionType
from typing import Any

from narcotl.cli.configuration import Setting
from narcotl.cli.declared import REQUIRED, Argument, OptionGroup, Taken, fields_of


class UncommonError(Exception):
    """Only Typer can tell what a line means."""


class Parameter:
    """A parameter of a command, or a field of a group that it takes."""

    __slots__ = ("default", "given", "is_many", "kind", "taken")

    def __init__(self, annotation: Any, default: Any) -> None:
        """Read an annotation; gives up unless it is of a plain type, with one option or argument of ours."""
        (taken,) = getattr(annotation, "__metadata__", (None,))
        if not isinstance(taken, Taken):
            raise UncommonError
        self.taken = taken
        kind = annotation.__origin__
        if isinstance(kind, UnionType):
            kind = kind.__args__[0]
        self.is_many = isinstance(kind, GenericAlias)
        self.kind: Any = kind.__args__[0] if isinstance(kind, GenericAlias) else kind
        self.default = default
        self.given: list[Any] = []

    @property
    def parameters(self) -> "list[Parameter]":
        """Give what words of a line can fill: this."""
        return [self]

    @property
    def value(self) -> Any:
        """Give what the line says; gives up if it says nothing and has to."""
        if self.given:
            return self.given if self.is_many else self.given[-1]
        if self.is_required:
            raise UncommonError
        return self.default

    @property
    def is_required(self) -> bool:
        """Tell whether a line has to say it."""
        return self.default is REQUIRED

    def read(self, text: str) -> Any:
        """Give the value that a text stands for; gives up if it may be wrong."""
        try:
            value = self.kind(text)
        except ValueError:
            raise UncommonError from None
        told = self.taken.told
        if self.kind in (int, float):
            is_right = told.get("min", value) <= value <= told.get("max", value)
        elif self.kind is Path:
            is_there = os.path.exists(text)  # noqa: PTH110 - Path.exists fails on a name that is too long
            is_right = not told.get("readable", True) or not is_there or os.access(text, os.R_OK)
        else:
            is_right = self.kind is str or issubclass(self.kind, StrEnum)
        if not is_right:
            raise UncommonError
        return value


class Group:
    """A group of options that a command takes as one parameter."""

    __slots__ = ("cls", "fields")

    def __init__(self, cls: Any) -> None:
        """Read the fields of a group."""
        self.cls = cls
        self.fields = {name: Parameter(annotation, default) for name, annotation, default in fields_of(cls)}

    @property
    def parameters(self) -> list[Parameter]:
        """Give what words of a line can fill."""
        return list(self.fields.values())

    @property
    def value(self) -> Any:
        """Give the group as the line has it."""
        return self.cls(**{name: field.value for name, field in self.fields.items()})


def call(
    function: Callable[..., Any], words: Sequence[str], settings: Sequence[Setting] = ()
) -> Callable[[], Any] | None:
    """Give the call of a command that a line means, with these settings as defaults; None if only Typer can tell."""
    try:
        values = understood(function, words, settings)
    except UncommonError:
        return None
    return lambda: function(**values)


def understood(function: Callable[..., Any], words: Sequence[str], settings: Sequence[Setting] = ()) -> dict[str, Any]:
    """Give the value of each parameter of a command; gives up on a line or a setting that is not plain."""
    taken = dict(declared(function))
    parameters = [each for one in taken.values() for each in one.parameters]
    if settings:
        from narcotl.cli.plain_defaults import set_defaults

        set_defaults(parameters, settings)
    fill(parameters, words)
    return {name: one.value for name, one in taken.items()}


def declared(function: Any) -> Iterator[tuple[str, Parameter | Group]]:
    """Read what a command takes; gives up if its signature is one that it has been given for Typer."""
    if hasattr(function, "__signature__"):
        raise UncommonError
    names = function.__code__.co_varnames[: function.__code__.co_argcount]
    defaults = function.__defaults__ or ()
    required = len(names) - len(defaults)
    for name, default in zip(names, (*[REQUIRED] * required, *defaults), strict=True):
        annotation = function.__annotations__[name]
        is_group = isinstance(annotation, type) and issubclass(annotation, OptionGroup)
        yield name, Group(annotation) if is_group else Parameter(annotation, default)


def fill(parameters: Sequence[Parameter], words: Sequence[str]) -> None:
    """Give each word of a line to the parameter that it is for."""
    options = {name: each for each in parameters for name in each.taken.names}
    placed: list[str] = []
    rest = iter(words)
    for word in rest:
        if not word.startswith("-") or word == "-":
            placed.append(word)
            continue
        name, equals, text = word.partition("=") if word.startswith("--") else (word, "", "")
        option = options.get(name)
        if option is None or (option.kind is bool and (equals or option.default is not False)):
            raise UncommonError
        if option.kind is bool:
            option.given.append(True)
        else:
            option.given.append(option.read(text if equals else following(rest)))
    place([each for each in parameters if isinstance(each.taken, Argument)], placed)


def following(rest: Iterator[str]) -> str:
    """Give the word behind an option that needs one."""
    for word in rest:
        return word
    raise UncommonError


def place(arguments: Sequence[Parameter], words: Sequence[str]) -> None:
    """Give words without a name to arguments by their order; only the last can take several."""
    left = list(words)
    for argument in arguments:
        taken = len(left) if argument.is_many and argument is arguments[-1] else 1
        for word in left[:taken]:
            argument.given.append(argument.read(word))
        del left[:taken]
    if left or any(argument.is_many for argument in arguments[:-1]):
        raise UncommonError
