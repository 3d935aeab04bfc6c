"""Unite what two people made of one thing, given what it was before: where only one of them changed it, that counts."""

from collections.abc import Iterator, Mapping
from typing import Any, Final


class Clash:
    """What stands where both changed something, each in another way."""


CLASH: Final = Clash()


def united(base: Any, ours: Any, theirs: Any) -> Any:
    """Unite two values; CLASH if that cannot be. None is a value that is not there."""
    if theirs in (ours, base):
        return ours
    if ours == base:
        return theirs
    if isinstance(ours, Mapping) and isinstance(theirs, Mapping):
        return fields(base if isinstance(base, Mapping) else {}, ours, theirs)
    if isinstance(ours, list) and isinstance(theirs, list):
        return items(base if isinstance(base, list) else [], ours, theirs)
    return CLASH


def fields(base: Mapping[str, Any], ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> Any:
    """Unite two mappings, key by key."""
    found = {}
    for key in dict.fromkeys((*ours, *theirs)):
        value = united(base.get(key), ours.get(key), theirs.get(key))
        if value is CLASH:
            return CLASH
        if value is not None or key in ours:
            found[key] = value
    return found


def items(base: list[Any], ours: list[Any], theirs: list[Any]) -> Any:
    """Unite two lists: what either added is there, what either took out is not; both may not exchange one item."""
    gone = [item for item in base if item not in ours and item not in theirs]
    added = [item for item in theirs if item not in ours and item not in base]
    if gone and added and any(item not in base for item in ours):
        return CLASH
    return [*(item for item in ours if item in theirs or item not in base), *added]


def clashes(base: Mapping[str, Any], ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> Iterator[str]:
    """Name the keys in which both clash."""
    for key in dict.fromkeys((*ours, *theirs)):
        if united(base.get(key), ours.get(key), theirs.get(key)) is CLASH:
            yield key
