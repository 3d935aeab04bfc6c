"""Expected answers that are too long, or too wide, to stand in a test."""

from tests.front_door import ROOT


def golden(name: str) -> str:
    """Read an expected answer."""
    return (ROOT / "tests" / "golden" / f"{name}.txt").read_text(encoding="utf-8")
