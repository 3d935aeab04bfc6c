"""Ask narcotl as its users do: arguments in; exit status, standard output and standard error out."""

import contextlib
import fcntl
import io
import json
import os
import pty
import select
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Protocol
from unittest import mock

ROOT = Path(__file__).resolve().parent.parent
CONTROL = ("\x03", "\x04")
"""What Ctrl-C and Ctrl-D send."""
PATIENCE = 60
"""Seconds after which a process is taken for hung."""
GLANCE = 0.02
"""Seconds between two looks at whether a process has ended."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What narcotl gave back, whole."""

    status: int
    out: str = ""
    err: str = ""

    @property
    def json(self) -> object:
        """Read standard output as one JSON text."""
        return json.loads(self.out)

    @property
    def rows(self) -> list[object]:
        """Read standard output as JSON Lines."""
        return [json.loads(line) for line in self.out.splitlines()]


class FrontDoor(Protocol):
    """One way of asking: `ask` and `ask_process` are such."""

    def __call__(
        self, *arguments: str, stdin: str = "", env: Mapping[str, str] | None = None, cwd: Path | None = None
    ) -> Answer:
        """Run narcotl with these arguments."""


class Terminal(Protocol):
    """The way of asking that shows the answer on a terminal: `ask_terminal` is such."""

    def __call__(
        self,
        *arguments: str,
        columns: int = 80,
        lines: int = 24,
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
    ) -> Answer:
        """Run narcotl with these arguments on a terminal of this size."""


class Head(Protocol):
    """The way of asking that reads only the first lines: `ask_head` is such."""

    def __call__(self, *arguments: str, lines: int, env: Mapping[str, str] | None = None) -> Answer:
        """Run narcotl with these arguments, read so many lines, and close the pipe."""


class Talking(Protocol):
    """The way of asking in which narcotl asks back: `ask_talking` is such."""

    def __call__(
        self, *arguments: str, answers: Sequence[str], env: Mapping[str, str] | None = None, cwd: Path | None = None
    ) -> Answer:
        """Run narcotl with these arguments, and answer its questions."""


def fix_terminal(environ: MutableMapping[str, str]) -> None:
    """Make output independent of the machine: an environment without colour, 80 columns wide, in UTC, with no store.

    Typer reads some of these when it is imported, so this comes before anything that imports it.
    """
    for name in ("FORCE_COLOR", "GITHUB_ACTIONS", "LINES", "NARCOTL_STORE", "NO_COLOR", "PY_COLORS", "TERMINAL_WIDTH"):
        environ.pop(name, None)
    environ["NARCOTL_CONFIG"] = os.devnull  # and not the configuration of whoever runs the tests
    environ["NARCOTL_PAGER"] = ""  # nor their pager
    environ.update(COLUMNS="80", LANG="C.UTF-8", LC_ALL="C.UTF-8", TERM="dumb", TZ="UTC")
    time.tzset()


def ask(*arguments: str, stdin: str = "", env: Mapping[str, str] | None = None, cwd: Path | None = None) -> Answer:
    """Run narcotl inside this process: quick, and what most tests want."""
    from narcotl.cli.main import main  # here, since the terminal is to be fixed before Typer is imported

    out, err = _stream(), _stream()
    with (
        mock.patch.dict(os.environ, env or {}),
        contextlib.chdir(cwd or Path.cwd()),
        mock.patch.object(sys, "stdin", _stream(stdin)),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        status = main(list(arguments))
    return Answer(status, _text(out), _text(err))


def ask_process(
    *arguments: str, stdin: str = "", env: Mapping[str, str] | None = None, cwd: Path | None = None
) -> Answer:
    """Run narcotl as a process of its own, between pipes."""
    done = subprocess.run(
        _command(arguments),
        input=stdin.encode(),
        env={**os.environ, **(env or {})},
        cwd=cwd,
        capture_output=True,
        check=False,
        timeout=PATIENCE,
    )
    return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())


