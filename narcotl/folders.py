"""Where the platform keeps what belongs to a user: settings, and files that may be thrown away."""

import os
import sys
from pathlib import Path
from typing import Literal

NAME = "narcotl"
"""Our own folder in each of them."""


def usual(kind: Literal["cache", "config"]) -> Path:
    """Give our folder for files of a kind.

    On Linux that is two lines, and they run at every start: importing platformdirs for them costs a twentieth of it.
    """
    if sys.platform == "linux":
        stated = os.environ.get(f"XDG_{kind.upper()}_HOME", "")
        return Path(stated if Path(stated).is_absolute() else f"~/.{kind}").expanduser() / NAME
    from platformdirs import user_cache_path, user_config_path

    return {"cache": user_cache_path, "config": user_config_path}[kind](NAME, appauthor=False)
