"""Who with whom: the actors that took part in the same events, or took positions on the same claims."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final

from narcotl.exports.material import Material, Notes, skip_facts
from narcotl.model.vocab.base import RecordKind
from narcotl.plural import counted
from narcotl.reports.report import Row
from narcotl.select.batches import batches

HELD: Final = (RecordKind.EVENT, RecordKind.CLAIM)


@dataclass(slots=True)
class Tie:
    """What two actors have to do with each other."""

    events: dict[str, None] = field(default_factory=dict)
    roles: dict[str, None] = field(default_factory=dict)
    """Who was what beside whom: `lead - ally`, in the order of the two."""
    same: dict[str, None] = field(default_factory=dict)
    """The claims on which both are for, or both against."""
    opposite: dict[str, None] = field(default_factory=dict)
    between: dict[str, None] = field(default_factory=dict)
    """The claims on which at least one is neither for nor against."""

    @property
    def weight(self) -> int:
        """Count the events and claims, each once."""
        return len(self.events) + len({*self.same, *self.opposite, *self.between})

    def label(self) -> str:
        """Say in short what ties them."""
        counts = (
            (self.events, "event", ""),
            (self.same, "claim", " on the same side"),
            (self.opposite, "claim", " on opposite sides"),
            (self.between, "claim", " otherwise"),
        )
        return ", ".join(f"{counted(len(shared), noun)}{how}" for shared, noun, how in counts if shared)


@dataclass(slots=True)
class Network:
    """The actors by id, and the ties between two of them, in a fixed order."""

    actors: dict[str, Row]
    ties: dict[tuple[str, str], Tie]


def network(material: Material, notes: Notes) -> Network:
    """Tie the actors of the chosen events and claims; those whom nothing ties to anybody are left out and counted."""
    skip_facts(material, notes, HELD, "the network is made of events and claims")
    ties: dict[tuple[str, str], Tie] = {}
    alone: set[str] = set()
    for event in material.rows(RecordKind.EVENT):
        meet(event, ties, alone, notes)
    for claim in material.rows(RecordKind.CLAIM):
        speak(claim, ties, alone)
    ordered = dict(sorted(ties.items()))
    tied = sorted({name for pair in ordered for name in pair})
    if lonely := len(alone - set(tied)):
        notes.left_out("actor", "", "nobody shares an event or a claim with them", lonely)
    return Network(dict(known(material, tied)), ordered)


def known(material: Material, names: list[str]) -> Iterator[tuple[str, Row]]:
    """Look up actors; a name that no record has stands for itself."""
    for part in batches(names):
        rows = {row["id"]: row for row in material.get(part)}
        yield from ((name, rows.get(name, {"id": name, "name": name, "type": "unknown"})) for name in part)


def meet(event: Row, ties: dict[tuple[str, str], Tie], alone: set[str], notes: Notes) -> None:
    """Tie the participants of an event."""
    roles: dict[str, dict[str, None]] = {}
    for part in event["participants"]:
        if part.get("actor"):
            roles.setdefault(part["actor"]["id"], {})[part.get("role") or "?"] = None
        else:
            notes.left_out("participant", "by name only", "they are no actors of the store")
    alone.update(roles)
    for pair in combinations(sorted(roles), 2):
        tie = ties.setdefault(pair, Tie())
        tie.events[event["id"]] = None
        one, other = (", ".join(roles[name]) for name in pair)
        tie.roles[f"{one} - {other}"] = None


def speak(claim: Row, ties: dict[tuple[str, str], Tie], alone: set[str]) -> None:
    """Tie those who took positions on a claim: whoever took several may stand on several sides."""
    sides: dict[str, set[str]] = {}
    for position in claim["positions"]:
        if position.get("actor"):
            sides.setdefault(position["actor"]["id"], set()).add(position["polarity"])
    alone.update(sides)
    for pair in combinations(sorted(sides), 2):
        tie = ties.setdefault(pair, Tie())
        for one in sides[pair[0]]:
            for other in sides[pair[1]]:
                claims = tie.between if "0" in (one, other) else tie.same if one == other else tie.opposite
                claims[claim["id"]] = None
