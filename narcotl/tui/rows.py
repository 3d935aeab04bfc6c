"""Records in one line each, as the list shows them."""

from typing import Final

from rich.cells import cell_len, set_cell_size

from narcotl.render.escapes import fit
from narcotl.render.ink import PLAIN, QUIET, STYLES, Styled, styled
from narcotl.reports import cells
from narcotl.reports.report import Row, Tone
from narcotl.tui.page import page_of

DATE: Final = 16
"""The most characters for a date; a longer one ends in dots, and stands in full in the record."""
KIND: Final = 11
"""The characters for a kind of record."""
FEWEST: Final = 24
"""So many characters are left for the title, as long as the line has them."""


def line(row: Row, width: int) -> Styled:
    """Write a record in a line so wide: an event with its date, what a search found with its kind."""
    return hit(row, width) if "marked" in row else event(row, width)


def event(row: Row, width: int) -> Styled:
    """Write an event: when, and what."""
    room = max(0, min(DATE, width - FEWEST))
    date = f"{short(cells.date(row), room)} " if room else ""
    return ((date, STYLES[Tone.DATE]), (short(cells.title(row), width - cell_len(date)), PLAIN))


def hit(row: Row, width: int) -> Styled:
    """Write what a search found: the kind of record, its name and where else the words stand in it."""
    room = max(0, min(KIND, width - FEWEST))
    kind = short(str(row["kind"]), room)
    where = ((f"  {plain(str(row['snippet']))}", QUIET),) if row["snippet"] else ()
    name = {"name": row["marked"], "match": row["match"], "corrections": row.get("corrections")}
    return ((kind, QUIET), *styled(plain(cells.title(name)), Tone.MARKED), *where)


def plain(text: str) -> str:
    """Write a text of unknown origin in one harmless line."""
    return fit(" ".join(text.split("\n")), page_of(1))


def short(text: str, width: int) -> str:
    """Fill a text to a width, or cut it with dots at its end."""
    harmless = plain(text)
    return set_cell_size(harmless, width) if cell_len(harmless) <= width else set_cell_size(harmless, width - 1) + "…"
