"""What keys do, in one place: the browser, its help and its document are made from these."""

from typing import Final

from textual.binding import Binding

BROWSER: Final = (
    Binding("slash", "filter", "Filter", key_display="/", tooltip="filter the events by a query, while you type"),
    Binding("s", "search", "Search", tooltip="search the words of records of every kind, the best first"),
    Binding("f", "related", "Events", tooltip="list the events of the actor, region or source that is shown"),
    Binding("backspace,left_square_bracket", "go(-1)", "Back", key_display="⌫", tooltip="back to the record before"),
    Binding("right_square_bracket", "go(1)", "Forward", key_display="]", show=False, tooltip="forward again"),
    Binding("c", "cite", "Cite", tooltip="copy the references of the record, as `narcotl cite` writes them"),
    Binding("y", "copy", "JSON", tooltip="copy the record as JSON, as `--json` prints it"),
    Binding("o", "open", "Open", tooltip="open the address of a source of the record"),
    Binding("r", "reread", "Read again", show=False, tooltip="read the store again, as it is now"),
    Binding("tab", "app.focus_next", "Next pane", show=False, tooltip="go to the next pane"),
    Binding("escape", "leave", "Leave", show=False, tooltip="leave a line of input, a record, a search, a filter"),
    Binding("question_mark", "help", "Help", key_display="?", tooltip="show these keys"),
    Binding("q", "quit", "Quit", tooltip="end"),
)
"""Keys that mean the same wherever no text is typed."""

LISTING: Final = (
    Binding("up,k", "step(-1)", "Up", key_display="↑", show=False, tooltip="the record above"),
    Binding("down,j", "step(1)", "Down", key_display="↓", show=False, tooltip="the record below"),
    Binding("pageup", "page(-1)", "Page up", show=False, tooltip="a page up"),
    Binding("pagedown,space", "page(1)", "Page down", show=False, tooltip="a page down"),
    Binding("home,g", "end(-1)", "First", show=False, tooltip="the first record"),
    Binding("end,G", "end(1)", "Last", show=False, tooltip="the last record"),
    Binding("enter,right,l", "enter", "Enter", key_display="↵", show=False, tooltip="go into the record"),
)
"""Keys of the list."""

RECORD: Final = (
    Binding("up,k", "step(-1)", "Up", key_display="↑", show=False, tooltip="the link above, or a line up"),
    Binding("down,j", "step(1)", "Down", key_display="↓", show=False, tooltip="the link below, or a line down"),
    Binding("pageup", "page(-1)", "Page up", show=False, tooltip="a page up"),
    Binding("pagedown,space", "page(1)", "Page down", show=False, tooltip="a page down"),
    Binding("home,g", "end(-1)", "Top", show=False, tooltip="the top of the record"),
    Binding("end,G", "end(1)", "End", show=False, tooltip="the end of the record"),
    Binding("enter,right,l", "enter", "Follow", key_display="↵", show=False, tooltip="follow the link"),
    Binding("left,h", "app.leave", "List", key_display="←", show=False, tooltip="go back to the list"),
)
"""Keys of the record in full."""

GROUPS: Final = (("Everywhere", BROWSER), ("In the list", LISTING), ("In the record", RECORD))
"""All keys, by where they work."""

NAMES: Final = {
    "slash": "/",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "question_mark": "?",
    "backspace": "Backspace",
    "escape": "Esc",
    "enter": "Enter",
    "tab": "Tab",
    "space": "Space",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
}
"""How keys are written for people."""


def written(binding: Binding) -> str:
    """Write the keys of a binding."""
    return ", ".join(NAMES.get(key, key) for key in binding.key.split(","))