def ask_head(*arguments: str, lines: int, env: Mapping[str, str] | None = None) -> Answer:
    """Run narcotl as a process whose reader takes so many lines and then closes the pipe, as `head` does."""
    with (
        tempfile.TemporaryFile() as err,
        started(
            *arguments,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=err,
            env={**os.environ, **(env or {})},
        ) as process,
    ):
        assert process.stdout is not None
        out = b"".join(process.stdout.readline() for _ in range(lines))
        process.stdout.close()
        return Answer(process.wait(PATIENCE), out.decode(), _rewound(err))


def ask_terminal(
    *arguments: str, columns: int = 80, lines: int = 24, env: Mapping[str, str] | None = None, cwd: Path | None = None
) -> Answer:
    """Run narcotl as a process whose standard output is a terminal of this size (standard error is a file)."""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (lines, columns))
    environ = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    with (
        tempfile.TemporaryFile() as err,
        started(
            *arguments,
            stdin=subprocess.DEVNULL,
            stdout=theirs,
            stderr=err,
            env={**environ, "TERM": "xterm-256color", **(env or {})},
            cwd=cwd,
        ) as process,
    ):
        out = b"".join(shown(ours, theirs, process))
        return Answer(process.wait(PATIENCE), out.decode().replace("\r\n", "\n"), _rewound(err))


def ask_talking(
    *arguments: str, answers: Sequence[str], env: Mapping[str, str] | None = None, cwd: Path | None = None
) -> Answer:
    """Run narcotl with a person at a terminal, who answers each question once it is asked.

    A question is a line that ends in a colon and a space; the last answer may be a control character, such as Ctrl-D.
    What comes back as standard error is the whole conversation; standard output is a pipe.
    """
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 100))
    with (
        tempfile.TemporaryFile() as out,
        started(
            *arguments,
            stdin=theirs,
            stdout=out,
            stderr=theirs,
            env={**os.environ, "TERM": "xterm-256color", **(env or {})},
            cwd=cwd,
            start_new_session=True,  # Ctrl-C needs a terminal of its own
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        ) as process,
    ):
        left = list(answers)
        said = b""
        for chunk in shown(ours, theirs, process):
            said += chunk
            if said.endswith(b": "):
                # A question that nobody foresaw is a mistake in the test, and waiting for its answer would not end.
                text = left.pop(0) if left else CONTROL[0]
                os.write(ours, text.encode() if text in CONTROL else f"{text}\n".encode())
        return Answer(process.wait(PATIENCE), _rewound(out), said.decode().replace("\r\n", "\n"))


def shown(terminal: int, theirs: int, process: subprocess.Popen[bytes]) -> Iterator[bytes]:
    """Give what a process writes to a terminal, until it has ended and everything is read; then close both ends.

    Our copy of its end stays open so long: a terminal hands text over in the background, and on a busy machine
    the news that nobody holds the other end seems to overtake what was written last.
    """
    heard = time.monotonic()
    try:
        while True:
            has_ended = process.poll() is not None
            if select.select([terminal], [], [], 0 if has_ended else GLANCE)[0]:
                yield os.read(terminal, 65536)
                heard = time.monotonic()
            elif has_ended:
                return
            elif time.monotonic() - heard > PATIENCE:
                raise subprocess.TimeoutExpired(process.args, PATIENCE)
    finally:
        os.close(terminal)
        os.close(theirs)


@contextlib.contextmanager
def started(*arguments: str, **options: Any) -> Iterator[subprocess.Popen[bytes]]:
    """Start narcotl with what `Popen` takes, and leave no process behind, whatever a test does with it."""
    with subprocess.Popen(_command(arguments), **options) as process:
        try:
            yield process
        finally:
            process.kill()  # which does nothing to one that has been waited for


def _command(arguments: tuple[str, ...]) -> list[str]:
    return [sys.executable, "-m", "narcotl", *arguments]


def _stream(text: str = "") -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8", newline="", write_through=True)


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    stream.seek(0)
    return stream.read()


def _rewound(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode()
