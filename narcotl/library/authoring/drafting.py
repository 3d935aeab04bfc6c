"""Make a record of what was said, put it beside the store, and judge it by the very rules of `narcotl check`."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from narcotl.editing import adding, form
from narcotl.editing.adding import Additions
from narcotl.errors import Level, Place, Problem, UsageError
from narcotl.library.authoring.field import Field, Sort
from narcotl.library.authoring.naming import proposed
from narcotl.library.opened import Library, open_beside
from narcotl.model.record import Record
from narcotl.model.vocab.base import RecordKind
from narcotl.model.vocab.rule import Rule

Said = dict[str, list[Any]]
"""What was said and understood, by the name of the field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A record that is not written yet."""

    fields: Mapping[str, Any]
    """What a store would hold of it."""
    record: Record | None
    """None if it is too broken to keep."""
    problems: tuple[Problem, ...]
    """What is wrong with it, or would be wrong in the store with it."""
    printed: Mapping[str, Any]
    """The record as JSON has it, with the names of others; empty if there is no record."""
    additions: Additions | None

    @property
    def broken(self) -> bool:
        """Tell whether it cannot be written."""
        return self.record is None or any(problem.level is Level.ERROR for problem in self.problems)


def assembled(kind: RecordKind, form_of: Iterable[Field], said: Said, others: Mapping[str, Any]) -> dict[str, Any]:
    """Put what was said where it stands in a record; `others` are fields as they stand in a store."""
    fields: dict[str, Any] = {}
    for field in form_of:
        values = said.get(field.name, [])
        if field.sort is Sort.SUBJECT:
            for value in values:
                for key, ids in value.items():
                    fields.setdefault(field.path, {}).setdefault(key, []).extend(ids)
        elif values:
            put(fields, field.path, values if field.several else values[-1])
    if kind is RecordKind.EVENT:
        # Where it is not known where, the store says so.
        fields.setdefault("regions", [])
    return {**fields, **others}


def put(fields: dict[str, Any], path: str, value: Any) -> None:
    """Put a value at its path; a path that ends in a point takes the keys of a mapping."""
    *above, last = path.removeprefix(".").split(".")
    for key in above:
        fields = fields.setdefault(key, {})
    if last:
        fields[last] = value
    else:
        fields.update(value)


def as_written(texts: Iterable[str]) -> dict[str, Any]:
    """Read `FIELD=VALUE`, with the value in YAML as a store has it."""
    from narcotl.store.yaml_file import BadYamlError, Composer

    found = {}
    for text in texts:
        key, is_said, value = text.partition("=")
        if not is_said or not key.strip():
            raise UsageError(
                f"'{text}' says no field and value", "Write it as --set 'offices=[{of: cia, title: Director}]'."
            )
        composer = Composer(BytesIO(value.encode()), "--set")
        try:
            event = composer.first()
            found[key.strip()] = None if event is None else composer.compose(event)
        except BadYamlError as error:
            composer.problems.append(error.problem)
        for problem in composer.problems:
            raise UsageError(f"--set {key.strip()}: {problem.message}", problem.hint)
    return found


def drafted(
    library: Library, stores: Sequence[Path], kind: RecordKind, fields: Mapping[str, Any], file: Path | None = None
) -> Draft:
    """Make a record and judge it beside the stores, of which it goes into the last."""
    whole = completed(library, kind, fields)
    entry = form.understood(kind, whole)
    if entry.record is None:
        return Draft(fields=whole, record=None, problems=entry.problems, printed={}, additions=None)
    additions = adding.added(stores[-1], [entry.record], file)
    standing = additions.places[0]
    before = {(problem.rule, problem.record, problem.message) for problem in library.problems(silenced=True)}
    with TemporaryDirectory(prefix="narcotl-") as folder:
        path = Path(folder) / "new.jsonl"
        path.write_text(adding.line_of(entry.record), encoding="utf-8")
        beside = open_beside(stores, path, cached=library.cached)
        try:
            problems = [
                problem.but(place=Place(file=str(standing.path), line=standing.line))
                for problem in beside.problems()
                if (problem.rule, problem.record, problem.message.replace(str(path), "")) not in before
                # What is new is named by nothing yet.
                and not (problem.rule == Rule.UNUSED_RECORD and problem.record == entry.record.id)
            ]
            printed = next(iter(beside.index.get([entry.record.id])), {})
        finally:
            beside.close()
    return Draft(fields=whole, record=entry.record, problems=tuple(problems), printed=printed, additions=additions)


def completed(library: Library, kind: RecordKind, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Say what goes without saying: the id, and the unit of a figure."""
    whole = dict(fields)
    if kind is RecordKind.FIGURE and "unit" not in whole and isinstance(whole.get("measure"), str):
        whole["unit"] = library.record(whole["measure"], RecordKind.MEASURE)["unit"]
    if "id" not in whole:
        whole["id"] = proposed(kind, whole, lambda name: any(name == found for found, _ in library.index.named(name)))
    return whole
