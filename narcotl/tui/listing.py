"""The list: records in a line each, of which one is under the cursor."""

from collections.abc import Sequence
from typing import ClassVar, Final

from textual.binding import BindingType
from textual.events import Resize
from textual.message import Message

from narcotl.render.ink import PLAIN, Styled
from narcotl.render.wrap import wrapped
from narcotl.reports.report import Row
from narcotl.tui import rows
from narcotl.tui.keys import LISTING
from narcotl.tui.lines import Lines

NEAR: Final = 100
"""Among so many records the one that was under the cursor is looked for in another list."""


class Listing(Lines):
    """The records that were found."""

    BINDINGS: ClassVar[list[BindingType]] = list(LISTING)

    class Passed(Message):
        """The cursor came to a record."""

        def __init__(self, name: str) -> None:
            """Keep its id."""
            super().__init__()
            self.name = name

    class Entered(Message):
        """The record under the cursor is to be read."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - so is it called in Textual
        """Begin without records."""
        super().__init__(id=id)
        self.rows: Sequence[Row] = ()
        self.nothing = ""
        self.cursor = 0

    def show(self, found: Sequence[Row], nothing: str, *, stays: bool) -> None:
        """List records, or say why there are none.

        If the cursor `stays`, and the record that it is on is among the first ones, it keeps to that.
        """
        before = self.current if stays else None
        self.rows, self.nothing = found, rows.plain(nothing)
        near = [row["id"] for row in found[:NEAR]] if before is not None else []
        self.cursor = near.index(before) if before in near else 0
        self.measure()
        self.scroll_to(y=0, animate=False)
        self.move(self.cursor)

    @property
    def current(self) -> str | None:
        """The id of the record under the cursor."""
        return str(self.rows[self.cursor]["id"]) if self.rows else None

    def count(self) -> int:
        """Count the records, or the lines that say why there are none."""
        return len(self.rows) or len(wrapped(self.nothing, self.room))

    def line(self, number: int, width: int) -> Styled:
        """Write a record, or a line of why there are none."""
        if self.rows:
            return rows.line(self.rows[number], width)
        return ((wrapped(self.nothing, width)[number], PLAIN),)

    def is_current(self, number: int) -> bool:
        """Tell whether the cursor is on a record."""
        return bool(self.rows) and number == self.cursor

    def clicked(self, number: int) -> None:
        """Put the cursor on a record; where it is already, read that."""
        if self.rows and number == self.cursor:
            self.post_message(self.Entered())
        self.move(number)

    def move(self, place: int) -> None:
        """Put the cursor on the record at a place, or the nearest one."""
        if not self.rows:
            return
        self.cursor = max(0, min(place, len(self.rows) - 1))
        self.reveal(self.cursor, self.cursor)
        self.refresh()
        self.post_message(self.Passed(str(self.rows[self.cursor]["id"])))

    def on_resize(self, _: Resize) -> None:
        """Keep the cursor visible."""
        self.measure()
        self.reveal(self.cursor, self.cursor)

    def action_step(self, steps: int) -> None:
        """Go up or down."""
        self.move(self.cursor + steps)

    def action_page(self, pages: int) -> None:
        """Go up or down by what is visible."""
        self.move(self.cursor + pages * self.height)

    def action_end(self, side: int) -> None:
        """Go to the first or the last record."""
        self.move(len(self.rows) if side > 0 else 0)

    def action_enter(self) -> None:
        """Read the record."""
        if self.rows:
            self.post_message(self.Entered())
