"""The store that narcotl ships with: where it is, and that it is not changed where narcotl is installed."""

from pathlib import Path

from narcotl.errors import UsageError

PACKAGE = Path(__file__).resolve().parent.parent
"""Where narcotl is installed; what lies in it goes with the next version."""


def shipped_store() -> Path:
    """Give the folder of the shipped store: inside the installed package, or at the root of a checkout."""
    inside = PACKAGE / "data"
    return inside if inside.is_dir() else PACKAGE.parent / "data"


def writable(path: Path) -> Path:
    """Give a store, or a file of one, back if it may be written; fails if it came with the program."""
    shipped = shipped_store()
    if shipped.is_relative_to(PACKAGE) and path.resolve().is_relative_to(shipped):
        raise UsageError(
            "the store that narcotl ships with is not yours to change",
            "`narcotl init DIR` makes one of your own; --store names it.",
        )
    return path
