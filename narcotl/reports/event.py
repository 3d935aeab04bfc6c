"""One event in full: when, where, who, how sure, what is claimed of it, and who says so."""

from collections.abc import Iterator

from narcotl.reports import cells, sections
from narcotl.reports.as_written import reworded
from narcotl.reports.records import Records
from narcotl.reports.report import Card, Column, Line, Report, Row, Tone

ABOUT = """
SELECT DISTINCT r.id FROM mentions m JOIN records r ON r.id = m.record
WHERE m.target = ? AND r.kind = ? ORDER BY r.sort, r.id
"""
RELATED_COLUMNS = (
    Column(key="rel", heading="Relation", cell=lambda row: str(row["rel"]).replace("_", " "), least=12),
    Column(key="event", heading="Event", cell=lambda row: cells.name(row["event"]), least=24),
)


def event(records: Records, row: Row, *, as_written: bool = False) -> Card:
    """Make the card of an event, in the words of its sources if that is asked."""
    claims = linked(records, row, "claims", "claim")
    figures = linked(records, row, "figures", "figure")
    return Card(
        title=cells.title(row),
        record=row,
        lines=tuple(lines(reworded(row) if as_written else row)),
        sections=(
            sections.claims(records, claims, "Claims about it"),
            sections.figures(records.get(figures)),
            Report(title="Related", columns=RELATED_COLUMNS, rows=row.get("related", ()), empty=""),
            sections.citations(records, row["sources"]),
        ),
        notes=tuple(cells.remarks(row)),
    )


def linked(records: Records, row: Row, field: str, kind: str) -> list[str]:
    """Give the ids of what an event names in a field and of what names the event."""
    named = [reference["id"] for reference in row.get(field, ())]
    return list(dict.fromkeys([*named, *(found for (found,) in records.table(ABOUT, (row["id"], kind)))]))


def lines(row: Row) -> Iterator[Line]:
    """Write what the event says of itself."""
    if row["summary"]:
        yield Line(label="", text=row["summary"])
    yield Line(label="Date", text=date(row), tone=Tone.DATE)
    for other in row.get("date_alt", ()):
        by = f" according to {cells.name(other['by'])}" if other.get("by") else ""
        note = f" ({other['note']})" if other.get("note") else ""
        yield Line(label="or", text=f"{other['date']['text']}{by}{note}", tone=Tone.DATE)
    yield Line(label="Where", text="; ".join(place(part) for part in row["regions"]))
    for role, people in by_role(row).items():
        yield Line(label=role.capitalize(), text=", ".join(people))
    yield Line(label="Kind", text=", ".join(row["kinds"]))
    if row["topics"]:
        yield Line(label="Topics", text=", ".join(row["topics"]))
    yield Line(label="Status", text=row["status"])
    if row.get("awaiting"):
        yield Line(label="Awaiting", text=row["awaiting"])
    if row.get("note"):
        yield Line(label="Note", text=row["note"])


def date(row: Row) -> str:
    """Write the date, how the source writes it and how it was come by."""
    text = str(row["date"]["text"])
    if row.get("date_of") not in (None, "occurrence"):
        text += f" ({row['date_of']})"
    if row.get("date_as_written"):
        text += f', written "{row["date_as_written"]}"'
    basis = row.get("date_basis")
    if basis:
        text += f"; {basis['kind']}" + (f": {basis['note']}" if basis.get("note") else "")
    return text


def place(part: Row) -> str:
    """Write one place, how exactly it is known and how the source writes it."""
    asides = [f"precision: {part['geo_precision']}"] if part.get("geo_precision") else []
    if part.get("as_written"):
        asides.append(f'written "{part["as_written"]}"')
    return cells.name(part) + (f" ({', '.join(asides)})" if asides else "")


def by_role(row: Row) -> dict[str, list[str]]:
    """Group the participants by their role."""
    roles: dict[str, list[str]] = {}
    for part in row["participants"]:
        written = f' (written "{part["as_written"]}")' if part.get("as_written") else ""
        contested = " (contested)" if part.get("contested") else ""
        roles.setdefault(part.get("role") or "participant", []).append(cells.participant(part) + written + contested)
    return roles
