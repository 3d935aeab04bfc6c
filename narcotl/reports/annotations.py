"""Annotations: what is added to the records of a store, and by whom."""

from collections.abc import Iterator

from narcotl.plural import counted
from narcotl.reports import cells, found, sections
from narcotl.reports.records import Records
from narcotl.reports.report import Card, Column, Line, Report, Row, Tone, Width
from narcotl.select.selection import Selection


def adds(row: Row) -> str:
    """Write what an annotation adds: its note, its tags, and how many positions and sources."""
    parts = [row.get("note"), f"({', '.join(row['tags'])})" if row["tags"] else ""]
    counts = {noun: len(row.get(f"{noun}s", ())) for noun in ("position", "source")}
    parts += [f"+ {counted(count, noun)}" for noun, count in counts.items() if count]
    return "\n".join(filter(None, parts))


COLUMNS = (
    Column(key="id", heading="Id", cell=lambda row: str(row["id"]), width=Width.WIDE, tone=Tone.ASIDE, least=12),
    Column(key="of", heading="On", cell=lambda row: f"{cells.name(row['of'])}\n{row['of']['id']}", least=20),
    Column(key="note", heading="What it adds", cell=adds, least=24),
    Column(key="by", heading="By", cell=lambda row: str(row.get("by") or ""), least=6),
    Column(
        key="made",
        heading="Made",
        cell=lambda row: row["made"]["text"] if row.get("made") else "",
        tone=Tone.DATE,
        least=8,
    ),
    Column(key="layer", heading="Store", cell=lambda row: str(row.get("layer") or ""), least=6),
)


def annotations(records: Records, selection: Selection, title: str = "Annotations") -> Report:
    """List the annotations that a selection asks for."""
    return Report(
        title=title,
        columns=COLUMNS,
        rows=records.select("annotation", selection),
        empty="No annotation fits.",
        kind="annotation",
        total=found.whole(records, "annotation", selection),
        why=found.reason(records, "annotation", selection),
    )


def annotation(records: Records, row: Row) -> Card:
    """Make the card of an annotation."""
    return Card(
        title=str(row.get("note") or row["id"]),
        record=row,
        lines=tuple(lines(row)),
        sections=(sections.citations(records, row.get("sources", ()), "Sources that it adds"),),
        notes=tuple(cells.remarks(row)),
    )


def lines(row: Row) -> Iterator[Line]:
    """Write what the record says."""
    yield Line(label="On", text=f"{cells.name(row['of'])} ({row['of']['id']})")
    if row["tags"]:
        yield Line(label="Tags", text=", ".join(row["tags"]))
    for position in row.get("positions", ()):
        speaker = cells.name(position["actor"]) or cells.name(position["source"])
        yield Line(label="Position", text=f"{speaker} {position['stance']}: {position.get('gist') or ''}".rstrip(": "))
    if row.get("by"):
        yield Line(label="By", text=row["by"])
    if row.get("made"):
        yield Line(label="Made", text=row["made"]["text"], tone=Tone.DATE)
