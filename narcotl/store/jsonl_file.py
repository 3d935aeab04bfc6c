"""Read JSON Lines: one record a line, every scalar as text, as in YAML."""

import json
from collections.abc import Iterator
from typing import IO, Any

from narcotl.errors import Place, Problem
from narcotl.store.nodes import Fields, Node

OBJECT = 'Write a record a line: {"id": "peru", ...}.'


def items(stream: IO[bytes], file: str) -> Iterator[tuple[str | None, Node] | Problem]:
    """Read a file line by line; a line that is not a JSON object is a problem and the next one is read."""
    duplicates: list[str] = []

    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        mapping = dict(found)
        if len(mapping) < len(found):
            keys = [key for key, _ in found]
            duplicates.extend(sorted({key for key in keys if keys.count(key) > 1}))
        return mapping

    decoder = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str, object_pairs_hook=pairs)
    for number, line in enumerate(stream, 1):
        place = Place(file=file, line=number, column=1)
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8").strip()
            if not text:
                continue
            node = decoder.decode(text)
        except UnicodeDecodeError as error:
            place = Place(file=file, line=number, column=error.start + 1)
            yield Problem(place=place, message="not UTF-8", hint="Save the file as UTF-8.", rule="encoding")
            continue
        except json.JSONDecodeError as error:
            place = Place(file=file, line=number, column=error.colno)
            yield Problem(
                place=place,
                message=f"not JSON: {error.msg}",
                hint="Each line is one JSON object; the next line was read.",
                rule="json",
            )
            continue
        except RecursionError:
            yield Problem(place=place, message="nested too deeply", hint="No record needs that.", rule="json")
            continue
        for key in duplicates:
            hint = "The last one was read; remove one."
            yield Problem(place=place, message=f"the key {key!r} comes twice", hint=hint, rule="json")
        duplicates.clear()
        if not isinstance(node, dict):
            yield Problem(place=place, message="a line must be one JSON object", hint=OBJECT, rule="json")
            continue
        fields = Fields(as_texts(node))
        fields.line, fields.column = number, 1
        yield None, fields


def as_texts(value: dict[str, Any]) -> dict[str, Node]:
    """Turn true, false and null into what YAML would have given: texts and nothing."""
    return {key: as_text(part) for key, part in value.items()}


def as_text(value: Any) -> Node:
    """Turn one JSON value into a node."""
    if value is True or value is False:
        return "true" if value else "false"
    if isinstance(value, dict):
        return as_texts(value)
    if isinstance(value, list):
        return [as_text(part) for part in value]
    return None if value is None else str(value)
