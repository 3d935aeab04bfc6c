"""What became of a value: field by field, and in lists item by item, whatever their order."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any, NamedTuple


class Part(StrEnum):
    """What part of a record a change is about."""

    FIELD = "field"
    POSITION = "position"
    CITATION = "citation"


class Change(NamedTuple):
    """One change: a value that came (before is None), went (after is None) or became another one."""

    part: Part
    path: str
    before: Any
    after: Any


CITED = frozenset({"source", "via", "locator", "link", "confidence", "rank"})
"""The fields of a citation, which stand among those of a position or a figure."""
CITATIONS = frozenset({"sources", "basis"})
"""The fields that are lists of citations."""
NOTHING: tuple[Any, ...] = (None, [], {})
NAMES: Mapping[str, Sequence[Callable[[Any], Any]]] = {
    "positions": (
        lambda item: (item.get("actor"), item.get("stance"), item.get("said")),
        lambda item: (item.get("actor"), item.get("stance")),
        lambda item: (item.get("actor"), item.get("gist")),
    ),
    "participants": (
        lambda item: (item.get("actor") or item.get("name"), item.get("role")),
        lambda item: item.get("actor"),
    ),
}
"""By what two items of a list are told to be the same one, the surest way first."""
USUAL: Sequence[Callable[[Any], Any]] = (
    lambda item: (item.get("source"), item.get("locator")),
    lambda item: item.get("source"),
    lambda item: item.get("id") or item.get("claim") or item.get("event") or item.get("name") or item.get("of"),
)


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Change]:
    """Give what became of the fields of a record; its kind and id are not looked at."""
    for key in dict.fromkeys((*after, *before)):
        if key not in ("kind", "id"):
            part = Part.CITATION if key in CITATIONS or key in CITED else Part.FIELD
            part = Part.POSITION if key == "positions" else part
            yield from compared(part, key, before.get(key), after.get(key))


def compared(part: Part, path: str, before: Any, after: Any) -> Iterator[Change]:
    """Compare two values of one field; nothing and an empty list are the same."""
    if before == after or (before in NOTHING and after in NOTHING):
        return
    if isinstance(before, list) and isinstance(after, list):
        yield from of_lists(part, path, before, after)
    elif isinstance(before, dict) and isinstance(after, dict):
        for key in dict.fromkeys((*after, *before)):
            inner = Part.CITATION if part is Part.POSITION and key in CITED else part
            yield from compared(inner, f"{path}.{key}", before.get(key), after.get(key))
    elif isinstance(before or after, list):
        for item in before or ():
            yield Change(part, path, item, None)
        for item in after or ():
            yield Change(part, path, None, item)
    else:
        yield Change(part, path, before, after)


def of_lists(part: Part, path: str, before: list[Any], after: list[Any]) -> Iterator[Change]:
    """Compare two lists: what is in one only, and what became of items that are the same one."""
    left, right = [], list(after)
    for item in before:
        if item in right:
            right.remove(item)
        else:
            left.append(item)
    if not left and not right:
        yield Change(part, f"{path} (order)", [called(item) for item in before], [called(item) for item in after])
    for name in NAMES.get(path, USUAL):
        for old in [item for item in left if isinstance(item, dict)]:
            same = [item for item in right if isinstance(item, dict) and name(item) == name(old) and named(name(old))]
            if same:
                left.remove(old)
                right.remove(same[0])
                yield from compared(part, f"{path}[{called(old)}]", old, same[0])
    for item in left:
        yield Change(part, path, item, None)
    for item in right:
        yield Change(part, path, None, item)


def named(name: Any) -> bool:
    """Say whether a name says anything."""
    return any(part is not None for part in name) if isinstance(name, tuple) else name is not None


def called(item: Any) -> str:
    """Name an item of a list in a path."""
    if not isinstance(item, dict):
        return str(item)
    words = [item.get(key) for key in ("actor", "name", "stance", "role", "id", "source", "claim", "event", "of")]
    said = [str(word) for word in words if word is not None]
    return " ".join(said[:2]) or "?"
