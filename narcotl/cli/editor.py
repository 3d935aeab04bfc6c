"""The editor of whoever sits at the terminal, opened at a line."""

import os
import shlex
import shutil
import subprocess
from pathlib import Path

from narcotl.errors import UsageError

VARIABLES = ("VISUAL", "EDITOR")
FALLBACKS = ("nano", "vi")
"""What is taken where neither variable is set."""
HINT = "Set $VISUAL or $EDITOR, such as EDITOR=nano or VISUAL='code --wait'."

PLUS = ("vi", "vim", "nvim", "view", "nano", "pico", "emacs", "emacsclient", "micro", "kak", "joe", "jed", "mg", "ne")
"""Editors that take `+12 FILE`."""
COLON = ("hx", "helix")
"""Editors that take `FILE:12`."""
GOTO = ("code", "code-insiders", "codium", "vscodium", "cursor", "windsurf")
"""Editors that take `--goto FILE:12`, and return at once unless they are told to wait."""
WAITING = ("subl", "zed")
"""Editors that take `FILE:12`, and return at once as well."""


def command(path: Path, line: int) -> list[str]:
    """Give the command that opens a file at a line; where the editor is not known, it just opens the file."""
    program = chosen()
    name = Path(program[0]).name.removesuffix(".exe")
    place = f"{path}:{line}"
    wait = [] if {"--wait", "-w"} & {*program} else ["--wait"]
    if name in PLUS:
        return [*program, f"+{line}", str(path)]
    if name in COLON:
        return [*program, place]
    if name in WAITING:
        return [*program, *wait, place]
    if name in GOTO:
        return [*program, *wait, "--goto", place]
    if name in ("gvim", "mvim"):
        return [*program, "--nofork", f"+{line}", str(path)]
    if name == "kate":
        return [*program, "--block", "--line", str(line), str(path)]
    return [*program, str(path)]


def chosen() -> list[str]:
    """Give the editor with its own options: $VISUAL, $EDITOR, or what there is."""
    for variable in VARIABLES:
        text = os.environ.get(variable, "").strip()
        if text:
            try:
                return shlex.split(text)
            except ValueError:
                raise UsageError(f"${variable} is no command: {text}", HINT) from None
    for program in FALLBACKS:
        if shutil.which(program):
            return [program]
    raise UsageError("there is no editor", HINT)


def opened(words: list[str]) -> int:
    """Run the editor until it ends, and give its exit status; fails if it cannot be started."""
    try:
        return subprocess.run(words, check=False).returncode  # noqa: S603 - the user's own editor, and no shell
    except OSError as error:
        raise UsageError(f"cannot start the editor {words[0]}: {error.strerror or error}", HINT) from None
