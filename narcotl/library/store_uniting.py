"""Take the records of one store into another: what both have must be the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from narcotl.editing.adding import added, sound
from narcotl.editing.files import Change
from narcotl.editing.page import Page, Written, read
from narcotl.editing.uniting import changed_fields
from narcotl.errors import Place, UsageError
from narcotl.model.record import Record
from narcotl.reports.report import Row
from narcotl.store.decode import entry
from narcotl.store.layout import files


class Outcome(StrEnum):
    """What becomes of a record."""

    ADDED = "added"
    PRESENT = "present"
    CLASH = "clash"
    REFUSED = "refused"


class Standing(NamedTuple):
    """A record as it stands in a store; None if it is broken."""

    record: Record | None
    place: Place
    id: str
    kind: str
    problem: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Union:
    """What taking a store into another comes to."""

    changes: tuple[Change, ...]
    rows: tuple[Row, ...]
    clashes: int
    refused: int
    settings: tuple[str, ...]
    """Settings of the store that is taken in, which the other one does not have or has otherwise."""


def merge(store: Path, into: Path, *, skip: bool) -> Union:
    """Find out what has to be written; if something clashes, and is not to be skipped, that is nothing."""
    if store.resolve() == into.resolve():
        raise UsageError(f"{store} is one store", "Name two.")
    taken, there = pages(store), pages(into)
    known = {one.id: one for one in standing(there)}
    rows: list[Row] = []
    new: list[Record] = []
    for one in standing(taken):
        outcome, fields = judged(one, known.get(one.id))
        rows.append(row(one, outcome, fields, known.get(one.id)))
        if outcome is Outcome.ADDED and one.record is not None:
            new.append(one.record)
            known[one.id] = one
    clashes, refused = (sum(row["outcome"] == what for row in rows) for what in (Outcome.CLASH, Outcome.REFUSED))
    write = bool(new) and (skip or not (clashes or refused))
    return Union(
        changes=added(into, new).changes if write else (),
        rows=tuple(rows),
        clashes=clashes,
        refused=refused,
        settings=tuple(sorted(settings(taken) - settings(there))),
    )


def pages(store: Path) -> list[Page]:
    """Read the files of a store, all of which must be sound."""
    return [sound(read(file)) for file in files(store)]


def standing(found: Sequence[Page]) -> list[Standing]:
    """Give the records of a store."""
    return [made(page, written) for page in found for written in page.records]


def made(page: Page, written: Written) -> Standing:
    """Decode a record."""
    read_again = entry(written.kind, written.node, str(page.path))
    place = Place(file=str(page.path), line=written.node.line, column=written.node.column)
    problem = read_again.problems[0].message if read_again.problems else ""
    return Standing(read_again.record, place, str(written.node.get("id")), written.kind.value, problem)


def judged(one: Standing, other: Standing | None) -> tuple[Outcome, list[str]]:
    """Say what becomes of a record, and in which fields it clashes."""
    if one.record is None:
        return Outcome.REFUSED, []
    if other is None:
        return Outcome.ADDED, []
    if other.record is None or one.kind != other.kind:
        return Outcome.CLASH, ["kind"] if one.kind != other.kind else []
    fields = [name for name, _ in changed_fields(other.record, one.record)]
    return (Outcome.CLASH, fields) if fields else (Outcome.PRESENT, [])


def row(one: Standing, outcome: Outcome, fields: Sequence[str], other: Standing | None) -> Row:
    """Give what becomes of a record as JSON has it."""
    return {
        "outcome": outcome.value,
        "kind": one.kind,
        "id": one.id,
        "fields": list(fields),
        "place": str(one.place),
        "other": str(other.place) if other is not None and outcome is not Outcome.ADDED else None,
        "reason": one.problem or None,
    }


def settings(found: Sequence[Page]) -> set[str]:
    """Give the settings of a store: single words, and the topics one by one."""
    keys: set[str] = set()
    for page in found:
        for key, value in page.top.items() if isinstance(page.top, dict) else ():
            if key == "topics" and isinstance(value, dict):
                keys |= {f"topics.{topic}" for topic in value}
            elif key in ("synonyms", "settings", "check"):
                keys.add(str(key))
    return keys
