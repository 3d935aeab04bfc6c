"""Write the tables of what was tried, from the notes of the tests; cog runs this (`make docs`) and checks it."""

import cog

from tests.tried import notes


def table(module: str) -> None:
    """Write what the tests of a module tried, and what happened, a row each."""
    rows = [row for test, row in notes().items() if test.startswith(f"tests/{module}.py::")]
    cog.outl("\n".join(["", "| tried | what happened |", "|---|---|", *map(line, rows)]))


def line(row: tuple[str, str]) -> str:
    """Write one row; what narcotl said stands as code, so that nothing in it is markup."""
    what, happened = (part.replace("|", "\\|") for part in row)
    return f"| {what} | {code(happened)} |"


def code(text: str) -> str:
    """Write a text as code, whatever it holds."""
    return f"`` {text} ``" if "`" in text else f"`{text}`"
