"""What somebody asks for, in their own words, and how it becomes a selection."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from narcotl.errors import UsageError
from narcotl.model.vocab.base import RecordKind
from narcotl.select.selection import Selection, Sort
from narcotl.select.where import (
    About,
    All,
    Any,
    InRegion,
    Labelled,
    Not,
    Positioned,
    Published,
    Saying,
    Where,
    WithActor,
    Within,
)
from narcotl.select.words import match_all

if TYPE_CHECKING:
    from narcotl.dates import Day

EXCLUDE = "not:"
"""A value that begins like this leaves out instead of keeping."""

ABOUT = (RecordKind.EVENT, RecordKind.ACTOR, RecordKind.REGION, RecordKind.FIGURE)
"""The kinds of record that a claim can be about, as a name is looked for among them."""


class Names(Protocol):
    """Whoever knows the names of a store."""

    def resolve(self, name: str, kind: RecordKind) -> str:
        """Give the id of the record of this kind that has this id, name or alias; fails with near matches."""

    def resolve_any(self, name: str, kinds: Sequence[RecordKind]) -> str:
        """Give the id of the record of one of these kinds that is called so; fails with near matches."""

    def words(self, kind: RecordKind, facet: str) -> Iterable[str]:
        """Give the words that records of a kind may bear in a facet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The shared options, as they were given: values of one option are alternatives, options come together."""

    region: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    during: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    stance: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    contested: bool = False
    measure: tuple[str, ...] = ()
    agency: tuple[str, ...] = ()
    vintage: tuple[str, ...] = ()
    certain: bool = False
    units: bool = True
    limit: int | None = None
    sort: Sort = Sort.DATE
    reverse: bool = False

    def selection(self, names: Names, kind: RecordKind, today: "Day") -> Selection:
        """Understand the options for a list of records of a kind; fails on names and dates that mean nothing."""
        if self.limit is not None and self.limit < 0:
            raise UsageError("--limit must be zero or more", "Leave it out to get everything.")
        parts = [
            alternatives(self.region, lambda name: InRegion(names.resolve(name, RecordKind.REGION))),
            alternatives(self.actor, lambda name: WithActor(names.resolve(name, RecordKind.ACTOR), self.units)),
            alternatives(self.source, lambda name: Labelled("source", names.resolve(name, RecordKind.SOURCE))),
            alternatives(self.topic, lambda word: labelled(word, "topic", kind, names)),
            alternatives(self.kind, lambda word: labelled(word, "kind", kind, names)),
            alternatives(self.status, lambda word: labelled(word, "status", kind, names)),
            alternatives(self.text, lambda text: Saying(match_all(text))),
            self.since_and_until(today),
            alternatives(self.during, lambda text: within(text, today)),
            alternatives(self.date, lambda text: within(text, today)),
            *self.of_claims(names),
            *self.of_figures(names, today),
        ]
        return Selection(
            where=All(tuple(part for part in parts if part is not None)),
            certain=self.certain,
            limit=self.limit,
            sort=self.sort,
            reverse=self.reverse,
        )

    def of_claims(self, names: Names) -> Iterator[Where | None]:
        """Understand what is asked of claims alone; a stance goes with whoever is asked to have taken it."""
        for word in self.stance:
            labelled(word.removeprefix(EXCLUDE), "kind", RecordKind.CLAIM, names)
        stances = tuple(word for word in self.stance if not word.startswith(EXCLUDE)) if self.by else ()

        def positioned(name: str) -> Where:
            actor = names.resolve(name, RecordKind.ACTOR)
            taken = tuple(Positioned(actor, word, self.units) for word in stances or ("",))
            return Any(taken) if len(taken) > 1 else taken[0]

        alone = tuple(word for word in self.stance if word not in stances)
        yield alternatives(self.by, positioned)
        yield alternatives(alone, lambda word: Labelled("kind", word))
        yield alternatives(self.about, lambda name: About(names.resolve_any(name, ABOUT)))
        yield Labelled("contested", "yes") if self.contested else None

    def of_figures(self, names: Names, today: "Day") -> Iterator[Where | None]:
        """Understand what is asked of figures alone."""
        yield alternatives(self.measure, lambda name: Labelled("measure", names.resolve(name, RecordKind.MEASURE)))
        yield alternatives(self.agency, lambda name: WithActor(names.resolve(name, RecordKind.ACTOR), self.units))
        yield alternatives(self.vintage, lambda text: within(text, today, Published))

    def since_and_until(self, today: "Day") -> Where | None:
        """Understand `--since` and `--until` as one period, open where one of them is not given."""
        if self.since is None and self.until is None:
            return None
        from narcotl.dates import period

        return Within(*period(since=self.since, until=self.until, today=today).span())


def alternatives(values: tuple[str, ...], condition: Callable[[str], Where]) -> Where | None:
    """Read the values of one option: any of those to keep, none of those to leave out; None without values."""
    kept = [condition(value) for value in values if not value.startswith(EXCLUDE)]
    dropped = [Not(condition(value.removeprefix(EXCLUDE))) for value in values if value.startswith(EXCLUDE)]
    keep = kept if len(kept) < 2 else [Any(tuple(kept))]  # noqa: PLR2004 - several
    parts = (*keep, *dropped)
    return All(parts) if parts else None


def within(text: str, today: "Day", condition: type[Within] | type[Published] = Within) -> Where:
    """Understand the value of `--during`, `--date` or `--vintage`: one period, or the members of a set."""
    from narcotl.dates import parse

    spans = parse(text, today=today).spans()
    return Any(tuple(condition(*span) for span in spans)) if len(spans) > 1 else condition(*spans[0])


def labelled(word: str, facet: str, kind: RecordKind, names: Names) -> Where:
    """Ask for a word of a vocabulary; an unknown one is an error with near matches."""
    words = sorted(names.words(kind, facet))
    if word in words:
        return Labelled(facet, word)
    from difflib import get_close_matches

    near = get_close_matches(word.lower(), words, 3, 0.5)
    hint = f"Did you mean {' or '.join(near)}?" if near else f"Known are: {', '.join(words)}."
    raise UsageError(f"no {kind} has the {facet} '{word}'", hint)
