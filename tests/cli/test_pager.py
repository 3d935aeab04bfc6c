"""Long answers page on a terminal, and nowhere else; whatever the pager does, narcotl ends well."""

import os
import pty
import signal
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from tests.front_door import Answer, FrontDoor, Terminal

LONG = ("timeline", "--region", "andes")
SHORT = ("timeline", "--region", "andes", "--limit", "2")


@pytest.fixture
def marking(tmp_path: Path) -> str:
    """Write a pager that marks each line."""
    script = tmp_path / "marking"
    script.write_text("#!/bin/sh\nsed 's/^/|/'\n", encoding="utf-8")
    script.chmod(0o755)
    return str(script)


def marked(answer: Answer) -> bool:
    """Tell whether each line has gone through the pager."""
    return all(line.startswith("|") for line in answer.out.splitlines())


def test_a_long_list_goes_through_the_pager_whole(narcotl_terminal: Terminal, marking: str) -> None:
    plain = narcotl_terminal(*LONG)
    paged = narcotl_terminal(*LONG, env={"NARCOTL_PAGER": marking})
    assert marked(paged)
    assert paged.out.replace("\n|", "\n").removeprefix("|") == plain.out
    assert (paged.status, paged.err) == (0, plain.err)


@pytest.mark.parametrize("form", ["json", "jsonl", "md", "yaml", "{title}"])
def test_other_formats_page_on_a_terminal_as_well(form: str, narcotl_terminal: Terminal, marking: str) -> None:
    assert marked(narcotl_terminal(*LONG, "-f", form, env={"NARCOTL_PAGER": marking}))


def test_help_pages_where_it_is_longer_than_the_screen(narcotl_terminal: Terminal, marking: str) -> None:
    assert marked(narcotl_terminal("--help", env={"NARCOTL_PAGER": marking}))
    assert "|" not in narcotl_terminal("--help", "--no-pager", env={"NARCOTL_PAGER": marking}).out
    assert "|" not in narcotl_terminal(env={"NARCOTL_PAGER": marking}).out


def test_a_record_in_full_pages(narcotl_terminal: Terminal, marking: str) -> None:
    assert marked(narcotl_terminal("actor", "CIA", env={"NARCOTL_PAGER": marking}))


@pytest.mark.parametrize(
    ("arguments", "env"),
    [
        (SHORT, {}),
        ((*LONG, "--no-pager"), {}),
        (LONG, {"LINES": "500"}),
        (LONG, {"TERM": "dumb"}),
        (LONG, {"NARCOTL_PAGER": ""}),
        (LONG, {"NARCOTL_PAGER": "cat"}),
        (LONG, {"NARCOTL_PAGER": "no-such-pager --at all"}),
        (LONG, {"NARCOTL_PAGER": "'a quotation mark that nobody closes"}),
    ],
)
def test_without_a_pager_the_answer_is_simply_there(
    arguments: tuple[str, ...], env: dict[str, str], narcotl_terminal: Terminal, marking: str
) -> None:
    answer = narcotl_terminal(*arguments, env={"NARCOTL_PAGER": marking, **env})
    assert answer.status == 0
    assert answer.out == narcotl_terminal(*arguments, "--no-pager", env={"TERM": env.get("TERM", "xterm")}).out
    assert "|" not in answer.out


def test_a_pipe_and_a_file_never_page(narcotl_process: FrontDoor, marking: str, tmp_path: Path) -> None:
    env = {"NARCOTL_PAGER": marking, "TERM": "xterm"}
    assert "|" not in narcotl_process(*LONG, env=env).out
    assert narcotl_process(*LONG, "-o", "list.txt", env=env, cwd=tmp_path).status == 0
    assert "|" not in (tmp_path / "list.txt").read_text(encoding="utf-8")


def test_pager_is_asked_where_narcotl_has_none_of_its_own(marking: str) -> None:
    environ = {name: value for name, value in os.environ.items() if name != "NARCOTL_PAGER"}
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    with subprocess.Popen(
        [sys.executable, "-m", "narcotl", *LONG],
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=subprocess.DEVNULL,
        env={**environ, "PAGER": marking, "TERM": "xterm"},
    ):
        os.close(theirs)
        assert os.read(ours, 1) == b"|"
        os.close(ours)


def test_who_leaves_the_pager_early_has_seen_enough(narcotl_terminal: Terminal, tmp_path: Path) -> None:
    script = tmp_path / "first"
    script.write_text("#!/bin/sh\nexec head -n 1\n", encoding="utf-8")
    script.chmod(0o755)
    answer = narcotl_terminal("export", "jsonl", env={"NARCOTL_PAGER": str(script)})
    assert (answer.status, answer.err) == (0, ""), "what is no list is not paged, and ends well"
    for form in ("table", "json"):
        answer = narcotl_terminal("facts", "-f", form, env={"NARCOTL_PAGER": str(script)})
        assert (answer.status, answer.err, answer.out.count("\n")) == (0, "", 1)


def test_ctrl_c_belongs_to_the_pager_while_somebody_reads(narcotl_terminal: Terminal, tmp_path: Path) -> None:
    script = tmp_path / "patient"
    # It sends to narcotl what the terminal sends to both, and reads on as less does.
    script.write_text("#!/bin/sh\ntext=$(cat)\nkill -INT $PPID\necho read\n", encoding="utf-8")
    script.chmod(0o755)
    answer = narcotl_terminal(*LONG, env={"NARCOTL_PAGER": str(script)})
    assert answer.status != 128 + signal.SIGINT
    assert answer == Answer(0, "read\n", narcotl_terminal(*LONG).err)


def test_colours_and_links_take_no_room(narcotl_terminal: Terminal, marking: str) -> None:
    """What fits on the screen exactly does not page, however much is written to colour it."""
    answer = narcotl_terminal("timeline", "--during", "1989", env={"NARCOTL_PAGER": marking})
    assert answer.out.count("\n") == 23
    assert "\x1b[" in answer.out
    assert "|" not in answer.out
