"""The profile of a source: what it is, whom it cites, and everything that rests on it."""

from collections.abc import Iterator

from narcotl.reports import cells, sections
from narcotl.reports.records import Records
from narcotl.reports.report import Card, Column, Line, Report, Row, Tone

RESTING = """
SELECT r.id, r.kind, r.name, MIN(c.chain) FROM citations c JOIN records r ON r.id = c.record
WHERE ' ' || c.chain || ' ' LIKE '% ' || ? || ' %' AND r.kind <> 'source'
GROUP BY r.id, r.kind, r.name ORDER BY r.kind, r.sort, r.id
"""
RESTING_COLUMNS = (
    Column(key="kind", heading="Kind", cell=lambda row: str(row["kind"]), least=8),
    Column(key="name", heading="Record", cell=lambda row: str(row["name"]), least=24),
    Column(key="chain", heading="By way of", cell=lambda row: " < ".join(row["chain"]), least=16),
)


def profile(records: Records, row: Row) -> Card:
    """Make the profile of a source."""
    resting = [
        {"id": found, "kind": kind, "name": name, "chain": chain.split(" ")}
        for found, kind, name, chain in records.table(RESTING, (row["id"],))
    ]
    record = {**row, "resting": resting}
    return Card(
        title=row["title"],
        record=record,
        lines=tuple(lines(row)),
        sections=(
            Report(title="What rests on it", columns=RESTING_COLUMNS, rows=resting, empty=""),
            sections.citations(row.get("sources", ()), "Where it is cited"),
        ),
        notes=tuple(cells.corrections([row])),
    )


def lines(row: Row) -> Iterator[Line]:
    """Write what the record says of the source."""
    yield Line(label="Kind", text=row["type"])
    if row["author"]:
        yield Line(label="By", text=cells.names(row["author"]))
    yield Line(label="Issued", text=row["issued"]["text"], tone=Tone.DATE)
    for label, key in (("In", "container"), ("Publisher", "publisher"), ("Volume", "volume"), ("Issue", "issue")):
        if row.get(key):
            yield Line(label=label, text=row[key])
    for label, key in (("Page", "page"), ("ISBN", "isbn"), ("Address", "url"), ("Archived", "archive_url")):
        if row.get(key):
            yield Line(label=label, text=row[key])
    yield Line(label="Read", text="yes" if row["read"] else "no: known as it is cited")
    for label, key in (("Flags", "flags"), ("Interests", "interests")):
        if row.get(key):
            yield Line(label=label, text="; ".join(row[key]))
    if row.get("cites"):
        yield Line(label="Cites", text=cells.names(row["cites"]))
    if row.get("note"):
        yield Line(label="Note", text=row["note"])
    yield Line(label="Id", text=row["id"], tone=Tone.ASIDE)
