"""Tell Typer what a command takes, and let it take a whole group of options as one parameter.

Typer reads the signature of a function. A parameter whose type is an `OptionGroup` is replaced by the fields
of that group before Typer looks, and put together again before the function is called.
"""

import inspect
import typing
from collections.abc import Callable
from typing import Annotated, Any

import typer

from narcotl.cli.declared import REQUIRED, Argument, Option, OptionGroup, fields_of
from narcotl.errors import ClosedPipeError


def expanded(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a function with the same effect, and a signature in which every option stands alone."""
    hints = typing.get_type_hints(function, include_extras=True)
    parameters: list[inspect.Parameter] = []
    groups: dict[str, tuple[type[Any], list[str]]] = {}
    for name, parameter in inspect.signature(function).parameters.items():
        hint = hints[name]
        if isinstance(hint, type) and issubclass(hint, OptionGroup):
            options = group_parameters(hint)
            groups[name] = hint, [option.name for option in options]
            parameters += options
        else:
            parameters.append(parameter.replace(annotation=as_typer(hint), kind=inspect.Parameter.KEYWORD_ONLY))

    def call(**values: Any) -> Any:
        for name, (cls, options) in groups.items():
            values[name] = cls(**{option: values.pop(option) for option in options})
        try:
            return function(**values)
        except BrokenPipeError as error:
            # Typer would end the process with status 1; whoever closed the pipe had what they wanted.
            raise ClosedPipeError from error

    call.__doc__ = function.__doc__
    call.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    call.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]  # read by inspect.signature
    return call


def group_parameters(cls: type[OptionGroup]) -> list[inspect.Parameter]:
    """Make a parameter of each field of a group."""
    return [
        inspect.Parameter(
            name,
            inspect.Parameter.KEYWORD_ONLY,
            default=inspect.Parameter.empty if default is REQUIRED else default,
            annotation=as_typer(annotation),
        )
        for name, annotation, default in fields_of(cls)
    ]


def as_typer(hint: Any) -> Any:
    """Write a type with an option or argument of ours as Typer has it; leave other types as they are."""
    match getattr(hint, "__metadata__", ()):
        case (Option() as taken,):
            return Annotated[hint.__origin__, typer.Option(*taken.names, **taken.told)]
        case (Argument() as taken,):
            return Annotated[hint.__origin__, typer.Argument(**taken.told)]
        case _:
            return hint
