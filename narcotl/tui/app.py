"""The browser itself: what keys and panes mean to each other."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, ClassVar, Final

from rich.text import Text
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.widgets import Footer, Input, Static

from narcotl.errors import NarcotlError
from narcotl.plural import counted
from narcotl.render.excerpt import underlined, visible
from narcotl.render.json_text import pretty
from narcotl.tui.addresses import addresses, opened
from narcotl.tui.asking import Asking, Listed, Question
from narcotl.tui.keys import BROWSER
from narcotl.tui.listing import Listing
from narcotl.tui.record import Record
from narcotl.tui.trail import Trail
from narcotl.tui.windows import Addresses, Help

if TYPE_CHECKING:
    from textual.timer import Timer

PAUSE: Final = 0.15
"""After so many seconds without a key, what was typed is asked."""
GLANCE: Final = 0.04
"""After so many seconds on a record of the list, it is shown in full."""
OF_EVENTS: Final = ("actor", "region", "source")
"""The kinds of record that choose events."""


class Browser(App[None]):
    """A list of records, the one under the cursor in full, and the ways between them."""

    CSS_PATH = "browser.tcss"
    BINDINGS: ClassVar[list[BindingType]] = list(BROWSER)
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [  # noqa: RUF012 - so is it declared in Textual
        (0, "-narrow"),
        (100, "-wide"),
        (120, "-broad"),
    ]
    VERTICAL_BREAKPOINTS: list[tuple[int, str]] | None = [  # noqa: RUF012 - as above
        (0, "-low"),
        (14, "-high"),
    ]

    def __init__(self, question: Question) -> None:
        """Open the store; what is wrong with it or with the filters is raised before anything is shown."""
        # The palette of the terminal is decided here: what NO_COLOR takes away depends on it.
        super().__init__(ansi_color=True)
        self.question = question
        self.asking = Asking(question)
        self.found = self.asking.events("")
        self.searching = False
        self.trail = Trail()
        self.waiting: dict[str, Timer] = {}

    def compose(self) -> ComposeResult:
        """Put the parts of the screen together."""
        yield Static(id="title", markup=False)
        yield Input(id="filter", placeholder="/ to filter by a query, ? for help", compact=True)
        yield Input(id="search", placeholder="words to search in records of every kind", compact=True)
        yield Static(id="wrong", markup=False)
        with Container(id="panes"):
            yield Listing(id="list")
            yield Record(id="record")
        yield Footer()

    def on_mount(self) -> None:
        """Show the events."""
        self.theme = "ansi-dark"
        self.ask_in("filter")
        self.show_list(self.found)
        self.listing.focus()
        if count := self.asking.library.count_errors():
            self.tell(f"The store has {counted(count, 'error')}; `narcotl check` lists them.", severe=True)

    @property
    def listing(self) -> Listing:
        """The pane with the list."""
        return self.query_one(Listing)

    @property
    def record(self) -> Record:
        """The pane with the record in full."""
        return self.query_one(Record)

    @contextmanager
    def told(self) -> Iterator[None]:
        """Tell what goes wrong, and go on."""
        try:
            yield
        except NarcotlError as error:
            self.tell(f"{error.message}\n{error.hint}".strip(), severe=True)

    def tell(self, text: str, *, severe: bool = False) -> None:
        """Say something in a corner for some seconds."""
        lines = "\n".join(visible(line) for line in text.split("\n"))
        self.notify(lines, severity="error" if severe else "information", markup=False)

    # The list.

    def ask_in(self, name: str) -> None:
        """Show one of the two lines of input, and whether the list is of events or of what a search found."""
        self.searching = name == "search"
        for line in self.query(Input):
            line.display = line.id == name
        self.complain(None)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Ask for what is typed, once nothing more comes for a moment."""
        self.soon("list", PAUSE, self.answer)
        event.stop()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Ask at once, and go to the list if that has an answer."""
        if self.answer():
            self.listing.focus()
        event.stop()

    def answer(self) -> bool:
        """List what is asked for in the line of input; a mistake is shown below it, and the list stays as it was."""
        self.cancel("list")
        text = self.query_one("#search" if self.searching else "#filter", Input).value
        try:
            listed = self.asking.search(text) if self.searching else self.asking.events(text)
        except NarcotlError as error:
            self.complain(error)
            return False
        self.complain(None)
        self.show_list(listed)
        return True

    def show_list(self, listed: Listed) -> None:
        """Show a list, and say above it what it is."""
        words = self.query_one("#search", Input).value
        what = f"Search: {words}" if self.searching else self.question.title
        some = f"{len(listed.rows)} of " if len(listed.rows) < listed.total else ""
        number = some + counted(listed.total, "record" if self.searching else "event")
        self.query_one("#title", Static).update(visible(f"{what} \N{MIDDLE DOT} {number}"))
        self.listing.show(listed.rows, listed.nothing, stays=not self.searching)
        if not listed.rows:
            self.cancel("record")
            self.record.show(None)

    def complain(self, error: NarcotlError | None) -> None:
        """Show what is wrong with what was typed, the wrong part underlined; or that nothing is."""
        place = self.query_one("#wrong", Static)
        place.display = error is not None
        if error is not None:
            part = underlined(error.excerpt) if error.excerpt else []
            typed = self.query_one("#search" if self.searching else "#filter", Input).value
            if part and part[0].strip() == typed and len(typed) < self.size.width - 2:
                part = [part[1].removeprefix("  ")]  # right below what is typed
            place.update(Text("\n".join(filter(None, [*part, visible(error.message), visible(error.hint)]))))

    # The record.

    def on_listing_passed(self, event: Listing.Passed) -> None:
        """Show the record under the cursor, once it stays there for a moment."""
        self.trail.go(event.name, passing=True)
        self.soon("record", GLANCE, self.show_record)

    def on_listing_entered(self) -> None:
        """Go into the record."""
        if "record" in self.waiting:
            self.show_record()
        self.record.focus()

    def on_record_followed(self, event: Record.Followed) -> None:
        """Go to the record that a link leads to."""
        self.trail.go(event.name, passing=False)
        self.show_record()

    def show_record(self) -> None:
        """Show the record of the trail in full."""
        self.cancel("record")
        with self.told():
            record = self.asking.record(self.trail.name) if self.trail.name else None
            self.record.show(None if record is None else self.asking.card(record))

    # Keys.

    def action_filter(self) -> None:
        """Type a query for the events."""
        was_searching = self.searching
        self.ask_in("filter")
        if was_searching:
            self.answer()
        self.query_one("#filter").focus()

    def action_search(self) -> None:
        """Type words to search."""
        self.ask_in("search")
        line = self.query_one("#search", Input)
        if line.value:
            self.answer()
        line.focus()

    def action_leave(self) -> None:
        """Leave what has the focus for the list, then the search, then the filter."""
        if not self.listing.has_focus:
            self.listing.focus()
        elif self.searching:
            self.ask_in("filter")
            self.answer()
        else:
            self.query_one("#filter", Input).value = ""

    def action_related(self) -> None:
        """Filter the events by the record that is shown."""
        record = self.asking.record(self.trail.name or "")
        if record is None or record["kind"] not in OF_EVENTS:
            self.tell("Only actors, regions and sources choose events: go to one first.")
            return
        self.ask_in("filter")
        self.query_one("#filter", Input).value = f'{record["kind"]}:"{record["id"]}"'
        self.answer()
        self.listing.focus()

    def action_go(self, steps: int) -> None:
        """Go back or forward among the records that were shown."""
        if self.trail.move(steps):
            self.show_record()

    def action_copy(self) -> None:
        """Copy the record as JSON."""
        with self.told():
            record = self.asking.record(self.trail.name or "")
            if record is not None:
                self.copy_to_clipboard(pretty(self.asking.card(record).record, unicode=True) + "\n")
                self.tell(f"{record['id']}: JSON was sent to the clipboard of the terminal.")

    def action_cite(self) -> None:
        """Copy the references of the record."""
        with self.told():
            record = self.asking.record(self.trail.name or "")
            text = self.asking.citation(record) if record is not None else ""
            if record is None or not text:
                self.tell("This record cites nothing: events, claims, figures, corrections and sources do.")
                return
            self.copy_to_clipboard(text)
            self.tell(f"{record['id']}: the references were sent to the clipboard of the terminal.")

    def action_open(self) -> None:
        """Open the address of a source, or let one choose among several."""
        record = self.asking.record(self.trail.name or "")
        found = addresses(self.asking.sources(record)) if record is not None else []
        if not found:
            self.tell("No source of this record has an address on the web.")
        elif len(found) == 1:
            self.visit(found[0].url)
        else:
            self.push_screen(Addresses(found), self.visit)

    def visit(self, address: str | None) -> None:
        """Open an address in the browser of the user."""
        if address is not None:
            self.tell(f"Opened: {address}" if opened(address) else f"No browser could be opened for {address}")

    def action_reread(self) -> None:
        """Read the store again."""
        with self.told():
            self.asking.read_again()
            self.answer()
            self.show_record()

    def action_help(self) -> None:
        """Show all keys."""
        self.push_screen(Help())

    # Waiting.

    def soon(self, what: str, seconds: float, call: Callable[[], object]) -> None:
        """Do something after a while, unless it is put off again."""
        self.cancel(what)
        self.waiting[what] = self.set_timer(seconds, call)

    def cancel(self, what: str) -> None:
        """Do not do what was to be done soon."""
        if what in self.waiting:
            self.waiting.pop(what).stop()
