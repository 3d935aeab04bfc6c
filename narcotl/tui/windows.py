"""What opens over the browser: the help, and a choice among addresses."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static

from narcotl.select.query.syntax import FIELDS
from narcotl.tui.keys import GROUPS, written
from narcotl.tui.rows import plain


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
            yield Static(text(), markup=False)


def text() -> Text:
    """Write the help."""
    page = Text()
    for title, bindings in GROUPS:
        page.append(f"{title}\n", "bold")
        for binding in bindings:
            page.append(f"  {written(binding):<14}", "cyan")
            page.append(f"{binding.tooltip}\n")
    page.append("  a click       goes to a record in the list, follows a link, focuses a pane\n\n")
    page.append("A query\n", "bold")
    page.append('  Words, "phrases" and fields, with OR, - for not and parentheses:\n')
    page.append("  region:peru (coca OR opium) -status:alleged since:1980\n", "cyan")
    for name, about in FIELDS.items():
        page.append(f"  {name + ':':<14}", "cyan")
        page.append(f"{about}\n")
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
