"""What `narcotl` and `narcotl --help` say: enough to begin, and every command by purpose."""

from narcotl.cli.registry import COMMANDS, PURPOSES

EXAMPLES = (
    ("narcotl timeline --region andes", "what happened in the Andes, in order of time"),
    ("narcotl actor CIA", "what an agency took part in, said and is said to have done"),
    ("narcotl timeline --during 1980s --json", "the same for a script"),
)


def welcome() -> str:
    """Say in a dozen lines what narcotl can do."""
    width = max(len(command) for command, _ in EXAMPLES)
    lines = [
        "narcotl: who did what, where and when, who says so, and how sure is it.",
        "",
        "Try:",
        *(f"  {command:<{width}}   {about}" for command, about in EXAMPLES),
        "",
        f"Commands: {', '.join(COMMANDS)}.",
        "`narcotl --help` says what each is for, `narcotl COMMAND --help` how to use it.",
    ]
    return "\n".join(lines)


def overview() -> str:
    """List every command by purpose."""
    width = max(map(len, COMMANDS))
    lines = [
        "Usage: narcotl COMMAND [OPTIONS] ...",
        "",
        "  Ask an evidence base who did what, where and when, who says so, and how sure it is.",
    ]
    for purpose, entries in PURPOSES.items():
        lines += ["", f"{purpose}:", *(f"  {entry.name:<{width}}  {entry.about}" for entry in entries)]
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
