"""The `console` blocks of the documents: what they hold, and running it."""

import os
import re
import shlex
import shutil
import subprocess
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.front_door import PATIENCE, Answer, ask, ask_terminal

PROMPT = "$ "
ELISION = "..."
"""A line of expected output that stands for any number of lines."""

_FENCE = re.compile(r"^ {0,3}(?P<fence>`{3,}|~{3,})(?P<info>[^`]*)$")
_EXIT = re.compile(r"\bexit=(?P<status>[0-9]+)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One command of a block, and what the block says that it prints."""

    command: str
    output: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A fenced block: its language, and words that say how it is run.

    `no-check`: the output is an example. `exit=N`: how each command ends. `terminal`: as on 80 columns, without colour.
    """

    file: Path
    line: int
    info: str
    lines: list[str] = field(default_factory=list)

    @property
    def checked(self) -> bool:
        """Tell whether the output must be as the block shows it."""
        return "no-check" not in self.info.split()

    @property
    def on_terminal(self) -> bool:
        """Tell whether the block shows what a terminal shows; else it shows what comes out of a pipe."""
        return "terminal" in self.info.split()

    @property
    def status(self) -> int:
        """Give the exit status that each command of the block ends with."""
        found = _EXIT.search(self.info)
        return int(found["status"]) if found else 0

    def steps(self) -> Iterator[Step]:
        """Give those commands that call narcotl; what else a block shows (`pip install .`) is not run."""
        for part in re.split(r"^\$ ", "\n".join(self.lines), flags=re.MULTILINE)[1:]:
            command, _, output = part.replace("\\\n", " ").partition("\n")
            if calls_narcotl(command):
                yield Step(command=command, output=output.rstrip("\n"))


def blocks(file: Path, language: str = "console") -> Iterator[Block]:
    """Find the fenced blocks of a document that are in a language."""
    block, closing = None, ""
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        found = _FENCE.match(line)
        if block is None and found:
            block, closing = Block(file=file, line=number, info=found["info"].strip()), found["fence"]
        elif block and found and found["fence"].startswith(closing) and not found["info"].strip():
            if block.info.split()[:1] == [language]:
                yield block
            block = None
        elif block:
            block.lines.append(line)


def calls_narcotl(command: str) -> bool:
    """Tell whether a command line runs narcotl, alone or in a pipe."""
    words = _words(command)
    starts = [0, *(place + 1 for place, word in enumerate(words) if set(word) <= set("|&;"))]
    return any(words[start : start + 1] == ["narcotl"] for start in starts)


def run(command: str, cwd: Path, *, on_terminal: bool = False) -> Answer:
    """Run a command line: narcotl alone by a front door, with pipes or redirections in a shell."""
    words = _words(command)
    if words[0] == "narcotl" and not any(set(word) <= set("|&;<>()") for word in words if word):
        if on_terminal:
            return ask_terminal(*words[1:], cwd=cwd, env={"TERM": "dumb"})
        return ask(*words[1:], cwd=cwd)
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        stdin=subprocess.DEVNULL,
        env={**os.environ, "PATH": f"{sysconfig.get_path('scripts')}{os.pathsep}{os.environ['PATH']}"},
        cwd=cwd,
        capture_output=True,
        check=False,
        text=True,
        timeout=PATIENCE,
    )
    return Answer(done.returncode, done.stdout, done.stderr)


def missing_tools(command: str) -> list[str]:
    """Name the programs that a command line wants and this machine does not have."""
    return [tool for tool in ("jq",) if tool in _words(command) and not shutil.which(tool)]


def shows(output: str, answer: Answer) -> bool:
    """Compare what a block shows with what came: equal, but for lines left out where the block says `...`."""
    lines = [r"(?:.*\n)*" if line == ELISION else re.escape(f"{line}\n") for line in output.splitlines()]
    return bool(re.fullmatch("".join(lines), said(answer)))


def said(answer: Answer) -> str:
    """Give what a person sees: the answer, then the conversation."""
    text = answer.out + answer.err
    return text if not text or text.endswith("\n") else f"{text}\n"


def _words(command: str) -> list[str]:
    """Split a command line as a shell does, its operators as words of their own."""
    lexer = shlex.shlex(command, posix=True, punctuation_chars="|&;<>()")
    lexer.whitespace_split = True
    lexer.commenters = ""
    return list(lexer)
