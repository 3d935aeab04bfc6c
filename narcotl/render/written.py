"""Write a text that is laid out already, at the place that the user wants."""

from collections.abc import Iterable

from narcotl.render.output import Shown
from narcotl.render.page import opened


def write(pieces: Iterable[str], shown: Shown) -> None:
    """Write the pieces as they come."""
    with opened(shown) as page:
        for piece in pieces:
            page.write(piece)
