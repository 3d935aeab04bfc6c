"""Questions that take more than one selection: what the commands and the Python interface ask alike."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from narcotl.errors import UsageError, choice, meant
from narcotl.library.any_kind import AnyKind
from narcotl.library.opened import Library
from narcotl.model.vocab.base import RecordKind
from narcotl.select.asked import Asked
from narcotl.select.selection import Selection, Sort

if TYPE_CHECKING:
    from narcotl.dates import Day
    from narcotl.model.vocab.gap import Gap
    from narcotl.reports.report import Report

OF_ENTITIES = ("kind", "status", "text")
"""The filters that choose among entities themselves; the others choose among their events."""


def entities(library: Library, asked: Asked, kind: RecordKind, today: "Day") -> "Report":
    """List actors, regions or sources: kind, status and words choose among them, the rest among their events."""
    from narcotl.reports.listing import listing

    nothing = Asked()
    own = nothing.but(**{name: getattr(asked, name) for name in (*OF_ENTITIES, "limit", "reverse")})
    order = asked.sort if asked.sort is not Sort.DATE else Sort.NAME
    events = asked.but(kind=(), status=(), text=(), where=(), limit=None)
    for query in asked.where:
        from narcotl.select.query.meaning import split

        of_entities, of_events = split(query, frozenset(OF_ENTITIES))
        own = own.but(where=(*own.where, *filter(None, (of_entities,))))
        events = events.but(where=(*events.where, *filter(None, (of_events,))))
    return listing(
        library.index,
        kind.value,
        library.selection(own.but(sort=order), kind, today),
        library.selection(events, RecordKind.EVENT, today),
        all_of_them=events.but(sort=nothing.sort, reverse=False) == nothing,
    )


def measures(library: Library, asked: Asked, today: "Day") -> "Report":
    """List measures: words choose among them, the rest among their figures."""
    from narcotl.reports.measures import measures as report

    nothing = Asked()
    order = asked.sort if asked.sort is not Sort.DATE else Sort.NAME
    own = nothing.but(text=asked.text, reverse=asked.reverse, sort=order)
    figures = asked.but(text=(), limit=None, sort=nothing.sort, reverse=False)
    listed = report(
        library.index,
        library.selection(own, RecordKind.MEASURE, today),
        library.selection(figures, RecordKind.FIGURE, today),
        all_of_them=figures == nothing,
    )
    everything = list(listed.rows)
    return listed.but(rows=everything[: asked.limit], total=lambda: len(everything))


def kinds_of(texts: Sequence[str]) -> list[RecordKind]:
    """Understand the kinds of record that are asked for; none means all."""
    names = [part.strip().lower() for text in texts for part in text.split(",") if part.strip()]
    known = [kind.value for kind in RecordKind]
    for name in names:
        if name not in known:
            raise UsageError(f"'{name}' is no kind of record", choice(known))
    return [RecordKind(name) for name in dict.fromkeys(names)] or list(RecordKind)


def figures_and_claims(library: Library, asked: Asked, today: "Day") -> tuple[Selection | None, Selection | None]:
    """Understand the filters for figures and for claims; a word that only one of them knows leaves out the other."""
    found: list[Selection | None] = []
    errors: list[UsageError] = []
    for kind in (RecordKind.FIGURE, RecordKind.CLAIM):
        if kind is RecordKind.CLAIM and (asked.measure or asked.agency or asked.vintage):
            found.append(None)
            continue
        try:
            found.append(library.selection(asked, kind, today))
        except UsageError as error:
            found.append(None)
            errors.append(error)
    if errors and found == [None, None]:
        raise errors[0]
    return found[0], found[1]


def verdicts(words: Sequence[str]) -> tuple[str, ...]:
    """Understand the verdicts that are asked for; hyphens do for spaces."""
    from narcotl.reports.conflicts import USUAL, VERDICTS

    known = (*VERDICTS, "all")
    wanted = [word.strip().casefold().replace("-", " ") for word in words]
    for word, written in zip(wanted, words, strict=True):
        if word not in known:
            raise unknown("verdict", written, word, known)
    return VERDICTS if "all" in wanted else tuple(wanted) or USUAL


def gaps(library: Library, asked: Asked, today: "Day") -> "Report":
    """List what the store does not know; years without events only of regions that are asked for."""
    from narcotl.model.vocab.gap import Gap
    from narcotl.reports.gaps import gaps as report

    wanted = gaps_of(asked.kind)
    if wanted == [Gap.YEAR_WITHOUT_EVENTS] and not asked.region:
        raise UsageError(f"{Gap.YEAR_WITHOUT_EVENTS} needs a region", "Name one: --region peru.")
    rest = asked.but(kind=())
    names = AnyKind(library.index, (RecordKind.EVENT, RecordKind.CLAIM, RecordKind.FIGURE, RecordKind.SOURCE))
    regions = {
        str(library.record(name, RecordKind.REGION)["name"]): library.selection(
            rest.but(region=(name,)), RecordKind.EVENT, today
        )
        for name in rest.region
        if not name.startswith("not:")
    }
    return report(library.index, rest.selection(names, RecordKind.EVENT, today), wanted, regions)


def gaps_of(words: Sequence[str]) -> "list[Gap]":
    """Understand which kinds of gap are wanted, in their own order: those named, or all, less those after `not:`."""
    from narcotl.model.vocab.gap import Gap

    for word in words:
        if word.removeprefix("not:") not in list(Gap):
            raise unknown("kind of gap", word, word, list(Gap))
    kept = [word for word in words if not word.startswith("not:")] or list(Gap)
    return [gap for gap in Gap if gap in kept and f"not:{gap}" not in words]


def unknown(what: str, written: str, word: str, known: Sequence[str]) -> UsageError:
    """Say that there is no such word, with the nearest ones."""
    return UsageError(f"there is no {what} '{written}'", meant(word, known))
