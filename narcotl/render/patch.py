"""Show what changes in files as a diff: what goes and what comes each in its colour."""

from collections.abc import Iterable
from typing import Final

from narcotl.render.escapes import fit
from narcotl.render.ink import PLAIN, put
from narcotl.render.output import Shown
from narcotl.render.page import opened

STYLES: Final = {"+": "green", "-": "red", "@": "cyan"}
HEADS: Final = ("--- ", "+++ ")


def show_patch(lines: Iterable[str], shown: Shown) -> None:
    """Write the lines of a diff to standard output, or to the file that the user named."""
    with opened(shown) as page:
        put((((fit(line, page), style(line)),) for line in lines), page)


def style(line: str) -> str:
    """Choose the style of a line by its first character."""
    return "bold" if line.startswith(HEADS) else STYLES.get(line[:1], PLAIN)
