"""Take the records and settings of one store into another: what both have must be the same."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final, NamedTuple

from narcotl.editing.adding import Laid, moved, sound
from narcotl.editing.carrying import Carried, carried, remarks_of
from narcotl.editing.files import Change
from narcotl.editing.page import Page, Written, page_of, read
from narcotl.editing.settings import Piece, settings_file, with_settings
from narcotl.editing.spans import Mapping as Keyed
from narcotl.editing.spans import Scalar
from narcotl.editing.uniting import changed_fields
from narcotl.errors import Place, UsageError
from narcotl.library.settings_uniting import Found
from narcotl.library.settings_uniting import judged as judged_settings
from narcotl.model.record import Record
from narcotl.reports.report import Row
from narcotl.store.decode import entry
from narcotl.store.layout import files

NOTHING: Final = Carried("", ())
_COMMENT: Final = re.compile(r"#[^\n]*")


class Outcome(StrEnum):
    """What becomes of a record or a setting."""

    ADDED = "added"
    PRESENT = "present"
    DIFFERS = "differs"
    """A setting that the other store has otherwise, or that would hold for more than was meant; it is left."""
    CLASH = "clash"
    REFUSED = "refused"


class Standing(NamedTuple):
    """A record as it stands in a store; None if it is broken."""

    record: Record | None
    place: Place
    id: str
    kind: str
    problem: str
    carried: Carried


@dataclass(frozen=True, slots=True, kw_only=True)
class Union:
    """What taking a store into another comes to."""

    changes: tuple[Change, ...]
    rows: tuple[Row, ...]
    remarks: tuple[str, ...]
    """Records and settings whose comments stay behind: they are there already, or where they go there can be none."""

    def count(self, outcome: Outcome) -> int:
        """Count what comes to this."""
        return sum(row["outcome"] == outcome for row in self.rows)

    @property
    def is_stuck(self) -> bool:
        """Whether something clashes or is broken."""
        return bool(self.count(Outcome.CLASH) or self.count(Outcome.REFUSED))


def merge(store: Path, into: Path, *, skip: bool) -> Union:
    """Find out what has to be written; if something clashes, and is not to be skipped, that is nothing."""
    if store.resolve() == into.resolve():
        raise UsageError(f"{store} is one store", "Name two.")
    taken, there = pages(store), pages(into)
    known = {one.id: one for one in standing(there)}
    rows: list[Row] = []
    new: list[Standing] = []
    stuck: list[str] = []
    every = standing(taken, [page.text for page in there])
    for one in every:
        outcome, fields = judged(one, known.get(one.id))
        rows.append(row(one, outcome, fields, known.get(one.id)))
        if outcome is Outcome.ADDED:
            new.append(one)
            known[one.id] = one
        elif outcome is not Outcome.PRESENT:
            stuck.append(one.id)
    said = list(judged_settings(taken, there, stuck))
    changes: tuple[Change, ...] = ()
    if skip or not stuck:
        changes, why = written(into, new, [one.piece for one in said if not one.is_there and not one.why_not])
        said = [one._replace(why_not=one.why_not or why) for one in said]
    rows += [setting_row(one, there) for one in said]
    remarks = [(one.id, one.carried.remarks) for one in every]
    remarks += [(one.name, tuple(remarks_of(one.piece))) for one in said]
    return Union(changes=changes, rows=tuple(rows), remarks=tuple(left_behind(remarks, there, changes)))


def written(into: Path, new: Sequence[Standing], pieces: Sequence[Piece]) -> tuple[tuple[Change, ...], str]:
    """Find out what has to be written, and why the settings cannot be."""
    laid = [Laid(one.record, *one.carried) for one in new if one.record is not None]
    changes = {change.path: change for change in (moved(into, laid).changes if laid else ())}
    if not pieces:
        return tuple(changes.values()), ""
    try:
        file = settings_file(into)
        change = changes.get(file.path)
        page = read(file) if change is None else page_of(file, change.after)
        after = with_settings(page, pieces)
    except UsageError as error:
        return tuple(changes.values()), error.message
    before = page.data if change is None else change.before
    changes[file.path] = Change(path=file.path, before=before, after=after.data)
    return tuple(changes.values()), ""


def left_behind(
    every: Iterable[tuple[str, Sequence[str]]], there: Iterable[Page], changes: Iterable[Change]
) -> list[str]:
    """Give the names of what has a comment that stands nowhere in the store that gets it."""
    texts = [*(page.text for page in there), *((change.after or b"").decode("utf-8-sig") for change in changes)]
    whole = "\n".join(texts)
    # What stands behind a text with a number sign is not among these, and is looked for.
    known = {found[0].rstrip() for found in _COMMENT.finditer(whole)}
    return [name for name, remarks in every if any(remark not in known and remark not in whole for remark in remarks)]


def pages(store: Path) -> list[Page]:
    """Read the files of a store, all of which must be sound."""
    return [sound(read(file)) for file in files(store)]


def standing(found: Sequence[Page], others: Sequence[str] | None = None) -> list[Standing]:
    """Give the records of a store, with what they bring along to one that holds other texts, if they go to one."""
    return [
        made(page, written, along)
        for page in found
        for written, along in zip(
            page.records,
            [NOTHING] * len(page.records) if others is None else carried(page, others),
            strict=True,
        )
    ]


def made(page: Page, written: Written, along: Carried) -> Standing:
    """Decode a record."""
    read_again = entry(written.kind, written.node, str(page.path))
    place = Place(file=str(page.path), line=written.node.line, column=written.node.column)
    problem = read_again.problems[0].message if read_again.problems else ""
    return Standing(read_again.record, place, str(written.node.get("id")), written.kind.value, problem, along)


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


def setting_row(one: Found, there: Iterable[Page]) -> Row:
    """Give what becomes of a setting as JSON has it."""
    outcome = Outcome.DIFFERS if one.why_not else Outcome.PRESENT if one.is_there else Outcome.ADDED
    others = [place_of(page, one.piece) for page in there] if outcome is not Outcome.ADDED else []
    place = Place(file=str(one.page.path), line=one.piece.line, column=one.piece.column)
    return {
        "outcome": outcome.value,
        "kind": "setting",
        "id": one.name,
        "fields": [],
        "place": str(place),
        "other": next((place for place in others if place), None),
        "reason": one.why_not or None,
    }


def place_of(page: Page, piece: Piece) -> str | None:
    """Say where a page says the same, or has the list in which it would stand; None if nowhere."""
    node: object = page.top
    found = None
    for key in (*piece.path, piece.key):
        if not isinstance(node, Keyed) or not key:
            break
        own = next((one for one in node if isinstance(one, Scalar) and one == key), None)
        if own is None:
            return None
        found, node = own, node[own]
    return str(Place(file=str(page.path), line=found.line, column=found.column)) if found is not None else None
