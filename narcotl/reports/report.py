"""What a command has to say, before anybody decides how it looks: lists with columns, and cards with sections.

Commands make reports and renderers consume them, so that every format works for every command. A row is the
JSON object of a record, with everything in it; the columns say what of it a table or a CSV file shows.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeAlias

from narcotl.frozen import Frozen

if TYPE_CHECKING:
    from narcotl.reports.telling import Telling

Row: TypeAlias = Mapping[str, Any]
Works: TypeAlias = Iterable[tuple[str, str]]
"""Parts of a text that name sources, each with the id of the source."""
Addresses: TypeAlias = Callable[[Iterable[str]], Mapping[str, str]]
"""Finds the addresses of sources on the web, by their ids."""


class Width(Enum):
    """How wide a terminal must be before a table shows a column; formats for programs show all of them."""

    ALWAYS = 0
    WIDE = 110
    NEVER = 10_000


class Tone(Enum):
    """What a cell is, for a renderer that can show it; the text alone says everything as well."""

    PLAIN = "plain"
    DATE = "date"
    NUMBER = "number"
    NAME = "name"
    ASIDE = "aside"
    BAR = "bar"
    """Two numbers, what is certain and what is possible, to be drawn as one bar; only terminals show it."""
    MARKED = "marked"
    """A text in which what matters stands between « and »."""


class Column(Frozen):
    """One column of a list."""

    key: str
    """The path of the value in a row, as `--fields` names it: `date.text`."""
    heading: str
    cell: Callable[[Row], str]
    """The text that a table shows; it may hold line breaks."""
    width: Width = Width.ALWAYS
    tone: Tone = Tone.PLAIN
    least: int = 0
    """The fewest characters to which a table may narrow the column before it wraps inside words."""
    brief: Callable[[Row], str] | None = None
    """The same text in less room, for terminals that are narrower than wide columns need; none if there is no such."""
    works: Callable[[Row], Works] | None = None
    """Which parts of the text name sources; a terminal that takes links makes them lead to the sources."""


class Report(Frozen):
    """A list of records, or of anything that is counted."""

    title: str
    columns: tuple[Column, ...]
    rows: Iterable[Row]
    empty: str = "Nothing found."
    """What a table says instead of no rows."""
    footer: Callable[[list[Row]], list[str]] = lambda _rows: []
    """What stands below a table of these rows: legends, corrections, sums."""
    brief: Callable[[list[Row]], list[str]] | None = None
    """The same in lines that a narrow terminal may cut at its width; none if there is no such."""
    overview: tuple[Column, ...] = ()
    """The columns of a list with one line a row, for a terminal that is too small for any other; none if not wanted."""
    telling: "Callable[[Row], Telling] | None" = None
    """Tell a row whole or in short, where a terminal is too small for the table and the first row matters most."""
    summary: Callable[[list[Row]], str] | None = None
    """What stands beside the title of a table; the number of its rows if nothing is given."""
    most: int | None = None
    """How many rows a card shows on a terminal; none means all."""
    folded: Callable[[Row], bool] | None = None
    """Whether a terminal only counts a row of a list, where there are others to show."""
    rest: str = ""
    """What lists all rows, where a terminal shows some."""
    kind: str = ""
    """The kind of record in the rows; empty if they are no records."""
    addresses: Addresses | None = None
    """Where the sources that columns name can be found; none if no column names any."""
    groups: Callable[[Row], Sequence[str]] | None = None
    """Name the headings under which a row stands in a table, in the order of their first rows."""
    total: Callable[[], int] | None = None
    """Count the rows that there would be without a limit; none if nothing limits them."""
    why: Callable[[], str] = lambda: ""
    """Say, where there are no rows, which condition leaves none; asked only then."""


class Line(Frozen):
    """One labelled line of a card."""

    label: str
    text: str
    tone: Tone = Tone.PLAIN
    address: str = ""
    """Where on the web the text leads; a terminal that takes links shows it as one."""
    works: Works = ()
    """Which parts of the text name sources."""
    brief: str = ""
    """The same in less, for terminals that are narrower than wide columns need; empty if there is no such."""


class Card(Frozen):
    """One record in full: its JSON object, and how a person reads it."""

    title: str
    record: Row
    lines: tuple[Line, ...]
    sections: tuple[Report, ...] = ()
    details: tuple[Line, ...] = ()
    """Labelled lines that stand below the sections."""
    notes: tuple[str, ...] = ()
    """What stands at the end, such as corrections."""
    addresses: Addresses | None = None
    """Where the sources that lines name can be found."""
    cut: tuple[str, ...] = ()
    """What a limit keeps back, to be told beside the answer."""


class Cards(Frozen, kw_only=False):
    """Several records in full, as they come."""

    cards: Iterable[Card]
