"""Show how far the reading of a large store is: a bar on standard error, if that is a terminal, and gone at the end."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, TextIO

from narcotl.index.watch import Watch

PATIENCE: Final = 1.0
"""After how many seconds the bar appears."""
PAUSE: Final = 0.1
"""How many seconds at least lie between two drawings."""
LONGEST: Final = 40
READING: Final = "reading the store"
CONCLUDING: Final = "making its index"
WIPE: Final = "\r\x1b[2K"
"""Go to the beginning of the line and empty it."""


@contextmanager
def progress() -> Iterator[Watch]:
    """Show a bar as long as this lasts, if it takes long and somebody looks."""
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield Watch()
        return
    bar = Bar(sys.stderr)
    try:
        yield bar
    finally:
        bar.clear()


class Bar(Watch):
    """Draws how many of the bytes are read; then says that the index is being made."""

    def __init__(self, stream: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin to count the time; nothing is drawn yet."""
        self.stream = stream
        self.clock = clock
        self.drawn = clock() + PATIENCE - PAUSE
        self.is_shown = False
        self.whole = self.done = 0

    def begin(self, size: int) -> None:
        """Learn how many bytes there are."""
        self.whole, self.done = size, 0

    def read(self, size: int) -> None:
        """Draw that so many more bytes were read."""
        self.done += size
        self.draw(READING, min(1.0, self.done / self.whole) if self.whole else 1.0)

    def conclude(self) -> None:
        """Draw that all is read."""
        self.draw(CONCLUDING, 1.0)

    def draw(self, what: str, part: float) -> None:
        """Draw the bar, unless it is too early."""
        now = self.clock()
        if now - self.drawn < PAUSE:
            return
        import shutil

        self.drawn = now
        self.is_shown = True
        number = f"{part:4.0%} {what}"
        room = max(0, min(LONGEST, shutil.get_terminal_size().columns - len(number) - 2))
        full = round(part * room)
        self.stream.write(f"{WIPE}{'#' * full}{'.' * (room - full)} {number}")
        self.stream.flush()

    def clear(self) -> None:
        """Leave the line as if nothing had been there."""
        if self.is_shown:
            self.stream.write(WIPE)
            self.stream.flush()
