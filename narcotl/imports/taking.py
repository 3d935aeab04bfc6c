"""From the items of a file to the records that are taken, and to a word on every item that is not."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeAlias, assert_never

from narcotl.errors import Level, NarcotlError, Problem
from narcotl.imports.dates import DateReader
from narcotl.imports.differing import as_read, differences
from narcotl.imports.earlier import Earlier
from narcotl.imports.events import EventMaker
from narcotl.imports.item import Contents, Item, RefusedError, Sort
from narcotl.imports.mapping import mapped
from narcotl.imports.settling import settled

Record: TypeAlias = dict[str, Any]
Judge: TypeAlias = Callable[[Sequence[Record]], Iterable[Problem]]
"""Say what would be wrong with records beside those of the store; the line of a problem is the record's number."""

EDTF = DateReader(edtf=True)
"""Readers of formats with dates of their own have made EDTF of them."""


class Outcome(StrEnum):
    """What became of an item."""

    TAKEN = "taken"
    CREATED = "created"
    """A record made for a name, or for the file itself."""
    PRESENT = "present"
    REFUSED = "refused"


@dataclass(slots=True, kw_only=True)
class Line:
    """What is told of an item."""

    number: int
    outcome: Outcome
    record: Record = field(default_factory=dict)
    title: str = ""
    reason: str = ""
    hint: str = ""
    is_different: bool = False
    """Whether it is there already with another content."""

    def present(self, reason: str, item: Item, known: Mapping[str, Any] | None) -> None:
        """Change the outcome, and say what is different from the record that is there."""
        fields = differences(item, self.record, known) if known is not None else []
        self.outcome, self.is_different = Outcome.PRESENT, bool(fields)
        self.reason = f"{reason}, but different in: {', '.join(fields)}" if fields else reason

    def refuse(self, reason: str, hint: str) -> None:
        """Change the outcome."""
        self.outcome, self.reason, self.hint = Outcome.REFUSED, reason, hint


class Taking:
    """What is taken of a file."""

    def __init__(self, maker: EventMaker, source: Record | None) -> None:
        """Keep what makes events, and the record of the file as a source if one has to be made."""
        self.maker = maker
        self.source = source
        self.lines: list[Line] = []
        self.earlier = Earlier(maker.names.known, maker.source)
        self._seen: dict[str, Line] = {}

    def add(self, contents: Contents, mapping: dict[str, str]) -> None:
        """Make records of all items."""
        self.maker.names.know(contents.names)
        for item in contents.items:
            self.lines.append(self._line(item, mapping))

    def _line(self, item: Item, mapping: dict[str, str]) -> Line:
        values = mapped(mapping, item.values) if item.sort is Sort.ROW else item.values
        told = values.get("title") or values.get("name") or ""
        title = self.maker.text(told if isinstance(told, str | list) else "").encode(errors="replace").decode()
        try:
            check_characters(item)
            if item.error is not None:
                raise item.error
            record = self._record(item, values)
        except NarcotlError as error:
            return Line(number=item.number, outcome=Outcome.REFUSED, title=title, reason=error.message, hint=error.hint)
        name = str(record["id"])
        line = Line(number=item.number, outcome=Outcome.TAKEN, record=record, title=title)
        if name in self._seen:
            other = self._seen[name]
            line.present(f"row {other.number} has the same id", item, as_read(other.record))
        elif known := self.maker.names.known.get([name]):
            line.present("the store has a record with this id", item, known[0])
        elif item.sort in (Sort.ROW, Sort.EVENT) and (earlier := self.earlier.find(item, record)):
            line.present(f"the store has it as {earlier['id']}", item, earlier)
        self._seen.setdefault(name, line)
        return line

    def _record(self, item: Item, values: Mapping[str, Any]) -> Record:
        match item.sort:
            case Sort.RECORD:
                return dict(values)
            case Sort.SOURCE:
                return {**values, "author": [self.maker.names.known_as(name) for name in values["author"]]}
            case Sort.ENTITY:
                return settled(values, self.maker.names, self.maker.citation(item.number))
            case Sort.ROW | Sort.EVENT:
                return self.maker.make(item.number, values, None if item.sort is Sort.ROW else EDTF)
            case _:
                assert_never(item.sort)

    def judge(self, judge: Judge) -> None:
        """Refuse what `narcotl check` would call wrong, until nothing is."""
        while True:
            lines = self.written()
            wrong = [
                problem
                for problem in judge([line.record for line in lines])
                if problem.level is Level.ERROR and 0 < problem.place.line <= len(lines)
            ]
            for problem in wrong:
                line = lines[problem.place.line - 1]
                for one in [line] if line.outcome is not Outcome.CREATED else self._needing(line.record):
                    one.refuse(problem.message, problem.hint)
            if not wrong:
                return

    def created(self) -> list[Line]:
        """Give the records that have to be made for those that are taken, each with the first row that needs it."""
        if not any(line.outcome is Outcome.TAKEN for line in self.lines):
            return []
        found: dict[str, Line] = {}
        for line in self.lines:
            if line.outcome is Outcome.TAKEN:
                for record in self._needed(line.record):
                    if record["id"] not in found:
                        found[record["id"]] = Line(number=line.number, outcome=Outcome.CREATED, record=record)
        return list(found.values())

    def _needing(self, record: Record) -> list[Line]:
        """Give what is taken and names a record that has to be made."""
        taken = [line for line in self.lines if line.outcome is Outcome.TAKEN]
        return [line for line in taken if any(needed is record for needed in self._needed(line.record))]

    def _needed(self, record: Record) -> Iterable[Record]:
        citations = [citation for citation in record.get("sources") or () if isinstance(citation, dict)]
        sources = [source for one in citations for source in (one.get("source"), *(one.get("via") or ()))]
        if self.source is not None and self.source["id"] in sources:
            yield self.source
        people = [part.get("actor") for part in record.get("participants") or () if isinstance(part, dict)]
        for name in (*(record.get("regions") or ()), *people):
            if isinstance(name, str) and name in self.maker.names.new:
                yield self.maker.names.new[name]

    def written(self) -> list[Line]:
        """Give all that would be written, what others name before those that name it."""
        return [*self.created(), *(line for line in self.lines if line.outcome is Outcome.TAKEN)]

    def told(self) -> list[Line]:
        """Give everything that is told: what is created first, then each item."""
        return [*self.created(), *self.lines]


def check_characters(item: Item) -> None:
    """Refuse what no file can hold: JSON can write half of a character."""
    try:
        json.dumps(dict(item.values), ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise RefusedError("it holds half of a character (a lone surrogate)") from None
