"""What became of a store between two states, as a report."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from narcotl.history.changes import Change, called
from narcotl.history.compare import Fate, Outcome
from narcotl.reports.report import Column, Report, Row, Tone

FIELDS = (
    *("change", "kind", "id", "name", "was", "changes"),
    *(f"changes.{key}" for key in ("part", "field", "before", "after")),
)
"""The fields of a row."""


def diff(outcomes: Sequence[Outcome], title: str) -> Report:
    """List what became of each record that is not what it was."""
    return Report(
        title=title,
        columns=COLUMNS,
        rows=[row_of(outcome) for outcome in outcomes],
        empty="Both say the same.",
        footer=lambda rows: [f"{counted(outcomes)}."] if rows else [],
        total=lambda: len(outcomes),
    )


def row_of(outcome: Outcome) -> Row:
    """Write what became of a record as a row."""
    return {
        "change": outcome.fate.value,
        "kind": outcome.kind,
        "id": outcome.id,
        "name": outcome.name,
        "was": outcome.was,
        "changes": changed(outcome.changes),
    }


def changed(changes: Iterable[Change]) -> list[Row]:
    """Write changes as JSON has them."""
    return [
        {"part": change.part.value, "field": change.path, "before": change.before, "after": change.after}
        for change in changes
    ]


def counted(outcomes: Sequence[Outcome]) -> str:
    """Count what became of records."""
    counts = Counter(outcome.fate for outcome in outcomes)
    return ", ".join(f"{counts[fate]} {fate}" for fate in Fate if counts[fate])


def what(row: Row) -> str:
    """Write the changes of a record, one a line."""
    was = {"renamed": "was {}", "revised": "revises {}"}.get(row["change"], "{}").format(row["was"])
    lines = [change_text(change) for change in row["changes"]]
    return "\n".join([was, *lines] if row["was"] else lines)


def change_text(change: Row) -> str:
    """Write one change: what came with a plus, what went with a minus, and both where one became another."""
    if change["before"] is None:
        return f"+ {change['field']}: {text(change['after'])}"
    if change["after"] is None:
        return f"- {change['field']}: {text(change['before'])}"
    return f"{change['field']}: {text(change['before'])} \N{RIGHTWARDS ARROW} {text(change['after'])}"


def text(value: Any) -> str:
    """Write a value for people."""
    if isinstance(value, list):
        return ", ".join(text(part) for part in value) or "nothing"
    if not isinstance(value, dict):
        return ("yes" if value else "no") if isinstance(value, bool) else str(value)
    rest = {key: part for key, part in value.items() if part is not None and str(part) not in called(value).split(" ")}
    said = "; ".join(f"{key} {text(part)}" for key, part in rest.items())
    return f"{called(value)} ({said})" if said else called(value)


def record(row: Row) -> str:
    """Name a record, with its id."""
    return f"{row['name']}\n{row['id']}" if row["name"] != row["id"] else str(row["id"])


COLUMNS = (
    Column(key="change", heading="Change", cell=lambda row: str(row["change"]), least=8),
    Column(key="kind", heading="Kind", cell=lambda row: str(row["kind"]), tone=Tone.ASIDE, least=7),
    Column(key="id", heading="Record", cell=record, tone=Tone.NAME, least=20),
    Column(key="changes", heading="What", cell=what, least=26),
)
