"""What a store says about its own checking, in `store.yaml` under `check`."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from narcotl.model.record import Value
from narcotl.model.vocab.rule import Rule

EVERY = "all"
"""What stands for every record instead of a list of ids."""


class Silence(Value):
    """A rule that the store breaks and means to, for some records or for all of them."""

    rule: Rule
    """What it is about; `narcotl check --rules` lists them."""
    records: tuple[str, ...]
    """The ids of the records, or `all`."""
    reason: str
    """Why, for whoever wonders later."""


class Distinction(Value):
    """Records that look alike and are not the same: neither `duplicates` nor `check` takes them for twins."""

    records: tuple[str, ...]
    """The ids of two or more records, each of which is another one than the rest."""
    reason: str
    """How one knows, for whoever wonders later."""


class Check(Value):
    """How `narcotl check` looks at the store."""

    silence: tuple[Silence, ...] = ()
    """What `check` would say, and the store means."""
    distinct: tuple[Distinction, ...] = ()
    """Records that look alike and are not the same."""
    tolerance: Decimal | None = None
    """By how many percent numbers may miss each other beyond rounding; unless said, 2 for second units, 0 for sums."""


class Apart:
    """Tell of which records a store says that they are not the same."""

    def __init__(self, stated: Iterable[tuple[Iterable[str], str]]) -> None:
        """Take the ids of each statement, with its reason."""
        self.groups: dict[str, dict[int, str]] = defaultdict(dict)
        for number, (records, reason) in enumerate(stated):
            for record in records:
                self.groups[record][number] = reason

    def reason(self, one: str, other: str) -> str | None:
        """Give why two records are not the same; None if nobody says so."""
        shared = self.groups[one].keys() & self.groups[other].keys() if {one, other} <= self.groups.keys() else ()
        return self.groups[one][min(shared)] if shared else None
