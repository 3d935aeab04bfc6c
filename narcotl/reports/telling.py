"""How one row of a list is told without columns, where a terminal has no room for them."""

from narcotl.frozen import Frozen
from narcotl.reports.report import Line, Works


class Telling(Frozen):
    """One row of a list as a terminal tells it without columns."""

    kind: str
    name: str
    lines: tuple[Line, ...]
    """All that stands below the name where the row is told whole."""
    gist: str
    """What stands below it where it is told in short."""
    date: str
    basis: str
    """Who says so, and by which chain of sources."""
    origin: str
    """The same in less."""
    marks: tuple[str, ...]
    """A word for each thing that speaks against it."""
    works: Works = ()
    """Which parts of all this name sources."""
