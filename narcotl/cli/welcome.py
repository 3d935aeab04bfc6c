"""What `narcotl` and `narcotl --help` say: enough to begin, and every command by purpose."""

from collections.abc import Iterable

from narcotl.cli.registry import COMMANDS, PURPOSES

EXAMPLES = (
    ("narcotl timeline --region andes", "what happened there, in order"),
    ("narcotl claim contra-cocaine-cia", "who says so, and who denies it"),
    ("narcotl timeline --during 1980s --json", "the same for a script"),
)
WIDTH = 80
"""The columns that the welcome and the overview fit."""


def welcome() -> str:
    """Say in a dozen lines what narcotl can do."""
    width = max(len(command) for command, _ in EXAMPLES)
    lines = [
        "narcotl: who did what, where and when, who says so, and how sure is it.",
        "",
        "Try:",
        *(f"  {command:<{width}}   {about}" for command, about in EXAMPLES),
        "",
        "Commands:",
        *lines_of(COMMANDS),
        "",
        "`narcotl --help` says what each is for, `narcotl COMMAND --help` how to use it.",
    ]
    return "\n".join(lines)


def lines_of(words: Iterable[str], first: str = " ", margin: int = 1) -> list[str]:
    """Put words into lines behind what stands first, with a margin below; textwrap would be one import more."""
    lines = [first]
    for word in words:
        if len(lines[-1]) + 1 + len(word) > WIDTH:
            lines.append(" " * margin)
        lines[-1] += f" {word}"
    return lines


def overview() -> str:
    """List every command by purpose."""
    width = max(map(len, COMMANDS))
    lines = [
        "Usage: narcotl COMMAND [OPTIONS] ...",
        "",
        "  Who did what, where and when, who says so, and how sure it is: ask a store.",
    ]
    for purpose, entries in PURPOSES.items():
        lines += ["", f"{purpose}:"]
        for entry in entries:
            lines += lines_of(entry.about.split(), f"  {entry.name:<{width}} ", width + 3)
    lines += [
        "",
        "Options:",
        "  --version             the version of narcotl",
        "  --install-completion  complete commands, names and words in this shell",
        "  --show-completion     print the completion script of this shell",
        "  --help                this page; `narcotl COMMAND --help` for one command",
        "",
        f"Example: {EXAMPLES[0][0]}",
    ]
    return "\n".join(lines)
