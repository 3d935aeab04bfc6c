"""Find the store that narcotl ships with."""

from pathlib import Path


def shipped_store() -> Path:
    """Give the folder of the shipped store: inside the installed package, or at the root of a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "data"
    return inside if inside.is_dir() else package.parent / "data"
