"""Write the manual page from the commands: `python -m docs.man_page` (`make docs`), read with `man narcotl`."""

from collections.abc import Iterator
from typing import Final

from docs.commands_read import SHARED, Parameter, Usage, shared, usages
from narcotl import __version__
from narcotl.cli.registry import PURPOSES
from narcotl.cli.welcome import EXAMPLES
from tests.front_door import ROOT

FILE: Final = ROOT / "docs" / "man" / "narcotl.1"
ABOUT: Final = "who did what, where and when, who says so, and how sure it is"
DESCRIPTION: Final = """\
narcotl answers from a store of plain YAML files, in one command and offline: a table for a person, JSON for a script.
Without another it reads the store that it ships with, on the drug trade and counternarcotics from 1950 to 2018.
Standard output is the answer, standard error the conversation."""
STATUSES: Final = {
    "0": "There is an answer; an empty list is one.",
    "1": "The answer is no: an unknown id or name, or a check found errors.",
    "2": "The command was used wrongly.",
    "3": "The store cannot be read.",
    "130": "Interrupted.",
}
VARIABLES: Final = {
    "NARCOTL_STORE": "The stores to read, with colons between them.",
    "NARCOTL_CONFIG": "The user's configuration; empty: none at all.",
    "NARCOTL_CACHE_DIR": "Where indexes are kept.",
    "NARCOTL_PAGER": "The pager for what is longer than the screen, before PAGER; empty: none.",
    "NO_COLOR": "Set to anything: no colour and no links.",
    "FORCE_HYPERLINK": "0: no links in a terminal; 1: links in one that is not known to take them.",
}


def page() -> str:
    """Write the whole page in the language of man(7)."""
    common = shared()
    lines = [f'.TH NARCOTL 1 "" "narcotl {__version__}" "User Commands"']
    lines += [".SH NAME", rf"narcotl \- {plain(ABOUT)}"]
    lines += [".SH SYNOPSIS", ".B narcotl", r".I COMMAND", r"[\fIOPTIONS\fR] .\|.\|."]
    lines += [".SH DESCRIPTION", *paragraph(DESCRIPTION)]
    told = list(usages())
    for purpose in PURPOSES:
        lines.append(f".SH {plain(purpose.upper())}")
        for usage in told:
            if usage.purpose == purpose:
                lines += command(usage, common)
    lines.append(".SH SHARED OPTIONS")
    for title in SHARED:
        lines.append(f".SS {plain(title.capitalize())}")
        lines += (line for one, under in common.items() if under == title for line in item(*one))
    lines.append(".SH EXIT STATUS")
    lines += (line for one in STATUSES.items() for line in item(*one))
    lines.append(".SH ENVIRONMENT")
    lines += (line for one in VARIABLES.items() for line in item(*one))
    lines.append(".SH EXAMPLES")
    lines += (line for one in EXAMPLES for line in item(*one))
    return "\n".join(lines) + "\n"


def command(usage: Usage, common: dict[Parameter, str]) -> Iterator[str]:
    """Write one command with what is its own."""
    yield f".SS narcotl {plain(usage.name)}"
    yield from paragraph(usage.text)
    for parameter in usage.parameters:
        if parameter not in common:
            yield from item(*parameter)
    if any(parameter in common for parameter in usage.parameters):
        yield ".PP"
        titles = dict.fromkeys(common[parameter] for parameter in usage.parameters if parameter in common)
        yield plain(f"Shared options: {'; '.join(titles)}.")
    if usage.example:
        yield from (".PP", ".EX", plain(usage.example), ".EE")


def item(term: str, about: str) -> Iterator[str]:
    """Write a term with what it means below it."""
    yield from (".TP", rf"\fB{plain(term)}\fR", plain(about) or r"\&")


def paragraph(text: str) -> Iterator[str]:
    """Write paragraphs, with empty lines between them."""
    for number, part in enumerate(text.split("\n\n")):
        if number:
            yield ".PP"
        yield plain(" ".join(part.split()))


def plain(text: str) -> str:
    """Write a text so that nothing in it is a command or a ligature."""
    escaped = text.replace("\\", r"\e").replace("-", r"\-").replace("'", r"\(aq").replace("`", r"\(ga")
    return rf"\&{escaped}" if escaped.startswith(".") else escaped


if __name__ == "__main__":
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(page(), encoding="utf-8")
