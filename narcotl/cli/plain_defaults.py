"""Take defaults from a configuration where Typer does not read the line; what is not sure to be right is left to it."""

import os
from collections.abc import Sequence
from typing import Any

from narcotl.cli.configuration import Setting
from narcotl.cli.configuration_file import text_of, understood
from narcotl.cli.plain_line import Parameter, UncommonError


def set_defaults(parameters: Sequence[Parameter], settings: Sequence[Setting]) -> None:
    """Put settings in the place of defaults, the last of each option; gives up on what the command does not take."""
    options = {name.removeprefix("--"): each for each in parameters for name in each.taken.names}
    for setting in settings:
        option = options.get(setting.key.replace("_", "-"))
        if option is None or setting.key == "json":
            raise UncommonError
        value = default(option, setting)
        if setting.key != "store" or not os.environ.get("NARCOTL_STORE"):
            option.default = value


def default(option: Parameter, setting: Setting) -> Any:
    """Give a setting as its option has it."""
    if option.kind is bool:
        if not isinstance(setting.value, bool):
            raise UncommonError
        return setting.value
    values = setting.value if option.is_many and isinstance(setting.value, list) else [setting.value]
    if not values or any(isinstance(value, bool | list | dict | float) for value in values):
        raise UncommonError
    texts = [text_of(setting, value) for value in values]
    for text in texts:
        understood(setting, text)
    found = [option.read(text) for text in texts]
    return found if option.is_many else found[0]
