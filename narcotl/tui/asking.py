"""What the browser asks of a store: the same questions as the commands, answered by the same reports."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from narcotl.library.any_kind import AnyKind
from narcotl.library.cards import card
from narcotl.library.opened import Library
from narcotl.model.vocab.base import RecordKind
from narcotl.reports.found import reason
from narcotl.reports.report import Card, Row
from narcotl.reports.search import Search, search
from narcotl.select.asked import Asked
from narcotl.select.selection import Sort
from narcotl.select.words import words_of
from narcotl.tui.found import Found
from narcotl.tui.references import going, references, target

if TYPE_CHECKING:
    from narcotl.dates import Day
    from narcotl.select.query.syntax import Tree

MOST: Final = 200
"""So many records a search finds, if no limit is given: the best are first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """With what the browser is started."""

    open: Callable[[], Library]
    asked: Asked
    today: "Day"
    title: str
    read: Callable[[str], tuple["Tree", ...]]
    """Understands a query as `--where` does."""


class Listed(NamedTuple):
    """Rows for the list, and what stands where there are none."""

    rows: Sequence[Row]
    total: int
    """How many there would be without a limit."""
    nothing: str = ""


class Asking:
    """A store that is open, and what of it is looked at."""

    def __init__(self, question: Question) -> None:
        """Open the store."""
        self.question = question
        self.library = question.open()

    def read_again(self) -> None:
        """Open the store as it is now; the old one stays if that fails."""
        before, self.library = self.library, self.question.open()
        before.close()

    def close(self) -> None:
        """Let go of the store."""
        self.library.close()

    def events(self, query: str) -> Listed:
        """List the events that were asked for at the start and meet a query as well."""
        asked = self.question.asked
        if query.strip():
            asked = asked.but(where=(*asked.where, *self.question.read(query)))
        selection = self.library.selection(asked, RecordKind.EVENT, self.question.today)
        found = Found(self.library.index, RecordKind.EVENT.value, selection)
        total = len(found) if selection.limit is None else self.library.index.count(RecordKind.EVENT.value, selection)
        nothing = "" if found else reason(self.library.index, RecordKind.EVENT.value, selection)()
        return Listed(found, total, nothing or "No event fits.")

    def search(self, words: str) -> Listed:
        """List the records of every kind that hold some words, the best first."""
        asked = self.question.asked
        limit = MOST if asked.limit is None else asked.limit
        sort = Sort.SCORE if asked.sort is Sort.DATE else asked.sort
        kinds = list(RecordKind)
        wanted = asked.but(limit=limit, sort=sort)
        selection = wanted.selection(AnyKind(self.library.index, kinds), kinds[0], self.question.today)
        asking = Search(words_of(words), [kind.value for kind in kinds], selection)
        found = search(self.library.index, asking, "", words)
        rows = list(found.rows)
        total = len(rows) if len(rows) < limit or found.total is None else found.total()
        return Listed(rows, total, "" if rows else found.why() or found.empty)

    def record(self, name: str) -> Row | None:
        """Give the record with this id as it stands alone; none if there is no such record (any more)."""
        return next(iter(self.library.index.get([name])), None)

    def card(self, record: Row) -> Card:
        """Give a record in full, with a list of the records that it names."""
        made = card(self.library, record)
        sections = tuple(section.but(rows=list(section.rows)) for section in made.sections)
        roles = references(record)
        shown = (name for section in sections for row in section.rows if (name := target(row)))
        return made.but(sections=(going(self.library.index.get(roles), roles, shown), *sections))

    def sources(self, record: Row) -> Sequence[Row]:
        """Give the sources that a record names, or the source that it is."""
        named = [record["id"], *references(record)]
        return [row for row in self.library.index.get(named) if row["kind"] == RecordKind.SOURCE.value]

    def citation(self, record: Row) -> str:
        """Write the references of a record as `narcotl cite` does; empty if it cites nothing."""
        from narcotl.exports.references.citing import CITABLE, Style, written
        from narcotl.exports.references.citing import references as cited

        if RecordKind(record["kind"]) not in CITABLE:
            return ""
        return "".join(written(cited(self.library.index, record, Style.CHICAGO), Style.CHICAGO))
