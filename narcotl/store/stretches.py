"""Files are read stretch by stretch, some hundred records at a time, which somebody may have others read ahead."""

from collections.abc import Callable, Iterator
from typing import Final, TypeAlias, TypeVar

from narcotl.model.entry import Made

STRETCH: Final = 2**17
"""How many bytes a stretch has, or some more: some hundred records, which are worth a message."""
Stretch = TypeVar("Stretch")

Ahead: TypeAlias = Callable[[Iterator[Stretch]], Iterator[tuple[Stretch, Made | None]]]
"""Gives the stretches of a file in their order, each with what was made of it elsewhere; None: it is read here."""


def here(stretches: Iterator[Stretch]) -> Iterator[tuple[Stretch, Made | None]]:
    """Have all stretches read here."""
    return ((stretch, None) for stretch in stretches)
