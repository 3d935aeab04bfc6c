"""Somebody at a keyboard: Textual's pilot presses keys in the browser and looks at the screen."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeAlias

from textual.events import Paste
from textual.pilot import Pilot

from narcotl.cli.options import queries
from narcotl.library.opened import open_library
from narcotl.library.today import today
from narcotl.select.asked import Asked
from narcotl.tui.app import Browser
from narcotl.tui.asking import Question

Hands: TypeAlias = Pilot[None]
NORMAL = (120, 40)
EVERYTHING = Asked()


def browse(
    doing: Callable[[Hands], Awaitable[None]],
    *stores: Path | str,
    size: tuple[int, int] = NORMAL,
    asked: Asked = EVERYTHING,
) -> None:
    """Open the browser, do something in it, and close it."""
    question = Question(
        open=lambda: open_library([Path(store) for store in stores]),
        asked=asked,
        today=today("2026-11-22", "--as-of"),
        title="Timeline",
        read=lambda text: queries((), text),
    )

    async def run() -> None:
        async with Browser(question).run_test(size=size, notifications=True) as hands:
            await settled(hands)
            await doing(hands)

    asyncio.run(run())


def app(hands: Hands) -> Browser:
    """Give the browser itself."""
    assert isinstance(hands.app, Browser)
    return hands.app


async def settled(hands: Hands) -> None:
    """Wait until the browser has done what it puts off while keys are pressed."""
    await hands.pause()
    while app(hands).waiting:
        await hands.pause(0.01)
    await hands.pause()


async def press(hands: Hands, *keys: str) -> str:
    """Press keys, and give what is on the screen then."""
    await hands.press(*keys)
    await settled(hands)
    return screen(hands)


async def write(hands: Hands, text: str) -> str:
    """Paste a text into the line of input that has the focus, which is quicker than typing it."""
    assert hands.app.focused is not None
    hands.app.focused.post_message(Paste(text))
    await settled(hands)
    return screen(hands)


def screen(hands: Hands) -> str:
    """Give what is on the screen, without the spaces at the ends of lines."""
    strips = hands.app.screen._compositor.render_strips()  # noqa: SLF001 - the public ways give pictures only
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


def listed(hands: Hands) -> list[str]:
    return [str(row["id"]) for row in app(hands).listing.rows]


def shown(hands: Hands) -> str | None:
    return app(hands).trail.name


async def follow(hands: Hands, name: str) -> None:
    """Follow the link to a record: the cursor is put on the link, and a key pressed there."""
    record = app(hands).record
    record.focus()
    record.cursor = [link.name for link in record.links].index(name)
    await press(hands, "enter")
    assert shown(hands) == name
