"""What opens over the browser: the help, and a choice among addresses."""

from collections.abc import Sequence
from typing import ClassVar, Final, NamedTuple

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static

from narcotl.reports import cells
from narcotl.select.query.syntax import FIELDS
from narcotl.tui.keys import GROUPS, written
from narcotl.tui.rows import plain

MARKS: Final = {
    cells.POSSIBLE: "the date or place only overlaps what was asked",
    cells.DAGGER: "a correction goes with the record, and stands below it",
    "«words»": "what was searched for",
}
"""What stands beside or in titles."""


class Address(NamedTuple):
    """Where a source can be read."""

    title: str
    url: str


class Help(ModalScreen[None]):
    """All keys, and the fields of a query."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,question_mark", "dismiss", "Close")]

    def compose(self) -> ComposeResult:
        """Make the page of help."""
        with VerticalScroll(classes="window"):
            yield Static(text())


def text() -> Table:
    """Write the help: what each key does, what marks mean, and what a query can ask."""
    page = Table.grid(padding=(0, 2), expand=True)
    page.add_column(width=14)
    page.add_column(ratio=1, overflow="fold")
    for title, bindings in GROUPS:
        page.add_row(Text(title, "bold"))
        for binding in bindings:
            page.add_row(Text(f" {written(binding)}", "cyan"), Text(binding.tooltip))
    page.add_row(Text(" a click", "cyan"), Text("goes to a record of the list, a second one into it; follows a link"))
    page.add_row(Text("Marks", "bold"))
    for mark, about in MARKS.items():
        page.add_row(Text(f" {mark}", "cyan"), Text(about))
    page.add_row(Text("A query", "bold"), Text("region:peru (coca OR opium) -status:alleged since:1980"))
    for name, about in FIELDS.items():
        page.add_row(Text(f" {name}:", "cyan"), Text(about))
    return page


class Addresses(ModalScreen[str | None]):
    """A choice among the addresses of the sources of a record."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "dismiss", "Close")]

    def __init__(self, addresses: Sequence[Address]) -> None:
        """Keep the addresses."""
        super().__init__()
        self.addresses = addresses

    def compose(self) -> ComposeResult:
        """List the addresses."""
        yield OptionList(*(Text(f"{plain(title)}\n  {plain(url)}") for title, url in self.addresses), classes="window")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give the address that was chosen."""
        self.dismiss(self.addresses[event.option_index].url)
