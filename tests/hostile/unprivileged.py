"""Ask narcotl as somebody who may not do everything; the tests themselves may run as root, whom no permission stops."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.front_door import PATIENCE, Answer


def without_privileges() -> list[str]:
    """Give the beginning of a command that runs the rest without the privileges of root; nothing if there are none."""
    if os.geteuid() != 0:
        return []
    if not shutil.which("setpriv"):
        pytest.skip("root may do everything, and there is no setpriv to take that away")
    return ["setpriv", "--bounding-set=-all", "--inh-caps=-all"]


def ask_unprivileged(*arguments: str, cwd: Path, env: Mapping[str, str] | None = None) -> Answer:
    """Run narcotl as a process that permissions stop."""
    done = subprocess.run(
        [*without_privileges(), sys.executable, "-m", "narcotl", *arguments],
        env={**os.environ, **(env or {})},
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        text=True,
        timeout=PATIENCE,
    )
    return Answer(done.returncode, done.stdout, done.stderr)
