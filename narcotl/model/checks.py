"""What a store says about its own checking, in `store.yaml` under `check`."""

from dataclasses import dataclass
from decimal import Decimal

from narcotl.model.record import Value
from narcotl.model.vocab.rule import Rule

EVERY = "all"
"""What stands for every record instead of a list of ids."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence(Value):
    """A rule that the store breaks and means to, for some records or for all of them."""

    rule: Rule
    records: tuple[str, ...]
    """The ids of the records, or `all`."""
    reason: str
    """Why, for whoever wonders later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check(Value):
    """How `narcotl check` looks at the store."""

    silence: tuple[Silence, ...] = ()
    tolerance: Decimal | None = None
    """By how many percent numbers may miss each other beyond rounding; unless said, 2 for second units, 0 for sums."""
