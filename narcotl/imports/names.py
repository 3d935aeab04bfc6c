"""Who and where: the records that a store has under the names of a file, and new ones for the names that it lacks."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from narcotl.imports.item import RefusedError
from narcotl.model.vocab.base import RecordKind
from narcotl.select.fold import fold

LONGEST = 60
KINDS = {RecordKind.ACTOR: "unknown", RecordKind.REGION: "area"}
"""What a new record is, as long as nobody has said more."""


class Known(Protocol):
    """The records that a store has."""

    def named(self, name: str, kind: str | None = None, /) -> Sequence[tuple[str, str]]:
        """Find records by id, name or alias."""

    def get(self, ids: Iterable[str], /) -> Sequence[Mapping[str, Any]]:
        """Give the records with these ids."""

    def table(self, sql: str, parameters: Sequence[Any] = (), /) -> Iterable[tuple[Any, ...]]:
        """Run a query over the tables of the index."""


class Nothing:
    """What a store has that is yet to be made."""

    def named(self, _name: str, _kind: str | None = None, /) -> Sequence[tuple[str, str]]:
        """Find nothing."""
        return ()

    def get(self, _ids: Iterable[str], /) -> Sequence[Mapping[str, Any]]:
        """Give nothing."""
        return ()

    def table(self, _sql: str, _parameters: Sequence[Any] = (), /) -> Iterable[tuple[Any, ...]]:
        """Give nothing."""
        return ()


class Names:
    """The names of a file and the records that they mean."""

    def __init__(self, known: Known) -> None:
        """Start with what the store has."""
        self.known = known
        self.new: dict[str, dict[str, Any]] = {}
        self._found: dict[tuple[RecordKind, str], str] = {}
        self._same: dict[str, str] = {}
        self._unclear: dict[str, RefusedError] = {}

    def know(self, actors: Mapping[str, str]) -> None:
        """Look up the actors of a file, each by its id and its name: the store may have them under other ids."""
        for record, name in actors.items():
            if self.known.get([record]):
                continue
            found = self.known.named(name, RecordKind.ACTOR)
            if len(found) == 1:
                self._same[record] = found[0][0]
            elif found:
                self._unclear[record] = several(name, RecordKind.ACTOR, found)

    def actor(self, record: str) -> str:
        """Give the id that the store has for an actor of the file; fails if its name is that of several."""
        if record in self._unclear:
            raise self._unclear[record]
        return self._same.get(record, record)

    def resolve(self, name: str, kind: RecordKind) -> str:
        """Give the id of the record that a name means, a new one if there is none; fails if there are several."""
        key = kind, fold(name)
        if key not in self._found:
            self._found[key] = self._look_up(name, kind)
        return self._found[key]

    def places(self, text: str) -> list[str]:
        """Give the places in a text: one, unless semicolons part them, or the store knows each part between commas."""
        if not text or self.known.named(text, RecordKind.REGION):
            return [text] if text else []
        parts = [part.strip() for part in text.split("; " if "; " in text else ", ")]
        return parts if "; " in text or all(self.known.named(part, RecordKind.REGION) for part in parts) else [text]

    def known_as(self, name: str) -> str:
        """Give the id of the only actor with this name, else the name itself, which may stand where authors do."""
        found = self.known.named(name, RecordKind.ACTOR)
        return found[0][0] if len(found) == 1 else name

    def _look_up(self, name: str, kind: RecordKind) -> str:
        found = self.known.named(name, kind)
        if len(found) > 1:
            raise several(name, kind, found)
        return found[0][0] if found else self._add(name, kind)

    def _add(self, name: str, kind: RecordKind) -> str:
        record = slug(name) or f"{kind}-{digest(name)}"
        if record in self.new or self.known.get([record]):
            record = f"{record}-{kind}"
        if record in self.new or self.known.get([record]):
            record = f"{record}-{digest(name)}"
        self.new[record] = {"kind": kind.value, "id": record, "name": name, "type": KINDS[kind]}
        return record


def several(name: str, kind: RecordKind, found: Sequence[tuple[str, str]]) -> RefusedError:
    """Refuse a name of several."""
    ids = ", ".join(record for record, _ in found)
    return RefusedError(f"'{name}' is the name of {len(found)} {kind}s", f"Write one of the ids: {ids}.")


def slug(text: str) -> str:
    """Make the beginning of an id of a text: its letters and digits, without accents."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    short = re.sub(r"[^a-z0-9]+", "-", plain.replace("'", ""))[:LONGEST]
    return short.strip("-")


def digest(text: str) -> str:
    """Give eight signs that stand for a text: the same ones for the same text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
