"""Stop a command that writes at each of its steps on files: before each file that it opens, moves, makes or removes."""

import os
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from narcotl.cli.main import run
from tests.front_door import Answer

STEPS: Final = frozenset({"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "os.chown", "shutil.rmtree"})
"""What Python tells of what is done to files and folders (https://docs.python.org/3/library/audit_events.html)."""
WRITING: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def kill() -> None:
    """End this process as `kill -9` does."""
    os.kill(os.getpid(), signal.SIGKILL)


def interrupt() -> None:
    """Press Ctrl-C."""
    os.kill(os.getpid(), signal.SIGINT)


def stopped_at(number: int, act: Callable[[], None], folder: Path, arguments: Sequence[str]) -> tuple[Answer, bool]:
    """Ask in a folder, and act before the step of this number on files in it; tell also whether there was such a step.

    A fork of the tests asks, since everything is imported there already: a step takes a hundredth of a second.
    """
    said = folder.parent / "said"
    reading, writing = os.pipe()

    def noted() -> None:
        os.write(writing, b".")
        act()

    child = os.fork()
    if child == 0:
        os.close(reading)
        asked(said, folder, arguments, before(number, folder, noted))
    os.close(writing)
    _, status = os.waitpid(child, 0)
    reached = os.read(reading, 1) == b"."
    os.close(reading)
    out, err = (said.with_suffix(suffix).read_text(encoding="utf-8") for suffix in (".out", ".err"))
    return Answer(os.waitstatus_to_exitcode(status), out, err), reached


def asked(said: Path, folder: Path, arguments: Sequence[str], hook: Callable[[str, tuple[object, ...]], None]) -> None:
    """Be narcotl in a folder; this never returns."""
    try:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        os.chdir(folder)
        sys.argv = ["narcotl", *arguments]
        sys.stdin = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115 - open until the process ends
        sys.stdout = said.with_suffix(".out").open("w", encoding="utf-8")
        sys.stderr = said.with_suffix(".err").open("w", encoding="utf-8")
        sys.addaudithook(hook)
        run()
    finally:
        os._exit(70)


def before(number: int, folder: Path, act: Callable[[], object]) -> Callable[[str, tuple[object, ...]], None]:
    """Make a hook that acts before the step of this number, counted from 1."""
    left = number
    inside = f"{folder}{os.sep}"

    def hook(event: str, details: tuple[object, ...]) -> None:
        nonlocal left
        path = details[0] if details else None
        is_step = event in STEPS or (event == "open" and isinstance(details[2], int) and details[2] & WRITING)
        if not is_step or not isinstance(path, (str, os.PathLike)):
            return
        # Relative paths are told as they were given; the command runs in the folder.
        if os.path.join(folder, path).startswith(inside):  # noqa: PTH118 - a path may be of bytes or text here
            left -= 1
            if left == 0:
                act()

    return hook
