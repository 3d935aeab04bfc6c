"""Make one record of two, so that nothing is lost: lists are united, gaps are filled, and what conflicts is named."""

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from narcotl.editing.form import plain, written_fields
from narcotl.model.claim import About, ClaimLink
from narcotl.model.entities import ActorPart, Alias, Office, RegionPart
from narcotl.model.event import Relation
from narcotl.model.record import HIDDEN, Record

NOTHING: Final = frozenset({"unknown", "XXXX", "not-given-in-material"})
"""Words that say that something is not known: whatever the other record says is better."""


LISTS: Final = ("event", "actor", "figure", "region")
"""What a claim may be about several of."""
NAMING: Final = frozenset({"overlaps", "successor_of", "opposes", "allies", "cites", "figures", "claims", "applies_to"})
"""Lists of bare ids."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A field in which two records say different things, neither of which can stand beside the other."""

    field: str
    kept: str
    dropped: str


@dataclass(frozen=True, slots=True, kw_only=True)
class United:
    """A record that has everything of two."""

    record: Record
    conflicts: tuple[Conflict, ...]
    changed: frozenset[str] = field(default=frozenset())
    """The fields of the record that is kept that the other one added to."""


def united(keep: Record, drop: Record) -> United:
    """Unite two records of a kind; in a conflict the record that is kept stays as it is.

    The name of the other one becomes an alias where records have such, and its note follows the note that is kept.
    What names one of the two in the united record would name itself, and is left out.
    """
    values: dict[str, Any] = {}
    conflicts: list[Conflict] = []
    for one in dataclasses.fields(keep):
        if one.name in HIDDEN or one.name == "id":
            continue
        mine, yours = getattr(keep, one.name), getattr(drop, one.name)
        if mine == yours:
            continue
        if one.name == "name" and hasattr(keep, "aliases"):
            continue
        found = joined(one, mine, yours)
        if found is None and not (says_nothing(mine, one) and says_nothing(yours, one)):
            conflicts.append(Conflict(field=one.name.rstrip("_"), kept=said(mine), dropped=said(yours)))
        else:
            values[one.name] = found
    if hasattr(keep, "aliases"):
        values["aliases"] = names(keep, drop, values.get("aliases", keep.aliases))
    own = {keep.id, drop.id}
    every = {one.name: values.get(one.name, getattr(keep, one.name)) for one in dataclasses.fields(keep)}
    values |= {name: without_itself(name, value, own) for name, value in every.items() if isinstance(value, tuple)}
    if "missing" in values and getattr(keep, "missing", None) is None:
        # A number that one of them has is not missing.
        values["missing"] = None
    changed = {name for name, value in values.items() if value != getattr(keep, name)}
    return United(record=dataclasses.replace(keep, **values), conflicts=tuple(conflicts), changed=frozenset(changed))


def joined(one: Any, mine: Any, yours: Any) -> Any:
    """Join what two records say in a field; None if that cannot be."""
    if isinstance(mine, tuple):
        new = [part for part in yours if part not in mine and not any(adds_nothing(part, other) for other in mine)]
        return (*(part for part in mine if not any(adds_nothing(part, other) for other in new)), *new)
    if isinstance(mine, About) and isinstance(yours, About):
        return about(mine, yours)
    if isinstance(mine, bool):
        return mine or yours
    if says_nothing(yours, one):
        return mine
    if says_nothing(mine, one):
        return yours
    if one.name == "note":
        return mine if yours in mine else f"{mine} {yours}"
    return None


def adds_nothing(part: Any, other: Any) -> bool:
    """Tell whether another part of a list says all that this one says, and more: who took part, and in which role."""
    if type(part) is not type(other) or not dataclasses.is_dataclass(part) or part == other:
        return False
    return all(
        getattr(part, one.name) in (getattr(other, one.name), one.default)
        for one in dataclasses.fields(part)
        if one.name not in HIDDEN
    )


def about(mine: About, yours: About) -> About | None:
    """Join what two claims are about; None if they are about two series."""
    if mine.series and yours.series and mine.series != yours.series:
        return None
    lists = {name: tuple(dict.fromkeys((*getattr(mine, name), *getattr(yours, name)))) for name in LISTS}
    return About(**lists, series=mine.series or yours.series, occurrence=mine.occurrence or yours.occurrence)


def says_nothing(value: Any, one: Any) -> bool:
    """Tell whether a field says no more than that it is not known, or what goes without saying."""
    return value is None or str(value) in NOTHING or (one.default is not dataclasses.MISSING and value == one.default)


def names(keep: Any, drop: Any, aliases: tuple[Alias, ...]) -> tuple[Alias, ...]:
    """Add the name of the record that goes, and leave out what is the name of the one that stays."""
    known = {keep.name, *(alias.name for alias in aliases)}
    found = aliases if drop.name in known else (*aliases, Alias(name=drop.name))
    return tuple(alias for alias in found if alias.name != keep.name or alias in keep.aliases)


def without_itself(name: str, value: tuple[Any, ...], own: set[str]) -> tuple[Any, ...]:
    """Leave out of a list what names the record itself."""
    if name in NAMING:
        return tuple(part for part in value if part not in own)
    return tuple(part for part in value if target(part) not in own)


def target(part: Any) -> str | None:
    """Give the record that a part of a list leads to: a whole, an event that is related, a claim."""
    if isinstance(part, RegionPart | ActorPart):
        return part.id
    if isinstance(part, Office):
        return part.of
    if isinstance(part, Relation):
        return part.event
    return part.claim if isinstance(part, ClaimLink) else None


def said(value: Any) -> str:
    """Write a value of a field in one line."""
    found = plain(value)
    return found if isinstance(found, str) else str(found)


def told(conflicts: tuple[Conflict, ...], dropped: str) -> str:
    """Write what conflicts as a sentence for a note."""
    return f"{dropped} had: {'; '.join(f'{one.field} {one.dropped}' for one in conflicts)}."


def with_note(record: Any, text: str) -> Record:
    """Add a sentence to the note of a record."""
    found: Record = dataclasses.replace(record, note=f"{record.note} {text}" if record.note else text)
    return found


def changed_fields(before: Record, after: Record) -> Iterator[tuple[str, Any]]:
    """Give the fields, as they are written, in which a record is another one than before; None for one that goes."""
    old, new = written_fields(before), written_fields(after)
    for key in {**old, **new}:
        if old.get(key) != new.get(key):
            yield key, new.get(key)
