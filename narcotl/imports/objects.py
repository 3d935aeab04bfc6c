"""JSON: an array of objects, or an object a line; records that narcotl wrote are taken as they are."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from narcotl.errors import UsageError
from narcotl.imports.item import Contents, Item, RefusedError, Sort, Value
from narcotl.model.vocab.base import RecordKind

KINDS = frozenset(kind.value for kind in RecordKind)
ADDED = frozenset({"match", "corrections"})
"""Keys that answers add to a record."""
DEEPEST = 8
RECORD_COLUMNS = frozenset({"id", "kind", "json"})
"""The columns of the table in which narcotl writes every record whole."""


def read_json(text: str, name: str) -> Contents:
    """Read an array of objects, or the only array in an object."""
    found = loaded(text, name)
    if isinstance(found, dict):
        lists = [key for key, value in found.items() if isinstance(value, list)]
        if len(lists) != 1:
            what = f"{len(lists)} lists" if lists else "no list"
            raise UsageError(f"{name} is an object with {what}", "Give an array of objects, or an object that has one.")
        found = found[lists[0]]
    if not isinstance(found, list):
        raise UsageError(f"{name} holds no list of objects", "Give an array of objects.")
    return contents([item(number, value) for number, value in enumerate(found, 1)])


def read_json_lines(text: str, name: str) -> Contents:
    """Read an object a line; a line that is none is refused, and the others are read."""
    del name
    items = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                items.append(item(number, json.loads(line)))
            except (ValueError, RecursionError) as error:
                items.append(Item(number, {}, Sort.ROW, RefusedError(f"the line is not JSON: {error}")))
    return contents(items)


def loaded(text: str, name: str) -> Any:
    """Read JSON; fails with the line where it ends to be JSON."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        hint = "An object a line is jsonl: narcotl import jsonl." if error.msg == "Extra data" else ""
        raise UsageError(f"{name} is not JSON: {error.msg} in line {error.lineno}", hint) from None
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{name} is not JSON: {error}") from None


def item(number: int, value: Any) -> Item:
    """Take an object for a record of narcotl, or for a row."""
    if not isinstance(value, dict):
        return Item(number, {}, Sort.ROW, RefusedError("it is no object"))
    if value.get("kind") in KINDS and isinstance(value.get("id"), str):
        return Item(number, {key: part for key, part in value.items() if key not in ADDED}, Sort.RECORD)
    try:
        return Item(number, flat(value), Sort.ROW)
    except RefusedError as error:
        return Item(number, {}, Sort.ROW, error)


def flat(value: dict[str, Any], prefix: str = "", depth: int = 0) -> dict[str, Value]:
    """Give the values of an object by path, as columns have them: `date.start`."""
    if depth > DEEPEST:
        raise RefusedError("it is nested too deeply")
    found: dict[str, Value] = {}
    for key, part in value.items():
        if isinstance(part, dict):
            found |= flat(part, f"{prefix}{key}.", depth + 1)
        elif isinstance(part, list):
            # Objects without a name are no words: only who maps `key[]` wants them as they are.
            plain = all(not isinstance(one, dict | list) or name_of(one) for one in part)
            found[prefix + key + ("" if plain else "[]")] = [scalar(one) for one in part]
        else:
            found[prefix + key] = scalar(part)
    return found


def tabled(columns: tuple[str, ...], rows: Iterable[tuple[Any, ...]], name: str) -> Contents:
    """Give the rows of a table with types, or the records in it if narcotl wrote it; fails on two columns of a name."""
    twice = next((column for column in columns if columns.count(column) > 1), None)
    if twice is not None:
        raise UsageError(f"{name} has the column '{twice}' twice")
    if set(columns) >= RECORD_COLUMNS:
        place = columns.index("json")
        return Contents(records((number, row[place]) for number, row in enumerate(rows, 1)))
    return Contents((typed(number, columns, row) for number, row in enumerate(rows, 1)), columns)


def records(texts: Iterable[tuple[int, Any]]) -> Iterator[Item]:
    """Read the record in each cell; what is none is refused, and the others are read."""
    for number, text in texts:
        try:
            yield item(number, json.loads(text))
        except (TypeError, ValueError, RecursionError) as error:
            yield Item(number, {}, Sort.ROW, RefusedError(f"its column json is not JSON: {error}"))


def typed(number: int, columns: tuple[str, ...], row: tuple[Any, ...]) -> Item:
    """Take a row with types for one of texts; bytes are refused."""
    values: dict[str, Any] = {}
    for column, value in zip(columns, row, strict=True):
        if isinstance(value, bytes):
            return Item(number, {}, Sort.ROW, RefusedError(f"its column '{column}' holds bytes, not text"))
        try:
            str(value).encode()
        except UnicodeEncodeError:
            return Item(number, {}, Sort.ROW, RefusedError(f"its column '{column}' is not text in UTF-8"))
        values[column] = [scalar(one) for one in value] if isinstance(value, list) else scalar(value)
    return Item(number, values, Sort.ROW)


def name_of(value: Any) -> str:
    """Give the id or the name of an object; nothing if it has none."""
    found = (value.get("id") or value.get("name")) if isinstance(value, dict) else None
    return found if isinstance(found, str) else ""


def scalar(value: Any) -> str:
    """Write a value as a cell has it."""
    if value is None:
        return ""
    if name := name_of(value):
        return name
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)


def contents(items: list[Item]) -> Contents:
    """Gather the columns of all rows, in the order in which they appear."""
    columns = dict.fromkeys(key for one in items if one.sort is Sort.ROW for key in one.values)
    return Contents(items, tuple(columns))
