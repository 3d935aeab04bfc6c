"""What is different between a record that would come and the one of the same id that is there."""

from collections.abc import Mapping
from typing import Any, Final

from narcotl.imports.item import Item, Sort
from narcotl.model.encode import to_json
from narcotl.model.vocab.base import RecordKind
from narcotl.store.decode import ADDED_BY_OUTPUT, entry
from narcotl.store.jsonl_file import as_texts
from narcotl.store.nodes import Fields

_NAMING: Final = frozenset({"id", "name", "ref"})
_PARTS: Final = {"end": "date", "places": "regions", "as_written": "date_as_written"}
"""The field of a record that a field of a row is a part of."""


def differences(item: Item, record: Mapping[str, Any], known: Mapping[str, Any]) -> list[str]:
    """Give the fields in which a record is different from a known one, of those that its item has.

    A record that cannot be read is not different: it is wrong, and nobody asked for it.
    """
    read = as_read(record)
    if read is None:
        return []
    if read["kind"] != known["kind"]:
        return ["kind"]
    if item.sort is Sort.RECORD:
        keys = dict.fromkeys((*read, *known))
        return [key for key in keys if key not in ADDED_BY_OUTPUT and bare(read.get(key)) != bare(known.get(key))]
    said = {_PARTS.get(key, key) for key, value in item.values.items() if value and value != "unknown"}
    if item.sort is Sort.ENTITY:
        said.discard("name")  # whichever of its names was written, it is the same actor
    return [key for key in read if key in said and brief(read[key]) != brief(known.get(key))]


def as_read(record: Mapping[str, Any]) -> dict[str, Any] | None:
    """Give a record as narcotl prints it once it has read it; None if it cannot be read."""
    fields = Fields(as_texts(dict(record)))
    fields.line = fields.column = 1
    found = entry(RecordKind(record["kind"]), fields, "")
    return None if found.record is None else to_json(found.record)


def bare(value: Any) -> Any:
    """Take away the names beside ids, which belong to other records."""
    if isinstance(value, list):
        return [bare(part) for part in value]
    if not isinstance(value, dict):
        return value
    if "edtf" in value:
        return value["edtf"]
    if value.keys() <= _NAMING:
        return next((value[key] for key in ("id", "ref", "name") if value.get(key) is not None), None)
    return {key: bare(part) for key, part in value.items() if not (key == "name" and "id" in value)}


def brief(value: Any) -> Any:
    """Keep of places and people only who they are, in any order: a row says no more of them."""
    if isinstance(value, list):
        return sorted(str(brief(part)) for part in value)
    if isinstance(value, dict) and "edtf" not in value:
        one = value.get("actor") or value.get("of") or value
        return bare({key: part for key, part in one.items() if key in _NAMING}) if isinstance(one, dict) else one
    return bare(value)
