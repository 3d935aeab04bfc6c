"""The condition that one value of one option, or of one field of a query, asks for: the meaning that both share."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Protocol

from narcotl.errors import NarcotlError, UsageError, choice, did_you_mean
from narcotl.frozen import Frozen
from narcotl.model.vocab.base import RecordKind
from narcotl.select.where import (
    About,
    InRegion,
    Labelled,
    OnDay,
    Positioned,
    Published,
    Saying,
    Where,
    WithActor,
    Within,
    disjunction,
)

if TYPE_CHECKING:
    from narcotl.dates import Day

ABOUT = (RecordKind.EVENT, RecordKind.ACTOR, RecordKind.REGION, RecordKind.FIGURE)
"""The kinds of record that a claim can be about, as a name is looked for among them."""

LISTED = frozenset({"region", "actor", "agency", "source", "measure", "about", "by", "topic", "kind", "status", "tag"})
"""The fields that take several names or words at once."""


class Names(Protocol):
    """Whoever knows the names of a store."""

    def resolve(self, name: str, kind: RecordKind) -> str:
        """Give the id of the record of this kind that has this id, name or alias; fails with near matches."""

    def resolve_any(self, name: str, kinds: Sequence[RecordKind]) -> str:
        """Give the id of the record of one of these kinds that is called so; fails with near matches."""

    def words(self, kind: RecordKind, facet: str) -> Iterable[str]:
        """Give the words that records of a kind may bear in a facet."""

    def alike(self, word: str, words: Sequence[str]) -> list[str]:
        """Give those of some words that may be meant by another, the likeliest first."""


class Conditions(Frozen, kw_only=False):
    """Makes conditions on records of a kind, as of a day; fails on names, words and dates that mean nothing."""

    names: Names
    kind: RecordKind
    today: "Day"
    units: bool = True
    """Whether an actor stands for its units and officers as well."""
    stances: tuple[str, ...] = ()
    """The stances that whoever is asked for by `by` has taken; none means any."""

    def of(self, field: str, value: str) -> Where:
        """Give the condition of a field; several names or words with commas between them are alternatives."""
        parts = [part.strip() for part in value.split(",")]
        if len(parts) > 1 and all(parts) and field in LISTED:
            try:
                return self.one(field, value)
            except NarcotlError:
                # Nothing is called so with its commas, such as "Washington, D.C.".
                return disjunction(self.one(field, part) for part in parts)
        return self.one(field, value)

    def one(self, field: str, value: str) -> Where:
        """Give the condition of a field other than since and until, which make one period together."""
        match field:
            case "region":
                return InRegion(self.names.resolve(value, RecordKind.REGION))
            case "actor" | "agency":
                return WithActor(self.names.resolve(value, RecordKind.ACTOR), self.units)
            case "source":
                return Labelled("source", self.names.resolve(value, RecordKind.SOURCE))
            case "measure":
                return Labelled("measure", self.names.resolve(value, RecordKind.MEASURE))
            case "about":
                return About(self.names.resolve_any(value, ABOUT))
            case "by":
                return self.by(value)
            case "stance":
                return labelled(value, "kind", RecordKind.CLAIM, self.names, "stance")
            case "topic" | "kind" | "status" | "tag":
                return labelled(value, field, self.kind, self.names)
            case "text":
                from narcotl.select.words import match_all

                return Saying(match_all(value))
            case _:
                return self.dated(field, value)

    def dated(self, field: str, value: str) -> Where:
        """Give the condition of a field whose value is a date."""
        if field == "on":
            from narcotl.dates.yearly import day_of_any_year

            return OnDay(*day_of_any_year(value, self.today))
        return within(value, self.today, Published if field == "vintage" else Within)

    def by(self, name: str) -> Where:
        """Ask for an actor who took a position, of one of the stances if there are any."""
        actor = self.names.resolve(name, RecordKind.ACTOR)
        return disjunction(Positioned(actor, stance, self.units) for stance in self.stances or ("",))

    def between(self, since: str | None = None, until: str | None = None) -> Where:
        """Make one period of since and until, open where one of them is not given."""
        from narcotl.dates import period

        return Within(*period(since=since, until=until, today=self.today).span())


def within(text: str, today: "Day", condition: type[Within] | type[Published] = Within) -> Where:
    """Understand a date as one period, or as the members of a set."""
    from narcotl.dates import parse

    return disjunction(condition(*span) for span in parse(text, today=today).spans())


def labelled(word: str, facet: str, kind: RecordKind, names: Names, called: str = "") -> Where:
    """Ask for a word of a vocabulary; an unknown one is an error, where the facet can have another name."""
    words = sorted(names.words(kind, facet))
    if word in words:
        return Labelled(facet, word)
    raise UsageError(
        f"no {kind} has the {called or facet} '{word}'", did_you_mean(names.alike(word, words), choice(words))
    )
