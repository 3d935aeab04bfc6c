"""What somebody asks for, in their own words, and how it becomes a selection."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from narcotl.errors import UsageError
from narcotl.frozen import Frozen
from narcotl.model.vocab.base import RecordKind
from narcotl.select.conditions import Conditions, Names, labelled
from narcotl.select.selection import Selection, Sort
from narcotl.select.where import All, Labelled, Not, Where, conjunction, disjunction

if TYPE_CHECKING:
    from narcotl.dates import Day
    from narcotl.select.query.syntax import Tree

EXCLUDE = "not:"
"""A value that begins like this leaves out instead of keeping."""

FIRST = ("region", "actor", "source", "topic", "kind", "status", "tag", "text")
LAST = ("during", "date", "on")
"""The options whose values are alternatives, in the order in which they are asked: since and until stand between."""


class Asked(Frozen):
    """The shared options, as they were given: values of one option are alternatives, options come together."""

    region: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    together: tuple[str, ...] = ()
    """What `--with` names: actors that must all be involved, unlike the alternatives of `--actor`."""
    since: str | None = None
    until: str | None = None
    during: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    on: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    stance: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    contested: bool = False
    measure: tuple[str, ...] = ()
    agency: tuple[str, ...] = ()
    vintage: tuple[str, ...] = ()
    where: tuple["Tree", ...] = ()
    """Queries, all of which must hold."""
    certain: bool = False
    units: bool = True
    limit: int | None = None
    sort: Sort = Sort.DATE
    reverse: bool = False

    def selection(self, names: Names, kind: RecordKind, today: "Day") -> Selection:
        """Understand the options for a list of records of a kind; fails on names and dates that mean nothing."""
        if self.limit is not None and self.limit < 0:
            raise UsageError("--limit must be zero or more", "Leave it out to get everything.")
        conditions = Conditions(names, kind, today, self.units)
        whole = conjunction(part for part in self.parts(conditions) if part is not None)
        return Selection(
            where=whole if isinstance(whole, All) else All((whole,)),
            certain=self.certain,
            limit=self.limit,
            sort=self.sort,
            reverse=self.reverse,
        )

    def parts(self, conditions: Conditions) -> Iterator[Where | None]:
        """Understand each option, and each query; None for those that are not given."""
        for option in FIRST:
            yield alternatives(getattr(self, option), option, conditions)
        for name in self.together:
            yield alternatives((name,), "actor", conditions)
        if self.since is not None or self.until is not None:
            yield conditions.between(self.since, self.until)
        for option in LAST:
            yield alternatives(getattr(self, option), option, conditions)
        yield from self.of_claims(conditions)
        for option in ("measure", "agency", "vintage"):
            yield alternatives(getattr(self, option), option, conditions)
        for query in self.where:
            from narcotl.select.query.meaning import meaning

            yield meaning(query, conditions)

    def of_claims(self, conditions: Conditions) -> Iterator[Where | None]:
        """Understand what is asked of claims alone; a stance goes with whoever is asked to have taken it."""
        for word in self.stance:
            labelled(word.removeprefix(EXCLUDE), "kind", RecordKind.CLAIM, conditions.names, "stance")
        stances = tuple(word for word in self.stance if not word.startswith(EXCLUDE)) if self.by else ()
        alone = tuple(word for word in self.stance if word not in stances)
        yield alternatives(self.by, "by", conditions.but(stances=stances))
        yield alternatives(alone, "stance", conditions)
        yield alternatives(self.about, "about", conditions)
        yield Labelled("contested", "yes") if self.contested else None


def alternatives(values: tuple[str, ...], option: str, conditions: Conditions) -> Where | None:
    """Read the values of one option: any of those to keep, none of those to leave out; None without values."""
    kept = [conditions.of(option, value) for value in values if not value.startswith(EXCLUDE)]
    dropped = [Not(conditions.of(option, value.removeprefix(EXCLUDE))) for value in values if value.startswith(EXCLUDE)]
    keep = [disjunction(kept)] if kept else []
    return conjunction((*keep, *dropped)) if values else None
