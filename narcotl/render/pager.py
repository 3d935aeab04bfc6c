"""Answers that are longer than the screen go through a pager, once it is known that they are longer."""

import os
import re
import shlex
import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Final, TextIO

from narcotl.errors import ClosedPipeError

_DEFAULT_LINES: Final = 24
_UNSEEN: Final = re.compile(r"\x1b(?:\[[0-9;]*m|\]8;[^\x1b]*\x1b\\)")
"""Colours and links, which take no room."""
DEFAULT: Final = "less"
PLAIN: Final = ("", "cat")
"""What stands for no pager at all."""
LESS: Final = {"LESS": "FRX", "LESSCHARSET": "utf-8"}
"""What less is told unless the user tells it otherwise: a short text needs no key, colours pass, the screen stays."""


def command() -> list[str]:
    """Give the pager that the user wants, as words; none if there shall be none."""
    wanted = os.environ.get("NARCOTL_PAGER", os.environ.get("PAGER", DEFAULT)).strip()
    if wanted in PLAIN or os.environ.get("TERM", "dumb") == "dumb":
        return []
    with suppress(ValueError):  # a quotation mark that nobody closes
        return shlex.split(wanted)
    return []


def is_less(words: Sequence[str]) -> bool:
    """Tell whether a pager is less, which is known to take links."""
    return bool(words) and os.path.basename(words[0]) == DEFAULT  # noqa: PTH119 - pathlib is not imported otherwise


class Screenful:
    """Text on its way to a terminal: kept while it fits the screen, sent through a pager once it does not."""

    def __init__(self, stream: TextIO, words: Sequence[str], columns: int) -> None:
        """Take the terminal, the pager and the width."""
        self.stream = stream
        self.encoding = stream.encoding
        self.words = words
        self.columns = columns
        self.room = visible(stream)
        self.kept: list[str] = []
        self.pager: subprocess.Popen[str] | None = None
        self.is_waiting = True
        """Whether all of the text is still kept."""

    def isatty(self) -> bool:
        """Tell that this is a terminal."""
        return True

    def write(self, text: str) -> None:
        """Keep a text, or send it."""
        text.encode(self.encoding)  # what the terminal cannot show is refused here as it would be there
        if self.is_waiting:
            self.kept.append(text)
            lines = _UNSEEN.sub("", text).split("\n")[:-1]
            self.room -= sum(-(-len(line) // self.columns) or 1 for line in lines)
            if self.room < 0:
                self.start()
        else:
            self.send(text)

    def start(self) -> None:
        """Start the pager with what is kept; where it cannot be started, write to the terminal."""
        self.is_waiting = False
        with suppress(OSError):
            self.pager = subprocess.Popen(  # noqa: S603 - the user's own choice, and no shell
                self.words,
                stdin=subprocess.PIPE,
                env={**LESS, **os.environ},
                encoding=self.encoding,
                errors="replace",
            )
        kept, self.kept = "".join(self.kept), []
        self.send(kept)

    def send(self, text: str) -> None:
        """Write to the pager; who leaves it has seen enough."""
        if self.pager is None or self.pager.stdin is None:
            self.stream.write(text)
            return
        try:
            self.pager.stdin.write(text)
        except BrokenPipeError as error:
            raise ClosedPipeError from error

    def finish(self) -> None:
        """Write what is kept, or wait until the reader has seen enough; Ctrl-C is the pager's then."""
        if self.pager is None or self.pager.stdin is None:
            self.stream.write("".join(self.kept))
            self.stream.flush()
            return
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            with suppress(BrokenPipeError):
                self.pager.stdin.close()
            self.pager.wait()
        finally:
            signal.signal(signal.SIGINT, before)


def visible(stream: TextIO) -> int:
    """Count the lines of a terminal without the last, where the prompt stands; LINES overrides what it says itself."""
    stated = os.environ.get("LINES", "")
    if stated.isdecimal() and int(stated) > 0:
        return int(stated) - 1
    try:
        return (os.get_terminal_size(stream.fileno()).lines or _DEFAULT_LINES) - 1
    except (OSError, ValueError):
        return _DEFAULT_LINES - 1


@contextmanager
def paged(stream: TextIO, words: Sequence[str], columns: int) -> Iterator[Screenful]:
    """Give a stream that pages what is longer than the screen, and wait for its reader."""
    screenful = Screenful(stream, words, columns)
    try:
        yield screenful
    finally:
        screenful.finish()
