"""Processes of narcotl that are started together, stopped in the middle, or given bad streams."""

import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO

from tests.front_door import PATIENCE, Answer

ANNOUNCING = "import os; from narcotl.cli.main import run; os.write({0}, b'.'); os.close({0}); run()"
"""Narcotl as the console script starts it, which says on a descriptor that it is about to begin."""
NOT_BEGUN = 'Traceback (most recent call last):\n  File "<string>", line 1, in <module>\nKeyboardInterrupt\n'
"""What Python says of a Ctrl-C between that and the beginning."""


def start(*arguments: str, cwd: Path | None = None, env: Mapping[str, str] | None = None) -> "subprocess.Popen[str]":
    """Start narcotl without waiting for it."""
    return _started(["-m", "narcotl", *arguments], cwd=cwd, env=env)


def finished(process: "subprocess.Popen[str]") -> Answer:
    """Wait for a process and give its answer."""
    out, err = process.communicate(timeout=PATIENCE)
    return Answer(process.returncode, out or "", err)


def stopped(by: signal.Signals, seconds: float, *arguments: str, env: Mapping[str, str]) -> Answer:
    """Send narcotl a signal so many seconds after it began; it may have ended before.

    On a busy machine it may not have begun by then, although it said so: that tells nothing, and is tried again.
    """
    while (answer := _stopped(by, seconds, *arguments, env=env)).err.endswith(NOT_BEGUN):
        pass
    return answer


def _stopped(by: signal.Signals, seconds: float, *arguments: str, env: Mapping[str, str]) -> Answer:
    reading, writing = os.pipe()
    with tempfile.TemporaryFile("w+", encoding="utf-8") as out:  # a pipe that nobody reads would hold narcotl up
        process = _started(["-c", ANNOUNCING.format(writing), *arguments], env=env, keep=(writing,), out=out)
        os.close(writing)
        os.read(reading, 1)
        os.close(reading)
        time.sleep(seconds)
        process.send_signal(by)
        answer = finished(process)
        out.seek(0)
        return Answer(answer.status, out.read(), answer.err)


def in_shell(command: str, *arguments: str, env: Mapping[str, str] | None = None, cwd: Path | None = None) -> Answer:
    """Run a command line of a shell, in which `$narcotl "$@"` asks narcotl with these arguments."""
    done = subprocess.run(
        ["bash", "-c", command, "bash", *arguments],
        stdin=subprocess.DEVNULL,
        env={**os.environ, **(env or {}), "narcotl": f"{sys.executable} -m narcotl"},
        cwd=cwd,
        capture_output=True,
        check=False,
        text=True,
        timeout=PATIENCE,
    )
    return Answer(done.returncode, done.stdout, done.stderr)


def names(folder: Path) -> Sequence[str]:
    """List what lies in a folder; nothing if there is none."""
    return sorted(file.name for file in folder.iterdir()) if folder.is_dir() else []


def sound(index: Path) -> bool:
    """Tell whether SQLite finds nothing wrong with an index.

    SQLite 3.40 takes columns for empty that are not, in tables without row numbers whose key leaves one out
    (`CREATE TABLE t (a NOT NULL, b NOT NULL, c NOT NULL, PRIMARY KEY (a, c)) WITHOUT ROWID`): that is passed over.
    """
    connection = sqlite3.connect(index)
    try:
        found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(10)")]
        return all(line == "ok" or line.startswith("NULL value in ") for line in found)
    except sqlite3.DatabaseError:
        return False
    finally:
        connection.close()


def _started(
    arguments: Sequence[str],
    *,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    keep: Sequence[int] = (),
    out: IO[str] | int = subprocess.PIPE,
) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=out,
        stderr=subprocess.PIPE,
        env={**os.environ, **(env or {})},
        cwd=cwd,
        pass_fds=keep,
        text=True,
    )
