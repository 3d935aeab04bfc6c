"""Records as plain values that are compared by meaning: dates as EDTF, references as ids."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from narcotl.model.encode import to_json
from narcotl.model.record import Record

Plain: TypeAlias = dict[str, Any]


class Ref(str):
    """The id of another record, or what may be one."""

    __slots__ = ()


def plain(record: Record) -> Plain:
    """Give what a record says, without what is only drawn from it."""
    found: Plain = value_of(to_json(record))
    for position in found.get("positions", ()):
        position.pop("polarity", None)
    return found


def value_of(value: Any) -> Any:
    """Make a part of a record plain."""
    if isinstance(value, list):
        return [value_of(part) for part in value]
    if not isinstance(value, dict):
        return value
    if "edtf" in value:
        return value["edtf"]
    if value.keys() in ({"id"}, {"ref"}):
        return Ref(next(iter(value.values())))
    return {
        key: Ref(part) if key in ("id", "ref") and "kind" not in value else value_of(part)
        for key, part in value.items()
    }


def renamed(value: Any, names: Mapping[str, str]) -> Any:
    """Give a value in which references to renamed records have the new ids."""
    if isinstance(value, Ref):
        return Ref(names.get(value, value))
    if isinstance(value, list):
        return [renamed(part, names) for part in value]
    if isinstance(value, dict):
        return {key: renamed(part, names) for key, part in value.items()}
    return value
