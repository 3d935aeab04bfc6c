"""Read JSON Lines: one record a line, every scalar as text, as in YAML."""

import json
from collections.abc import Iterator
from functools import partial
from typing import IO, Any, Final

from narcotl.errors import Place, Problem
from narcotl.store.nodes import Draft, Fields, Item, Node
from narcotl.store.scalars import MAX_TEXT, excerpt

HALF_A_CHARACTER = "\\ud"
"""How the escape of one half of a character begins; JSON allows one half alone, and no text does."""
MAX_DEPTH = 60
"""As in YAML: no record is nested beyond this."""
NUMBERS_AS_TEXTS: Final[Any] = {"parse_int": str, "parse_float": str, "parse_constant": str}
LINE_ENDS = ("\n", "", "\r\n")
OBJECT = 'Write a record a line: {"id": "peru", ...}.'


def items(stream: IO[bytes], file: str) -> Iterator[Draft | Item | Problem]:
    """Read a file line by line; a line that is not a JSON object is a problem and the next one is read."""
    decoder: Any = json.JSONDecoder(**NUMBERS_AS_TEXTS, object_pairs_hook=without_duplicates)
    scan = decoder.scan_once
    for number, line in enumerate(stream, 1):
        try:
            text = line.decode()
            node, end = scan(text, 0)
        except (ValueError, StopIteration, RecursionError):
            node, end, text = None, 0, ""
        exact = partial(exactly, line, Place(file=file, line=number, column=1))
        if node.__class__ is dict and text[end:] in LINE_ENDS and is_plain(text):
            yield Draft(node, exact.args[1], "", exact)
        else:
            yield from exact()


def is_plain(text: str) -> bool:
    """Tell whether a line is sure to be nested within reason, and to hold no half characters and no text too long."""
    is_flat = len(text) <= MAX_TEXT and text.count("{") + text.count("[") <= MAX_DEPTH
    return is_flat and ("\\" not in text or HALF_A_CHARACTER not in text.lower())


def without_duplicates(found: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make a mapping of pairs; fails if a key comes twice."""
    mapping = dict(found)
    if len(mapping) < len(found):
        raise ValueError
    return mapping


def exactly(line: bytes, place: Place) -> Iterator[Item | Problem]:
    """Read one line with all that is wrong with it."""
    duplicates: list[str] = []

    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        mapping = dict(found)
        if len(mapping) < len(found):
            keys = [key for key, _ in found]
            duplicates.extend(sorted({key for key in keys if keys.count(key) > 1}))
        return mapping

    node = read_line(line, place, json.JSONDecoder(**NUMBERS_AS_TEXTS, object_pairs_hook=pairs))
    for key in duplicates:
        hint = "The last one was read; remove one."
        yield Problem(place=place, message=f"the key '{excerpt(key)}' comes twice", hint=hint, rule="json")
    if isinstance(node, Problem):
        yield node
    elif node is not None:
        fields = Fields(node)
        fields.line, fields.column = place.line, place.column
        yield None, fields


def read_line(line: bytes, place: Place, decoder: json.JSONDecoder) -> dict[str, Node] | Problem | None:
    """Read one line: an object, what is wrong with it, or None if it is empty."""
    try:
        text = line.decode("utf-8-sig" if place.line == 1 else "utf-8").strip()
        if not text:
            return None
        node = decoder.decode(text)
        if HALF_A_CHARACTER in text.lower():
            json.dumps(node, ensure_ascii=False).encode()
        if isinstance(node, dict):
            return as_texts(node)
    except UnicodeDecodeError as error:
        there = Place(file=place.file, line=place.line, column=error.start + 1)
        return Problem(place=there, message="not UTF-8", hint="Save the file as UTF-8.", rule="encoding")
    except UnicodeEncodeError:
        hint = "Write the character itself, or both halves of its escape."
        return Problem(place=place, message="half a character, which is no text", hint=hint, rule="encoding")
    except json.JSONDecodeError as error:
        there = Place(file=place.file, line=place.line, column=error.colno)
        hint = "Each line is one JSON object; the next line was read."
        return Problem(place=there, message=f"not JSON: {error.msg}", hint=hint, rule="json")
    except RecursionError:
        return Problem(place=place, message="nested too deeply", hint="No record needs that.", rule="json")
    return Problem(place=place, message="a line must be one JSON object", hint=OBJECT, rule="json")


def as_texts(value: dict[str, Any], depth: int = 0) -> dict[str, Node]:
    """Turn true, false and null into texts and nothing, as YAML would; fails on what is nested too deeply."""
    if depth > MAX_DEPTH:
        raise RecursionError
    return {key: as_text(part, depth + 1) for key, part in value.items()}


def as_text(value: Any, depth: int) -> Node:
    """Turn one JSON value into a node."""
    if value is True or value is False:
        return "true" if value else "false"
    if isinstance(value, dict):
        return as_texts(value, depth)
    if isinstance(value, list):
        if depth > MAX_DEPTH:
            raise RecursionError
        return [as_text(part, depth + 1) for part in value]
    return None if value is None else str(value)
