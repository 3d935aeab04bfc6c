"""Take the settings of one store into another: what only one has comes over, and what differs is told."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from narcotl.editing.carrying import settings
from narcotl.editing.layout import Plain
from narcotl.editing.page import Page
from narcotl.editing.settings import Piece
from narcotl.model.checks import EVERY
from narcotl.store.checks import CHECK

OF_ALL: Final = "it would hold for every record"
TOLERANCE: Final = (CHECK, "tolerance")


class Found(NamedTuple):
    """A setting of the store that is taken in."""

    piece: Piece
    page: Page
    name: str
    is_there: bool
    """Whether the other store says the same."""
    why_not: str
    """Why it is not taken over; empty if it is, or is there."""


def settings_of(found: Sequence[Page]) -> list[tuple[Page, Piece]]:
    """Give the settings of a store."""
    return [(page, piece) for page in found for piece in settings(page)]


def judged(taken: Sequence[Page], there: Sequence[Page], left: Collection[str]) -> Iterator[Found]:
    """Say of each setting what becomes of it; `left` are the records that are not taken over."""
    known: dict[tuple[str | int, ...], list[Plain]] = {}
    for _, piece in settings_of(there):
        known.setdefault((*piece.path, piece.key), []).append(piece.value)
    for page, piece in settings_of(taken):
        place = (*piece.path, piece.key)
        is_there = any(says(other, piece.value) for other in known.get(place, ()))
        yield Found(piece, page, name_of(piece), is_there, "" if is_there else objection(piece, known, left))


def says(other: Plain, value: Plain) -> bool:
    """Tell whether a store says something already: the same, or of more records."""
    if not isinstance(other, Mapping) or not isinstance(value, Mapping):
        return other == value
    mine, yours = records_of(other), records_of(value)
    return other.get("rule") == value.get("rule") and bool(yours) and (yours <= mine or EVERY in mine)


def objection(piece: Piece, known: Mapping[tuple[str | int, ...], list[Plain]], left: Collection[str]) -> str:
    """Say why a setting is not taken over; empty if it is."""
    place = (*piece.path, piece.key)
    if place in known and piece.key:
        return f"the other store says: {shown(known[place][0])}"
    records = records_of(piece.value)
    if place == TOLERANCE or EVERY in records:
        return OF_ALL
    kept_back = sorted(records & set(left))
    return f"{', '.join(kept_back)} is not taken over as it is" if kept_back else ""


def records_of(value: Plain) -> set[str]:
    """Give the ids in a silence, or in what is said to be distinct."""
    records = value.get("records") if isinstance(value, Mapping) else None
    return {records} if isinstance(records, str) else {str(record) for record in records or ()}


def name_of(piece: Piece) -> str:
    """Name a setting by its keys, and an item of a list by what it is about."""
    keys = ".".join(str(key) for key in (*piece.path, piece.key) if key)
    if piece.key or not isinstance(piece.value, Mapping):
        return keys
    about = ", ".join(sorted(records_of(piece.value)))
    rule = piece.value.get("rule")
    return f"{keys} ({f'{rule}: ' if rule else ''}{about})"


def shown(value: Plain) -> str:
    """Write a value in one line."""
    return value if isinstance(value, str) else ", ".join(map(str, value or ()))
