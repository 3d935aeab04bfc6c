"""Put the ids of the store into a record whose people and places another tool names."""

from collections.abc import Mapping
from typing import Any

from narcotl.imports.names import Names
from narcotl.model.vocab.base import RecordKind

THE_FILE = ""
"""What stands for the file itself, as a source, until it is known which one it is."""
_ACTORS = ("allies", "opposes", "successor_of", "author")


def settled(values: Mapping[str, Any], names: Names, citation: Mapping[str, str]) -> dict[str, Any]:
    """Give the record with the actors and regions that the store has by these names; fails if one has two.

    An event that cites nothing cites the file, as the citation says.
    """
    record = dict(values)
    if record["kind"] == RecordKind.ACTOR.value:
        record["id"] = names.actor(record["id"])
    for part in _ACTORS:
        if part in record:
            record[part] = list(map(names.actor, record[part]))
    for part, key in (("part_of", "id"), ("offices", "of"), ("participants", "actor")):
        if part in record:
            record[part] = [{**one, key: names.actor(one[key])} for one in record[part]]
    if "regions" in record:
        found = (names.resolve(name, RecordKind.REGION) for name in record["regions"])
        record["regions"] = list(dict.fromkeys(found))
    if record["kind"] == RecordKind.EVENT.value:
        record["sources"] = [chained(one, citation) for one in record["sources"]] or [dict(citation)]
    return record


def chained(one: Mapping[str, Any], citation: Mapping[str, str]) -> dict[str, Any]:
    """Put the file into the chain of a citation, with the place in it."""
    if THE_FILE not in one.get("via", ()):
        return dict(one)
    return {**one, "via": [citation["source"]], "locator": citation["locator"]}
