"""Put styled lines on a page: the only place where narcotl makes a Console, and only if there is colour to show."""

from collections.abc import Iterable
from typing import Final, TypeAlias

from narcotl.render.page import Page
from narcotl.reports.report import Tone

Span: TypeAlias = tuple[str, str]
"""A piece of a line, and its style in the words of Rich."""
Styled: TypeAlias = tuple[Span, ...]

TITLE: Final = "bold"
QUIET: Final = "dim"
PLAIN: Final = ""
STYLES: Final = {Tone.PLAIN: PLAIN, Tone.DATE: "cyan", Tone.NUMBER: PLAIN, Tone.NAME: "bold", Tone.ASIDE: QUIET}


def put(lines: Iterable[Styled], page: Page) -> None:
    """Write lines without the spaces at their ends."""
    if not page.color:
        for line in lines:
            page.write("".join(text for text, _ in line).rstrip() + "\n")
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(
        file=page.stream, force_terminal=True, color_system="standard", no_color=False, legacy_windows=False
    )
    for line in lines:
        text = Text.assemble(*line, end="")
        text.rstrip()
        console.print(text, soft_wrap=True, end="\n", markup=False, highlight=False, emoji=False)
