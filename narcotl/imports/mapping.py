"""Which column of a file is which field of an event: `date=Date,title=Event`, or a file of TOML that says so."""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from narcotl.errors import UsageError, choice, did_you_mean, meant, nearest
from narcotl.imports.item import Value

FIELDS: Final = {
    "id": "an id to keep",
    "title": "one sentence: what happened",
    "date": "when it happened or began",
    "end": "when it ended",
    "summary": "more about it",
    "regions": "where",
    "participants": "who",
    "kinds": "what sort of thing, in the words of `narcotl vocab event-kind`",
    "topics": "what it is about",
    "status": "how sure it is, in the words of `narcotl vocab event-status`",
    "note": "a remark",
}
"""The fields that a column can fill."""
OTHERS: Final = {
    "region": "regions",
    "place": "regions",
    "actor": "participants",
    "actors": "participants",
    "participant": "participants",
    "kind": "kinds",
    "topic": "topics",
}
"""Other names for them."""
_EXAMPLE: Final = "Write --map date=Date,title=Event."


def from_options(options: Sequence[str], file: Path | None) -> dict[str, str]:
    """Give the column of each field that options and a file of TOML name; the options win."""
    mapping = from_file(file) if file is not None else {}
    for option in options:
        for pair in option.split(","):
            field, equals, column = pair.partition("=")
            if not equals or not column.strip():
                raise UsageError(f"'{pair}' does not say which column fills which field", _EXAMPLE)
            mapping[field_named(field.strip())] = column.strip()
    return mapping


def from_file(path: Path) -> dict[str, str]:
    """Read a mapping from TOML: a line `date = "Date"` for each field."""
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise UsageError(f"cannot read the mapping {path}: {error.strerror}") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"the mapping {path} is not TOML: {error}", 'Write lines such as date = "Date".') from None
    wrong = next((key for key, value in found.items() if not isinstance(value, str)), None)
    if wrong is not None:
        raise UsageError(f"the mapping {path} gives no column for '{wrong}'", 'Write lines such as date = "Date".')
    return {field_named(key): value for key, value in found.items()}


def field_named(name: str) -> str:
    """Give the field of this name; fails with near matches."""
    field = OTHERS.get(name, name)
    if field in FIELDS:
        return field
    hint = did_you_mean(nearest(name, (*FIELDS, *OTHERS)), choice(FIELDS))
    raise UsageError(f"no column can fill '{name}'", hint)


def complete(mapping: Mapping[str, str], columns: Sequence[str], name: str) -> dict[str, str]:
    """Add the columns that are called as fields are; fails if a column is not there, or the date or title is not."""
    for column in mapping.values():
        if column not in columns:
            raise UsageError(f"{name} has no column '{column}'", meant(column, columns))
    whole = dict(mapping)
    for column in columns:
        field = OTHERS.get(column.lower(), column.lower())
        if field in FIELDS and column not in mapping.values():
            whole.setdefault(field, column)
    missing = [field for field in ("date", "title") if field not in whole]
    if missing:
        raise UsageError(
            f"no column of {name} is said to be the {' or the '.join(missing)}",
            f"Name it: --map {','.join(f'{field}=COLUMN' for field in missing)}; there are: {', '.join(columns)}.",
        )
    return whole


def mapped(mapping: Mapping[str, str], values: Mapping[str, Value]) -> dict[str, Value]:
    """Give the fields of a row."""
    return {field: values[column] for field, column in mapping.items() if column in values}
