"""Compare two states of a store by meaning: which records came, went, were renamed, revised or changed."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from typing import Any

from narcotl.errors import Level, Problem
from narcotl.history.changes import Change, changes
from narcotl.history.plain import Plain, plain, renamed
from narcotl.history.states import State
from narcotl.model.entry import Setting
from narcotl.model.vocab.base import RecordKind
from narcotl.store.checks import CHECK
from narcotl.store.layout import StoreFile
from narcotl.store.reader import read

NAMES = {
    RecordKind.EVENT: "title",
    RecordKind.SOURCE: "title",
    RecordKind.CLAIM: "proposition",
    RecordKind.FIGURE: "id",
}
"""The field that names a record of a kind, if it is not `name`."""
ORDER = ("event", "claim", "figure", "actor", "region", "source", "measure", "correction", "annotation", "setting")
SERIES = ("measure", "region", "period", "agency", "scope", "substance")
"""What two figures of one series have in common; the later vintage revises the earlier one."""
AMOUNT = ("value", "low", "high", "op", "unit", "missing")


class Fate(StrEnum):
    """What became of a record."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    REVISED = "revised"
    """A figure whose amount is another one, or a new figure of a series with a later vintage."""
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one record."""

    fate: Fate
    kind: str
    id: str
    name: str
    was: str | None = None
    """The id before, of a renamed record; the figure that is revised by a new one."""
    changes: tuple[Change, ...] = ()


@dataclass(slots=True)
class Contents:
    """The records of a state, as far as they are compared."""

    records: dict[str, Plain] = field(default_factory=dict)
    broken: int = 0
    """How many errors there are: what is broken cannot be compared."""

    def read(self, files: Mapping[str, StoreFile]) -> None:
        """Read records and settings."""
        for file in files.values():
            for item in read(file):
                if isinstance(item, Problem):
                    self.broken += item.level is Level.ERROR
                elif isinstance(item, Setting):
                    self.records[f"setting:{item.key}"] = {
                        "kind": "setting",
                        "id": item.key,
                        "value": unplaced(item.value) if item.key == CHECK else item.value,
                    }
                else:
                    self.broken += sum(problem.level is Level.ERROR for problem in item.problems)
                    if item.record is not None:
                        self.records.setdefault(item.record.id, plain(item.record))


def unplaced(value: Mapping[str, Any]) -> Plain:
    """Give what a store says about its checking without the places where it says it."""
    return {
        key: [{name: said for name, said in part.items() if name not in ("line", "column")} for part in parts]
        if isinstance(parts, list)
        else parts
        for key, parts in value.items()
    }


def differing(before: State, after: State) -> tuple[Contents, Contents]:
    """Read what differs between two states; files that hold the same bytes are not read."""
    one, other = dict(before.files), dict(after.files)
    for path in one.keys() & other.keys():
        if one[path].kind == other[path].kind and one[path].path.read_bytes() == other[path].path.read_bytes():
            del one[path], other[path]
    contents = Contents(), Contents()
    contents[0].read(one)
    contents[1].read(other)
    return contents


def compared(before: Mapping[str, Plain], after: Mapping[str, Plain]) -> list[Outcome]:
    """Compare the records of two states, by id; what was renamed is found by what it says."""
    names = renames(before, after)
    outcomes = [
        Outcome(fate=Fate.REMOVED, **head(before[old])) for old in before if old not in after and old not in names
    ]
    moved = {new: old for old, new in names.items()}
    for new, record in after.items():
        old = before.get(moved.get(new, new))
        outcomes += outcome(record, None if old is None else renamed(old, names), moved.get(new), before)
    return sorted(outcomes, key=lambda found: (ORDER.index(found.kind), found.id))


def outcome(record: Plain, old: Plain | None, was: str | None, before: Mapping[str, Plain]) -> Iterator[Outcome]:
    """Say what became of one record that is there afterwards."""
    if old is None:
        earlier = revised(record, before)
        found = (
            tuple(changes({key: earlier.get(key) for key in AMOUNT}, {key: record.get(key) for key in AMOUNT}))
            if earlier
            else ()
        )
        fate = Fate.REVISED if earlier else Fate.ADDED
        yield Outcome(fate=fate, was=earlier["id"] if earlier else None, changes=found, **head(record))
        return
    found = tuple(changes(old, record))
    if was is not None:
        yield Outcome(fate=Fate.RENAMED, was=was, changes=found, **head(record))
    elif found:
        is_revised = record["kind"] == "figure" and any(change.path in AMOUNT for change in found)
        yield Outcome(fate=Fate.REVISED if is_revised else Fate.CHANGED, changes=found, **head(record))


def revised(record: Plain, before: Mapping[str, Plain]) -> Plain | None:
    """Give the figure of the same series with the latest earlier vintage, if the record is a figure that has one."""
    vintage = record.get("vintage")
    if record["kind"] != "figure" or vintage is None:
        return None
    from narcotl.dates import parse_edtf

    own = parse_edtf(vintage).sort_key
    found = [
        (parse_edtf(other["vintage"]).sort_key, other["id"], other)
        for other in before.values()
        if other["kind"] == "figure"
        and other.get("vintage")
        and all(other.get(key) == record.get(key) for key in SERIES)
    ]
    earlier = [entry for entry in found if entry[0] < own]
    return max(earlier, key=lambda entry: entry[:2])[2] if earlier else None


def renames(before: Mapping[str, Plain], after: Mapping[str, Plain]) -> dict[str, str]:
    """Find records that only have another id: the same content, or else the same name.

    A renamed record is named by others, which may have been renamed with it; so this is done until nothing is found.
    """
    names: dict[str, str] = {}
    while True:
        gone = {old: record for old, record in before.items() if old not in after and old not in names}
        come = {new: record for new, record in after.items() if new not in before and new not in names.values()}
        found = matched(gone, come, partial(content, names)) or matched(gone, come, shown)
        if not found:
            return names
        names |= found


def content(names: Mapping[str, str], record: Plain) -> Any:
    """Give what a record says, apart from its id and from what it calls others."""
    return {**renamed(record, names), "id": None}


def shown(record: Plain) -> Any:
    """Give what a record is called."""
    return record["kind"], name_of(record)


def matched(gone: Mapping[str, Plain], come: Mapping[str, Plain], sign: Callable[[Plain], Any]) -> dict[str, str]:
    """Pair records by a sign that only one of either side bears."""
    sides: tuple[dict[str, list[str]], dict[str, list[str]]] = {}, {}
    for side, records in zip(sides, (gone, come), strict=True):
        for name, record in records.items():
            side.setdefault(repr(sign(record)), []).append(name)
    return {
        old[0]: sides[1][key][0] for key, old in sides[0].items() if len(old) == 1 and len(sides[1].get(key, ())) == 1
    }


def name_of(record: Plain) -> str:
    """Name a record for people."""
    return str(record.get("title") or record.get("proposition") or record.get("name") or record["id"])


def head(record: Plain) -> dict[str, Any]:
    """Give what is told of every record."""
    return {"kind": record["kind"], "id": record["id"], "name": name_of(record)}
