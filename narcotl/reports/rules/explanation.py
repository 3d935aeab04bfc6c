"""What is told of a rule beyond its name and meaning."""

from typing import NamedTuple


class Explanation(NamedTuple):
    """Why a rule is one, and what it looks like to break it."""

    why: str
    wrong: str = ""
    """A part of a store that breaks it; it stands beside the records of `tests/rules/base.yaml`."""
    right: str = ""
    """The same part as it should be."""
