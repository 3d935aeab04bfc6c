"""Write the gallery of errors from tests/errors/; cog runs this (`make docs`) and checks it (`make lint`)."""

from pathlib import Path

import cog

from tests.front_door import ROOT

FOLDERS = ROOT / "tests" / "errors"
CONTROL = ("cmd", "expected", "answer", "stdin")
"""What is not the input of a case."""
WIDEST = 110
"""How much of a line is shown, in characters."""


def gallery(*, of_stores: bool) -> None:
    """Write every error of stores, or every other one: the input, the command, what narcotl says, the exit status."""
    for case in sorted(file.parent for file in FOLDERS.glob("*/cmd")):
        command = (case / "cmd").read_text(encoding="utf-8").strip()
        if command.startswith("check ") == of_stores:
            cog.outl("\n".join(entry(case, command)))


def entry(case: Path, command: str) -> list[str]:
    """Write one error."""
    first, _, conversation = text(case / "expected").partition("\n")
    said = text(case / "answer") + conversation
    lines = ["", f"### {case.name.replace('-', ' ')}", ""]
    for file in sorted(path for path in case.rglob("*") if path.is_file() and path.name not in CONTROL):
        language = {".yaml": "yaml", ".jsonl": "json"}.get(file.suffix, "text")
        lines += [f"```{language} {file.relative_to(case)}", *shown(text(file)), "```"]
    lines += ["```text", f"$ narcotl {command}", *shown(said), "```", f"Exit status {first.removeprefix('exit ')}."]
    return lines


def text(file: Path) -> str:
    """Read a file, whatever is in it; one that is not there is empty."""
    return file.read_text(encoding="utf-8", errors="replace") if file.exists() else ""


def shown(content: str) -> list[str]:
    """Give the lines of a text, long ones cut, control characters as escapes, and no space at their ends."""
    lines = [line if line.isprintable() else line.encode("unicode_escape").decode() for line in content.splitlines()]
    return [(line if len(line) <= WIDEST else f"{line[: WIDEST - 3]}...").rstrip() for line in lines]
