"""Packages that only some commands need, and that come with an extra of narcotl."""

from importlib import import_module
from typing import Any

from narcotl.errors import UsageError


def imported(package: str, *, extra: str, by: str, instead: str = "") -> Any:
    """Import a package; fails if it is not installed, and says who needs it, what brings it, and what else to do."""
    try:
        return import_module(package)
    except ImportError as error:
        raise UsageError(
            f"{by} needs {package}, which cannot be imported: {error}",
            f"Install it along with narcotl: pip install 'narcotl[{extra}]'.{instead and f' {instead}'}",
        ) from error
