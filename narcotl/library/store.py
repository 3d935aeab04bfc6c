"""The Python interface: a store that answers what the commands answer, with the same filters and the same records."""

from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, Unpack

from narcotl.errors import Problem, UsageError
from narcotl.library import questions
from narcotl.library.answers import Found, Full, Rows
from narcotl.library.any_kind import AnyKind
from narcotl.library.filters import ClaimFilters, FigureFilters, Filters, Texts, asked, one_of, several
from narcotl.library.opened import Library, open_library
from narcotl.library.today import today
from narcotl.model.records import Actor, Claim, Correction, Event, Figure, Measure, Record, Region, Source
from narcotl.model.vocab.base import RecordKind
from narcotl.reports.report import Report

if TYPE_CHECKING:
    from narcotl.reports.profile import Scope
    from narcotl.reports.records import Records
    from narcotl.select.asked import Asked
    from narcotl.select.selection import Selection

FACTS = (RecordKind.CLAIM, RecordKind.FIGURE)


class Store:
    """An open store, or several merged into one.

    It belongs to the thread that opened it: open one in each thread. Close it, or use it in a `with` statement.
    """

    def __init__(self, open_again: Callable[[], Library], as_of: str | None = None) -> None:
        """Take what opens the store; `narcotl.open` makes one."""
        self._open_again = open_again
        self._today = today(as_of)
        self._opened: Library | None = open_again()

    def __enter__(self) -> Self:
        """Give the store itself, which is open already."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Close the store."""
        self.close()

    def close(self) -> None:
        """Let go of the store; answers that were not looked up can no longer be."""
        if self._opened is not None:
            self._opened.close()
        self._opened = None

    @property
    def library(self) -> Library:
        """The layer that the commands use; fails once the store is closed, or in another thread."""
        if self._opened is None:
            raise UsageError("the store is closed", "Open it again: narcotl.open().")
        self._opened.check_thread()
        return self._opened

    def timeline(self, query: str = "", **filters: Unpack[Filters]) -> Found[Event]:
        """Find events, in order of time."""
        from narcotl.reports.timeline import timeline

        return self._found(timeline, asked(filters, query), RecordKind.EVENT)

    events = timeline

    def claims(self, query: str = "", **filters: Unpack[ClaimFilters]) -> Found[Claim]:
        """Find claims, each with who is for it and who is against it."""
        from narcotl.reports.claims import claims

        return self._found(claims, asked(filters, query), RecordKind.CLAIM)

    def figures(self, query: str = "", *, unit: str | None = None, **filters: Unpack[FigureFilters]) -> Found[Figure]:
        """Find figures; with a unit, `to_dict()` has what each is in it, where a factor is known."""
        from narcotl.reports.figures import figures

        def listed(records: "Records", selection: "Selection") -> Report:
            return figures(records, selection, unit=unit)

        return self._found(listed, asked(filters, query), RecordKind.FIGURE)

    def facts(self, query: str = "", **filters: Unpack[Filters]) -> Found[Record]:
        """Find claims and figures together, in order of time."""
        from narcotl.reports.facts import facts

        selection = asked(filters, query).selection(AnyKind(self.library.index, FACTS), RecordKind.CLAIM, self._today)
        return Found(lambda: facts(self.library.index, selection), lambda: self.library.index)

    def corrections(self, query: str = "", **filters: Unpack[Filters]) -> Found[Correction]:
        """Find what is wrong in the sources."""
        from narcotl.reports.corrections import corrections

        return self._found(corrections, asked(filters, query), RecordKind.CORRECTION)

    def actors(self, **filters: Unpack[Filters]) -> Found[Actor]:
        """List actors; kind, status and text choose among them, the other filters among their events."""
        return self._entities(RecordKind.ACTOR, asked(filters))

    def regions(self, **filters: Unpack[Filters]) -> Found[Region]:
        """List regions, as `actors` does."""
        return self._entities(RecordKind.REGION, asked(filters))

    def sources(self, **filters: Unpack[Filters]) -> Found[Source]:
        """List sources, as `actors` does."""
        return self._entities(RecordKind.SOURCE, asked(filters))

    def measures(self, query: str = "", **filters: Unpack[Filters]) -> Found[Measure]:
        """List what is measured; words choose among measures, the other filters among their figures."""
        wanted = asked(filters, query)
        return Found(lambda: questions.measures(self.library, wanted, self._today), lambda: self.library.index)

    def search(self, words: str, *, kinds: Texts = (), **filters: Unpack[Filters]) -> Found[Record]:
        """Find records of every kind, or of some kinds, by their words, the best first; 20 unless a limit is given."""
        from narcotl.reports.search import Search, search
        from narcotl.select.words import words_of

        wanted = questions.kinds_of(several(kinds))
        options: Any = {"limit": 20, "sort": "score", **filters}
        selection = asked(options).selection(AnyKind(self.library.index, wanted), wanted[0], self._today)
        question = Search(words_of(words), [kind.value for kind in wanted], selection)
        return Found(
            lambda: search(self.library.index, question, f"Search: {words}", words), lambda: self.library.index
        )

    def event(self, name: str) -> Full[Event]:
        """Give one event in full."""
        from narcotl.reports.event import event

        return self._full(name, RecordKind.EVENT, event)

    def claim(self, name: str) -> Full[Claim]:
        """Give one claim in full: every position on it."""
        from narcotl.reports.claim import claim

        return self._full(name, RecordKind.CLAIM, claim)

    def figure(self, name: str, *, unit: str | None = None) -> Full[Figure]:
        """Give one figure in full."""
        from narcotl.reports.figure import figure

        return self._full(name, RecordKind.FIGURE, lambda records, row: figure(records, row, unit))

    def correction(self, name: str) -> Full[Correction]:
        """Give one correction in full."""
        from narcotl.reports.corrections import correction

        return self._full(name, RecordKind.CORRECTION, correction)

    def actor(self, name: str, **filters: Unpack[Filters]) -> Full[Actor]:
        """Give the profile of an actor, found by id, name or alias."""
        from narcotl.reports.actor import profile

        scope = self._scope(asked(filters))
        return self._full(name, RecordKind.ACTOR, lambda records, row: profile(records, row, scope))

    def region(self, name: str, **filters: Unpack[Filters]) -> Full[Region]:
        """Give the profile of a region, found by id, name or alias."""
        from narcotl.reports.region import profile

        scope = self._scope(asked(filters))
        return self._full(name, RecordKind.REGION, lambda records, row: profile(records, row, scope))

    def source(self, name: str) -> Full[Source]:
        """Give the profile of a source, and everything that rests on it."""
        from narcotl.reports.source import profile

        return self._full(name, RecordKind.SOURCE, profile)

    def compare(
        self, measure: str, /, *, unit: str | None = None, every: bool = False, **filters: Unpack[FigureFilters]
    ) -> Full[Measure]:
        """Set the figures of a measure side by side, with verdicts on the pairs that meet; `every` adds the others."""
        from narcotl.reports.compare import compare

        row = self.library.record(measure, RecordKind.MEASURE)
        wanted = asked(filters).but(measure=(row["id"],))
        selection = self.library.selection(wanted, RecordKind.FIGURE, self._today)
        return self._full(
            row["id"], RecordKind.MEASURE, lambda records, _: compare(records, row, selection, unit, every=every)
        )

    def conflicts(self, query: str = "", *, verdict: Texts = (), **filters: Unpack[FigureFilters]) -> Rows:
        """Find what does not fit together; `verdict="all"` also gives what agrees."""
        from narcotl.reports.conflicts import conflicts

        verdicts = questions.verdicts(several(verdict))
        figures, claims = questions.figures_and_claims(self.library, asked(filters, query), self._today)
        return Rows(lambda: conflicts(self.library.index, figures, claims, verdicts, "Conflicts"))

    def gaps(self, query: str = "", **filters: Unpack[Filters]) -> Rows:
        """Find what the store does not know."""
        wanted = asked(filters, query)
        return Rows(lambda: questions.gaps(self.library, wanted, self._today))

    def links(self, actor: str, /, **filters: Unpack[Filters]) -> Rows:
        """Find who appears with an actor."""
        from narcotl.reports.links import links

        wanted = asked({"sort": "score", **filters})
        row = self.library.record(actor, RecordKind.ACTOR)
        selection = self.library.selection(wanted, RecordKind.EVENT, self._today)
        return Rows(lambda: links(self.library.index, row, selection, units=wanted.units))

    def stats(self, by: Texts = "decade", *, of: str = "events", **filters: Unpack[Filters]) -> Rows:
        """Count events, claims, figures, sources or corrections by one dimension or two."""
        from narcotl.reports.stats import Of, stats
        from narcotl.select.tally import By

        counted = one_of(of, Of, "kind of count")
        dimensions = [one_of(name, By, "dimension") for name in several(by)]
        selection = self.library.selection(asked(filters), RecordKind(counted.kind), self._today)
        return Rows(lambda: stats(self.library.index, counted, dimensions, selection, "Counts"))

    def ask(self, question: str, *, limit: int = 5, explain: bool = False) -> Rows:
        """Answer a question in plain words with the few records that fit it best."""
        from narcotl.reports.ask.asking import ask

        return Rows(lambda: ask(self.library.index, question, self._today, limit, explained=explain))

    def sql(self, text: str, *, timeout: float = 10.0) -> Rows:
        """Answer one SELECT over the documented views; nothing else runs."""
        from narcotl.reports.sql import answer

        def read() -> Report:
            self.library.check_thread()
            once = self._open_again()
            try:
                found = once.sql(text, timeout)
                return answer(found.columns, list(found.rows))
            finally:
                once.close()

        return Rows(read)

    def check(self) -> list[Problem]:
        """Give every problem of the store, by file and line."""
        return list(self.library.problems())

    def _found(self, report: Callable[..., Report], wanted: "Asked", kind: RecordKind) -> Found[Any]:
        selection = self.library.selection(wanted, kind, self._today)
        return Found(lambda: report(self.library.index, selection), lambda: self.library.index)

    def _entities(self, kind: RecordKind, wanted: "Asked") -> Found[Any]:
        return Found(lambda: questions.entities(self.library, wanted, kind, self._today), lambda: self.library.index)

    def _full(self, name: str, kind: RecordKind, card: Callable[..., Any]) -> Full[Any]:
        from narcotl.library.decoded import decoded

        row = self.library.record(name, kind)
        made = card(self.library.index, row)
        [record] = decoded(self.library.index, [row])
        return Full(record, made)

    def _scope(self, wanted: "Asked") -> "Scope":
        from narcotl.reports.profile import Scope

        selection = self.library.selection(wanted, RecordKind.EVENT, self._today)
        return Scope(selection=selection, units=wanted.units)


def open_store(*stores: str | Path, as_of: str | None = None, cached: bool = True, strict: bool = False) -> Store:
    """Open stores, merged into one; without any, those that `$NARCOTL_STORE` names, else the shipped one.

    `as_of` takes a day for today. Without `cached` no index is kept; `strict` refuses a store that has errors.
    """
    paths = tuple(Path(store) for store in stores)
    return Store(lambda: open_library(paths, cached=cached, strict=strict), as_of)
