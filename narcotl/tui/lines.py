"""A pane of lines of which only the visible ones are made, with a cursor."""

from abc import abstractmethod

from rich.segment import Segment
from rich.style import Style
from textual.events import Click
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from narcotl.render.ink import Styled

MARK = "▌"
"""Stands before the line under the cursor."""

FOCUSED = Style(reverse=True)
PASSED = Style(bold=True)
UNMARKED = Style()


class Lines(ScrollView, can_focus=True):
    """Lines as wide as the pane; the cursor shows in the mark before them as well as in their colours."""

    DEFAULT_CSS = "Lines { overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1; }"

    @abstractmethod
    def count(self) -> int:
        """Count the lines."""

    @abstractmethod
    def line(self, number: int, width: int) -> Styled:
        """Give a line."""

    @abstractmethod
    def is_current(self, number: int) -> bool:
        """Tell whether the cursor is on a line."""

    @abstractmethod
    def clicked(self, number: int) -> None:
        """Do what a click on a line means."""

    @property
    def room(self) -> int:
        """The columns for the text of a line, beside the mark."""
        return max(1, self.scrollable_content_region.width - 1)

    @property
    def height(self) -> int:
        """How many lines are visible."""
        return max(1, self.scrollable_content_region.height)

    def measure(self) -> None:
        """Take the number of lines anew, and show them."""
        self.virtual_size = Size(self.room + 1, self.count())
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Make the line at a place of the screen."""
        number, width = self.scroll_offset.y + y, self.room
        if number >= self.count():
            return Strip.blank(width + 1, self.rich_style)
        current = self.is_current(number)
        inverse = UNMARKED if not current else FOCUSED if self.has_focus else PASSED
        spans = [Segment(text, Style.parse(style) + inverse) for text, style in self.line(number, width)]
        text = Strip(spans).adjust_cell_length(width, inverse)
        return Strip.join([Strip([Segment(MARK if current else " ")]), text]).apply_style(self.rich_style)

    def reveal(self, first: int, last: int) -> None:
        """Scroll so far that these lines are visible, or as many of them as there is room for."""
        top = round(self.scroll_target_y)
        if first < top:
            self.scroll_to(y=first, animate=False)
        elif last >= top + self.height:
            self.scroll_to(y=min(first, last - self.height + 1), animate=False)

    def on_click(self, event: Click) -> None:
        """Find the line that was clicked."""
        number = self.scroll_offset.y + event.y
        if number < self.count():
            self.clicked(number)

    def on_focus(self) -> None:
        """Show the cursor in full."""
        self.refresh()

    def on_blur(self) -> None:
        """Show the cursor less."""
        self.refresh()
