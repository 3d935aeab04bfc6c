"""`narcotl browse` on a real terminal: it opens, ends, and leaves the terminal as it was."""

import fcntl
import os
import pty
import re
import subprocess
import sys
import termios
from collections.abc import Mapping
from pathlib import Path

from inline_snapshot import snapshot

from tests.front_door import PATIENCE, shown

COLOURS = re.compile(r"\x1b\[(?:[0-9]+;)*(?:[34][0-8]|9[0-7]|10[0-7])(?:;[0-9]+)*m")


def on_terminal(*arguments: str, until: str, env: Mapping[str, str]) -> tuple[int, str]:
    """Run narcotl on a terminal of 80 by 24, press q once a text is there; give the status and all that was shown."""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    with subprocess.Popen(
        [sys.executable, "-m", "narcotl", *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**{name: text for name, text in os.environ.items() if name != "COLUMNS"}, "TERM": "xterm-256color", **env},
        start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509 - it needs a terminal of its own
    ) as process:
        text = b""
        for chunk in shown(ours, theirs, process):
            if until.encode() not in text and until.encode() in text + chunk:
                os.write(ours, b"q")
            text += chunk
        return process.wait(PATIENCE), text.decode(errors="replace")


def test_it_opens_and_ends_and_restores_the_terminal() -> None:
    status, text = on_terminal("browse", "--region", "andes", until="Quit", env={})
    assert status == 0
    assert "region andes" in text
    assert COLOURS.search(text)
    assert text.index("\x1b[?1049h") < text.index("\x1b[?1049l")


def test_no_color_is_respected() -> None:
    status, text = on_terminal("browse", until="Quit", env={"NO_COLOR": "1"})
    assert status == 0
    assert "Timeline" in text
    assert not COLOURS.search(text)


def test_without_textual_it_says_how_to_get_it(tmp_path: Path) -> None:
    (tmp_path / "textual.py").write_text("raise ImportError('there is no textual here')", encoding="utf-8")
    env = {"PYTHONPATH": os.pathsep.join([str(tmp_path), str(Path(__file__).parents[2])])}
    assert on_terminal("browse", until="Quit", env=env) == snapshot(
        (
            2,
            """\
narcotl: a browser in the terminal needs textual, which cannot be imported: there is no textual here\r
Install it along with narcotl: pip install 'narcotl[tui]'.\r
""",
        )
    )


def test_a_wrong_filter_is_refused_before_anything_is_shown() -> None:
    assert on_terminal("browse", "--region", "atlantis", until="Quit", env={}) == snapshot(
        (
            1,
            """\
narcotl: no region is called 'atlantis'\r
Did you mean Balkans? `narcotl region` lists them all.\r
""",
        )
    )
