"""The list of corrections, and one of them in full: what is wrong where, what should stand there, and why."""

from collections.abc import Iterator
from functools import partial

from narcotl.reports import cells, found, sections
from narcotl.reports.chains import addresses, work
from narcotl.reports.records import Records
from narcotl.reports.report import Card, Column, Line, Report, Row, Tone, Width, Works
from narcotl.select.selection import Selection

FIELDS = ("touches", "touches.id", "touches.kind", "touches.name")
"""What the card adds to the record: the records on which the correction is shown."""

TOUCHED = """
SELECT r.id, r.kind, r.name FROM corrected c JOIN records r ON r.id = c.target
WHERE c.record = ? ORDER BY r.kind, r.sort, r.id
"""


def where(row: Row) -> str:
    """Write what is corrected: a place in a source, or a field of a record."""
    target = row["target"]
    named = target.get("source") or target.get("entity") or {}
    rest = target.get("locator") or target.get("field")
    return ", ".join(filter(None, (named.get("id"), rest)))


def corrected(row: Row) -> Works:
    """Name the source that is corrected, if it is one."""
    return work(row["target"].get("source"))


def should_be(row: Row) -> str:
    """Write what should stand there; a suspicion is not applied."""
    certain = {"certain": "", "suspected": " (suspected, not applied)"}
    return str(row["should_be"]) + certain.get(row["certainty"], f" ({row['certainty']})")


COLUMNS = (
    Column(key="id", heading="Id", cell=lambda row: str(row["id"]), width=Width.WIDE, tone=Tone.ASIDE, least=12),
    Column(key="target", heading="Where", cell=where, works=corrected, least=10),
    Column(key="type", heading="Kind", cell=lambda row: str(row["type"]), width=Width.WIDE, least=10),
    Column(key="says", heading="What is wrong", cell=lambda row: str(row["says"]), least=22),
    Column(key="should_be", heading="Rather", cell=should_be, least=22),
    Column(key="certainty", heading="Certainty", cell=lambda row: str(row["certainty"]), width=Width.NEVER),
    Column(key="match", heading="Match", cell=lambda row: str(row.get("match", "")), width=Width.NEVER),
)
TOUCHED_COLUMNS = (
    Column(key="kind", heading="Kind", cell=lambda row: str(row["kind"]), least=8),
    Column(key="name", heading="Record", cell=cells.name, least=24),
    Column(key="id", heading="Id", cell=lambda row: str(row["id"]), tone=Tone.ASIDE, least=12),
)


def corrections(records: Records, selection: Selection, title: str = "Corrections") -> Report:
    """List the corrections that a selection asks for."""
    return Report(
        title=title,
        columns=COLUMNS,
        rows=records.select("correction", selection),
        empty="No correction fits.",
        kind="correction",
        addresses=partial(addresses, records),
        total=found.whole(records, "correction", selection),
        why=found.reason(records, "correction", selection),
    )


def correction(records: Records, row: Row) -> Card:
    """Make the card of a correction."""
    touched = [{"id": name, "kind": kind, "name": shown} for name, kind, shown in records.table(TOUCHED, (row["id"],))]
    return Card(
        title=row["should_be"],
        record={**row, "touches": touched},
        lines=tuple(lines(row)),
        addresses=partial(addresses, records),
        sections=(
            sections.citations(records, row["basis"], "On what basis"),
            Report(title="What it touches", columns=TOUCHED_COLUMNS, rows=touched, empty=""),
        ),
    )


def lines(row: Row) -> Iterator[Line]:
    """Write what the record says of the mistake."""
    target = row["target"]
    yield Line(label="Instead of", text=row["says"])
    for label, key in (("In", "source"), ("Of", "entity")):
        if target.get(key):
            text = f"{cells.name(target[key])} ({target[key]['id']})"
            yield Line(label=label, text=text, works=corrected(row))
    for label, key in (("Field", "field"), ("Where", "locator"), ("Written", "text")):
        if target.get(key):
            yield Line(label=label, text=f'"{target[key]}"' if key == "text" else target[key])
    yield Line(label="Kind", text=row["type"])
    suspected = row["certainty"] == "suspected"
    yield Line(label="Certainty", text=row["certainty"] + (": shown, and not applied" if suspected else ""))
    if row.get("reported"):
        yield Line(label="Reported", text=row["reported"]["text"], tone=Tone.DATE)
    if row.get("note"):
        yield Line(label="Note", text=row["note"])
