"""The paths of the fields of records, as `--fields` and the documentation name them: `date.earliest`."""

import dataclasses
import typing
from typing import Any

from narcotl.dates import FuzzyDate
from narcotl.model.familiar import DATE
from narcotl.model.fields import Ref
from narcotl.model.record import HIDDEN, Record
from narcotl.model.records import RECORDS, Annotation
from narcotl.model.vocab.base import RecordKind

ADDED = (
    *("kind", "match", "corrections", "layer", "annotations"),
    *(f"annotations.{key}" for key in ("annotation", "layer", "note", "tags", "by", "made")),
    *(f"annotations.made.{key}" for key in DATE),
)
"""Keys that every record may have besides its own fields."""
ADDED_TO = ("positions", "sources")
"""The lists that annotations may add to, which each item says then."""


def paths_of(kind: RecordKind) -> tuple[str, ...]:
    """List every path into the JSON object of a record of a kind."""
    return (*ADDED, *walk(RECORDS[kind], ""))


def walk(cls: type[Any], prefix: str) -> tuple[str, ...]:
    """List the paths below the fields of a class."""
    hints = typing.get_type_hints(cls, include_extras=True)
    found: list[str] = []
    for field in dataclasses.fields(cls):
        if field.name in HIDDEN:
            continue
        key = "type" if field.name == "kind" and issubclass(cls, Record) else field.name.rstrip("_")
        flat = field.metadata.get("flat")
        if not flat:
            found.append(prefix + key)
        if key in ADDED_TO and cls is not Annotation:
            found += [f"{prefix}{key}.annotation", f"{prefix}{key}.layer"]
        found += below(hints[field.name], prefix if flat else f"{prefix}{key}.", is_id=key == "id")
    found += [prefix + name for name in getattr(cls, "DERIVED", ())]
    return tuple(found)


def below(hint: Any, prefix: str, *, is_id: bool) -> tuple[str, ...]:
    """List the paths below one field."""
    if typing.get_origin(hint) is typing.Annotated:
        if not any(isinstance(part, Ref) for part in hint.__metadata__):
            return ()
        # The name of a referred record stands beside its id: in the same object if that is the id itself.
        return (prefix.removesuffix("id.") + "name",) if is_id else (f"{prefix}id", f"{prefix}name")
    arguments = [part for part in typing.get_args(hint) if part not in (type(None), Ellipsis)]
    if arguments:
        return below(arguments[0], prefix, is_id=is_id)
    if hint is FuzzyDate:
        return tuple(prefix + key for key in DATE)
    return walk(hint, prefix) if dataclasses.is_dataclass(hint) and isinstance(hint, type) else ()
