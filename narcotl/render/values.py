"""Find the values of a row by path, and write each as one text."""

import json
from collections.abc import Mapping
from typing import Any, Final

from narcotl.reports.report import Column, Report, Row

_NAMING: Final = ("id", "edtf", "ref")
"""The keys that stand for the whole of an object: a record or a reference to one, a date, a name that is no record."""


def pick(row: Row, path: str) -> object:
    """Find the value at a path such as `regions.name`; a path into a list gives the list of what it finds in each."""
    if path in row:
        return row[path]
    value: object = row
    for part in path.split("."):
        value = _step(value, part)
    return value


def _step(value: object, part: str) -> object:
    if isinstance(value, Mapping):
        return value.get(part)
    if isinstance(value, list | tuple):
        return [_step(item, part) for item in value]
    return None


def picked(row: Row, fields: tuple[str, ...]) -> Row:
    """Keep only these paths of a row, each under its path as typed; without any, keep the row."""
    return {path: pick(row, path) for path in fields} if fields else row


def text_of(value: object) -> str:
    """Write a value as one text: references by id, dates as EDTF, lists joined by semicolons, nothing for null."""
    match value:
        case None:
            return ""
        case str():
            return str(value)
        case Mapping():
            name = next((value[key] for key in _NAMING if value.get(key) is not None), None)
            return text_of(name) if name is not None else ", ".join(filter(None, map(text_of, value.values())))
        case list() | tuple():
            return "; ".join(filter(None, map(text_of, value)))
        case _:
            return json.dumps(value, default=str)


def flattened(row: Row, path: str = "") -> Row:
    """Give each value of an object by its path; objects within are taken apart, lists are not."""
    flat: dict[str, Any] = {}
    for key, value in row.items():
        if isinstance(value, Mapping):
            flat |= flattened(value, f"{path}{key}.")
        else:
            flat[f"{path}{key}"] = value
    return flat


def columns(report: Report, fields: tuple[str, ...]) -> tuple[Column, ...]:
    """Give one column for each wanted path, or without any the columns of the report."""
    return tuple(map(_column, fields)) or report.columns


def _column(path: str) -> Column:
    return Column(key=path, heading=path, cell=lambda row: text_of(pick(row, path)))


def groups(report: Report, rows: list[Row]) -> list[tuple[str, list[Row]]]:
    """Put rows together that stand under the same heading, with how many they are; without headings all under none."""
    if report.groups is None:
        return [("", rows)]
    found: dict[str, list[Row]] = {}
    for row in rows:
        for name in report.groups(row):
            found.setdefault(name, []).append(row)
    return [(f"{name} \N{MIDDLE DOT} {len(members)}", members) for name, members in found.items()]
