"""Two records that may be the same, and why."""

from typing import NamedTuple


class Pair(NamedTuple):
    """Two records by their ids, the lesser first, how sure it is (in percent), and what speaks for it."""

    score: int
    one: str
    other: str
    reasons: tuple[str, ...]


def pair(score: float, one: str, other: str, reasons: list[str]) -> Pair:
    """Make a pair."""
    first, second = sorted((one, other))
    return Pair(max(0, min(100, round(score))), first, second, tuple(reasons))
