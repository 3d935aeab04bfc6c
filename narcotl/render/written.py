"""Write a text that is laid out already, at the place that the user wants."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from narcotl.render.output import Shown
from narcotl.render.page import opened

if TYPE_CHECKING:
    from narcotl.render.ink import Styled


def write(pieces: Iterable[str], shown: Shown) -> None:
    """Write the pieces as they come; on a terminal that takes links, the addresses in them are such."""
    with opened(shown) as page:
        if page.links:
            from narcotl.render.ink import put

            put(_linked("".join(pieces)), page)
            return
        for piece in pieces:
            page.write(piece)


def _linked(text: str) -> Iterator["Styled"]:
    from narcotl.render.ink import PLAIN, leading
    from narcotl.render.linking import linked

    for line in text.splitlines():
        [pieces] = linked(line, [line])
        yield tuple((part, leading(PLAIN, address)) for part, address in pieces)
