"""The record in full: the card of its command, in which rows lead to other records."""

from typing import ClassVar, NamedTuple

from textual.binding import BindingType
from textual.events import Resize
from textual.message import Message

from narcotl.render.cards import placed_card
from narcotl.render.ink import Styled
from narcotl.render.output import Shown
from narcotl.reports.report import Card
from narcotl.tui.keys import RECORD
from narcotl.tui.lines import Lines
from narcotl.tui.page import page_of
from narcotl.tui.references import target


class Link(NamedTuple):
    """Lines that lead to a record."""

    name: str
    first: int
    last: int


class Record(Lines):
    """A card; the cursor goes from link to link, and scrolls where there is none in sight."""

    BINDINGS: ClassVar[list[BindingType]] = list(RECORD)

    class Followed(Message):
        """A link was followed."""

        def __init__(self, name: str) -> None:
            """Keep the id of the record that it leads to."""
            super().__init__()
            self.name = name

    def __init__(self, *, id: str) -> None:  # noqa: A002 - so is it called in Textual
        """Begin without a card."""
        super().__init__(id=id)
        self.card: Card | None = None
        self.text: list[Styled] = []
        self.links: list[Link] = []
        self.cursor = -1
        self.drawn = 0

    def show(self, card: Card | None) -> None:
        """Show a card from its top, or nothing."""
        self.card, self.cursor = card, -1
        self.lay_out()
        self.scroll_to(y=0, animate=False)

    def lay_out(self) -> None:
        """Break the card into lines of the pane, and find out which lead where."""
        self.text, self.links, self.drawn = [], [], self.room
        row = None
        for line, belonging in placed_card(self.card, Shown(), page_of(self.room)) if self.card else ():
            name = None if belonging is None else target(belonging)
            if name is not None and any(text.strip() for text, _ in line):
                if belonging is row:
                    self.links[-1] = self.links[-1]._replace(last=len(self.text))
                else:
                    self.links.append(Link(name, len(self.text), len(self.text)))
                row = belonging
            self.text.append(line)
        self.measure()

    def on_resize(self, _: Resize) -> None:
        """Break the lines anew where the width is another."""
        if self.drawn != self.room:
            self.lay_out()

    @property
    def link(self) -> Link | None:
        """The link under the cursor."""
        return self.links[self.cursor] if 0 <= self.cursor < len(self.links) else None

    def count(self) -> int:
        """Count the lines."""
        return len(self.text)

    def line(self, number: int, width: int) -> Styled:  # noqa: ARG002 - the lines were broken to this width
        """Give a line."""
        return self.text[number]

    def is_current(self, number: int) -> bool:
        """Tell whether a line belongs to the link under the cursor."""
        return self.link is not None and self.link.first <= number <= self.link.last

    def clicked(self, number: int) -> None:
        """Follow the link in a line."""
        for place, link in enumerate(self.links):
            if link.first <= number <= link.last:
                self.cursor = place
                self.action_enter()

    def action_step(self, steps: int) -> None:
        """Go to the next link if it is in sight, else scroll by a line."""
        top = round(self.scroll_target_y)
        bottom = top + self.height
        here = self.link
        is_in_sight = here is not None and here.first < bottom and here.last >= top
        edge = here.first if here is not None and is_in_sight else top - 1 if steps > 0 else bottom
        places = range(len(self.links))
        ahead = [place for place in places if (self.links[place].first - edge) * steps > 0][::steps]
        if ahead and top - 1 <= self.links[ahead[0]].first <= bottom:
            self.cursor = ahead[0]
            self.reveal(self.links[ahead[0]].first, self.links[ahead[0]].last)
        else:
            self.scroll_to(y=top + steps, animate=False)
        self.refresh()

    def action_page(self, pages: int) -> None:
        """Scroll by what is visible."""
        self.scroll_to(y=round(self.scroll_target_y) + pages * self.height, animate=False)

    def action_end(self, side: int) -> None:
        """Go to the top or the end."""
        self.cursor = -1
        self.scroll_to(y=self.count() if side > 0 else 0, animate=False)
        self.refresh()

    def action_enter(self) -> None:
        """Follow the link under the cursor."""
        if self.link is not None:
            self.post_message(self.Followed(self.link.name))
