"""Put styled lines on a page: the only place where narcotl makes a Console, and only if there is colour to show."""

import io
import re
from collections.abc import Iterable
from functools import cache
from typing import Final, TypeAlias

from narcotl.render.page import Page
from narcotl.reports.report import Tone

Span: TypeAlias = tuple[str, str]
"""A piece of a line, and its style in the words of Rich."""
Styled: TypeAlias = tuple[Span, ...]

TITLE: Final = "bold"
QUIET: Final = "dim"
PLAIN: Final = ""
MARK: Final = "bold yellow"
STYLES: Final = {
    Tone.PLAIN: PLAIN,
    Tone.DATE: "cyan",
    Tone.NUMBER: PLAIN,
    Tone.NAME: "bold",
    Tone.ASIDE: QUIET,
    Tone.BAR: "cyan",
    Tone.MARKED: PLAIN,
}
_MARKED: Final = re.compile("(«[^«»]*(?:»|$)|^[^«»]*»)")
"""A marked part; a line may break inside one."""


def styled(text: str, tone: Tone) -> Iterable[Span]:
    """Style a text by its tone, and the marked parts of a text that has some."""
    if tone is not Tone.MARKED:
        return ((text, STYLES[tone]),)
    return [(part, MARK if place % 2 else PLAIN) for place, part in enumerate(_MARKED.split(text)) if part]


def leading(style: str, address: str) -> str:
    """Add a link to a style; an empty address is none."""
    return f"{style} link {address}".lstrip() if address else style


def put(lines: Iterable[Styled], page: Page) -> None:
    """Write lines without the spaces at their ends."""
    trimmed = map(_trimmed, lines)
    for text in _colored(trimmed) if page.color else map(_bare, trimmed):
        page.write(f"{text}\n")


def _bare(line: Styled) -> str:
    return "".join(text for text, _ in line)


def _trimmed(line: Styled) -> Styled:
    """Take away the spaces at the end of a line."""
    spans = list(line)
    while spans and not spans[-1][0].rstrip():
        spans.pop()
    if spans:
        text, style = spans[-1]
        spans[-1] = (text.rstrip(), style)
    return tuple(spans)


def _colored(lines: Iterable[Styled]) -> Iterable[str]:
    """Have Rich turn styles into the codes of terminals: as segments, which it never reads as markup."""
    from rich.console import Console
    from rich.segment import Segment, Segments

    # The environment has no say: whether there is colour was decided when the page was opened.
    console = Console(file=io.StringIO(), force_terminal=True, color_system="standard", no_color=False)
    # Once for each style, so that a link which is broken into lines stays one link.
    style_of = cache(lambda style: console.get_style(style or "none"))
    segments = [Segment(text, style_of(style)) for line in lines for text, style in (*line, ("\n", PLAIN))]
    with console.capture() as capture:
        console.print(Segments(segments), end="", soft_wrap=True)
    return capture.get().split("\n")[:-1]
