"""One figure in full: what it counts and what not, who counted, and how it hangs together with others."""

from collections.abc import Iterator, Sequence
from functools import partial

from narcotl.reports import cells, sections
from narcotl.reports.chains import addresses, chain, read_works, works
from narcotl.reports.converted import check_unit, converted
from narcotl.reports.figures import change, value
from narcotl.reports.records import Records
from narcotl.reports.report import Card, Column, Line, Report, Row, Tone

FIELDS = (
    *("name", "counts", "chain", "inputs", "inputs.id", "inputs.name", "used_by", "used_by.id", "used_by.name"),
    *("next", "next.id", "next.name", "events", "events.id", "events.name"),
)
"""What the card adds to the record."""

NAMING = """
SELECT DISTINCT r.kind, r.id, r.name, r.sort FROM mentions m JOIN records r ON r.id = m.record
WHERE m.target = ? AND m.field = ? AND r.kind = ? ORDER BY r.sort, r.id
"""
COUNTS = "SELECT json_extract(json, '$.counts') FROM records WHERE id = ?"

FIGURE_COLUMNS = (
    Column(key="name", heading="Figure", cell=cells.figure, least=24),
    Column(key="value", heading="Value", cell=value, tone=Tone.NUMBER, least=14),
    Column(key="agency", heading="Agency", cell=lambda row: cells.name(row["agency"]), least=10),
    Column(key="id", heading="Id", cell=lambda row: str(row["id"]), tone=Tone.ASIDE, least=12),
)
EVENT_COLUMNS = (
    Column(key="name", heading="Event", cell=cells.name, least=24),
    Column(key="id", heading="Id", cell=lambda row: str(row["id"]), tone=Tone.ASIDE, least=12),
)


def figure(records: Records, row: Row, unit: str | None = None) -> Card:
    """Make the card of a figure."""
    if unit is not None:
        check_unit(unit)
    inputs = records.get([source["id"] for source in (row.get("derived") or {}).get("from", ())])
    used = records.get([used["id"] for used in naming(records, row, "from", "figure")])
    later = naming(records, row, "previous", "figure")
    record = {
        **(row if unit is None else converted(row, unit)),
        "name": cells.figure(row),
        "counts": next((counts for (counts,) in records.table(COUNTS, (row["measure"]["id"],))), None),
        "chain": chain(row, read_works(records, [row])) if row.get("source") else None,
        "inputs": references(inputs),
        "used_by": references(used),
        "next": later,
        "events": naming(records, row, "figures", "event"),
    }
    claims = [*row.get("claims", ()), *naming(records, row, "figure", "claim")]
    related = records.get([other["id"] for other in (row.get("previous"), *later) if other])
    return Card(
        title=cells.figure(row),
        record=record,
        lines=tuple(lines(record)),
        sections=(
            Report(title="Computed from", columns=FIGURE_COLUMNS, rows=inputs, empty=""),
            Report(title="Before and after", columns=FIGURE_COLUMNS, rows=related, empty=""),
            Report(title="What is computed from it", columns=FIGURE_COLUMNS, rows=used, empty=""),
            sections.claims(records, list(dict.fromkeys(claim["id"] for claim in claims)), "Claims"),
            Report(title="Events", columns=EVENT_COLUMNS, rows=record["events"], empty=""),
        ),
        notes=tuple(cells.remarks(row)),
        addresses=partial(addresses, records),
    )


LABELS = (
    ("Counts", "counts"),
    ("Scope", "scope"),
    ("Of", "substance"),
    ("Method", "method"),
    ("Status", "obs_status"),
    ("Series", "series"),
    ("Comparable", "comparable"),
)
"""What a figure may say of itself in words, under the labels of its card."""


def lines(row: Row) -> Iterator[Line]:
    """Write what the record says of the figure."""
    yield Line(label="Value", text=value(row), tone=Tone.NUMBER)
    if row.get("note"):
        yield Line(label="Reason" if row["missing"] else "Note", text=row["note"])
    yield from amounts(row)
    if row["chain"]:
        yield Line(label="Source", text=row["chain"], works=works(row))
    if row["agency"] or row.get("agency_basis"):
        yield Line(label="Agency", text="; ".join(filter(None, (cells.name(row["agency"]), row.get("agency_basis")))))
    if row["vintage"]:
        yield Line(label="Published", text=row["vintage"]["text"], tone=Tone.DATE)
    for label, key in LABELS:
        if row.get(key):
            yield Line(label=label, text=row[key])


def amounts(row: Row) -> Iterator[Line]:
    """Write what else is said of the amount: in other units, as a change, and how it was computed."""
    nothing = {"missing": None, "low": None, "high": None, "value": None, "op": "="}
    for written in row.get("also_written", ()):
        yield Line(label="Also written", text=cells.value({**nothing, **written}), tone=Tone.NUMBER)
    if row.get("best") is not None:
        yield Line(label="Best", text=f"{cells.quantity(row['best'])} {row['unit']}", tone=Tone.NUMBER)
    if row.get("change"):
        yield Line(label="Change", text=change(row), tone=Tone.NUMBER)
    if row.get("derived"):
        yield Line(label="Formula", text=row["derived"]["formula"])


def naming(records: Records, row: Row, field: str, kind: str) -> list[Row]:
    """Give the records of a kind that name the figure in a field."""
    found = records.table(NAMING, (row["id"], field, kind))
    return [{"id": named, "name": name} for _, named, name, _ in found]


def references(figures: Sequence[Row]) -> list[Row]:
    """Give figures as references: id and name."""
    return [{"id": row["id"], "name": cells.figure(row)} for row in figures]
