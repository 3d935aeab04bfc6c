"""Where an answer is written: a terminal, a pipe or a file, and what each of them can take."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, TextIO

from narcotl.errors import UsageError
from narcotl.frozen import Frozen
from narcotl.render.links import takes_links
from narcotl.render.output import Shown

if TYPE_CHECKING:
    from narcotl.render.pager import Screenful

_DEFAULT_COLUMNS: Final = 80


class Page(Frozen):
    """A stream to write to, and what it can take."""

    stream: "TextIO | Screenful"
    width: int | None
    """The columns of the terminal; none if it is not one, and lines may be of any length."""
    color: bool
    links: bool = False
    """Whether an address can be opened where it stands."""
    height: int | None = None
    """The lines that a reader of the terminal sees at once, without the one for the prompt; none if it is not one."""

    @property
    def encoding(self) -> str:
        """Name the encoding of the stream."""
        return self.stream.encoding or "utf-8"

    @property
    def is_unicode(self) -> bool:
        """Tell whether the stream takes every character."""
        return self.encoding.lower().replace("-", "").startswith("utf")

    def write(self, text: str) -> None:
        """Write a text, with escapes for what the encoding of the stream does not have."""
        try:
            self.stream.write(text)
        except UnicodeEncodeError:
            from narcotl.render.typewriter import encodable

            self.stream.write(encodable(text, self.encoding))


@contextmanager
def opened(shown: Shown) -> Iterator[Page]:
    """Open the place where the answer goes, and bring it out completely."""
    if shown.output is None:
        stream = sys.stdout
        if stream is None:
            raise UsageError("standard output is closed", "Name a file with --output.")
        color = shown.color and takes_color(stream)
        width = columns(stream)
        if width is not None:
            with on_screen(stream, width, shown, color=color) as page:
                yield page
        else:
            yield Page(stream=stream, width=None, color=color, links=color and takes_links())
        stream.flush()
    else:
        from narcotl.render.replacing import replacing

        with replacing(shown.output) as file:
            yield Page(stream=file, width=None, color=False)


@contextmanager
def on_screen(stream: TextIO, width: int, shown: Shown, *, color: bool) -> Iterator[Page]:
    """Open a terminal for one answer, with a pager if there is one and the answer is longer than the screen."""
    from narcotl.render import pager

    words = pager.command() if shown.pager else []
    links = color and takes_links() and (not words or pager.is_less(words))
    height = pager.visible(stream)
    if not words:
        yield Page(stream=stream, width=width, color=color, links=links, height=height)
        return
    with pager.paged(stream, words, width) as screenful:
        yield Page(stream=screenful, width=width, color=color, links=links, height=height)


def columns(stream: TextIO) -> int | None:
    """Measure a terminal; COLUMNS overrides what it says itself."""
    if not stream.isatty():
        return None
    stated = os.environ.get("COLUMNS", "")
    if stated.isdecimal() and int(stated) > 0:
        return int(stated)
    try:
        return os.get_terminal_size(stream.fileno()).columns or _DEFAULT_COLUMNS
    except (OSError, ValueError):
        return _DEFAULT_COLUMNS


def takes_color(stream: TextIO) -> bool:
    """Tell whether to colour: on a terminal that can, unless NO_COLOR is set (https://no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM", "dumb") != "dumb"
