"""The profile of a source: what it is, whom it cites, and everything that rests on it."""

from collections.abc import Iterator

from narcotl.plural import counted
from narcotl.reports import cells, sections
from narcotl.reports.records import Records
from narcotl.reports.report import Card, Column, Line, Report, Row, Tone, Width
from narcotl.reports.resting import resting

FIELDS = (
    *("resting", *(f"resting.{key}" for key in ("id", "kind", "name", "chain", "computed_from", "alone"))),
    *("falling", "falling.id", "falling.kind", "falling.name"),
)
"""What the profile adds to the record."""


def by_way_of(row: Row) -> str:
    """Write by which chain a record rests on the source."""
    return f"computed from {row['computed_from']}" if row["computed_from"] else " < ".join(row["chain"])


RESTING_COLUMNS = (
    Column(key="kind", heading="Kind", cell=lambda row: str(row["kind"]), least=8),
    Column(key="name", heading="Record", cell=lambda row: str(row["name"]), least=24),
    Column(key="chain", heading="By way of", cell=by_way_of, least=16),
    Column(key="id", heading="Id", cell=lambda row: str(row["id"]), width=Width.WIDE, tone=Tone.ASIDE, least=12),
)


def profile(records: Records, row: Row) -> Card:
    """Make the profile of a source."""
    everything = resting(records, row["id"])
    falling = [one for one in everything if one["alone"]]
    others = [one for one in everything if not one["alone"]]
    record = {
        **row,
        "resting": everything,
        "falling": [{key: one[key] for key in ("id", "kind", "name")} for one in falling],
    }
    count = f"{counted(len(everything), 'record')}, {len(falling)} of them on it alone"
    return Card(
        title=row["title"],
        record=record,
        lines=(Line(label="Resting", text=count), *lines(row)),
        sections=(
            Report(title="Would fall with it: rests on it alone", columns=RESTING_COLUMNS, rows=falling, empty=""),
            Report(title="Rests on it and on others", columns=RESTING_COLUMNS, rows=others, empty=""),
            sections.citations(records, row.get("sources", ()), "Where it is cited"),
        ),
        notes=tuple(cells.remarks(row)),
    )


STATED = (
    *(("In", "container"), ("Publisher", "publisher"), ("Volume", "volume"), ("Issue", "issue")),
    *(("Page", "page"), ("ISBN", "isbn"), ("Address", "url"), ("Archived", "archive_url")),
)
"""What the record may say to find the source by, under the labels of its profile."""
ADDRESSES = ("url", "archive_url")
"""What of it can be opened."""


def lines(row: Row) -> Iterator[Line]:
    """Write what the record says of the source."""
    yield Line(label="Kind", text=row["type"])
    if row["author"]:
        yield Line(label="By", text=cells.names(row["author"]))
    yield Line(label="Issued", text=row["issued"]["text"], tone=Tone.DATE)
    for label, key in STATED:
        if row.get(key):
            yield Line(label=label, text=row[key], address=row[key] if key in ADDRESSES else "")
    yield Line(label="Read", text="yes" if row["read"] else "no: known as it is cited")
    for label, key in (("Flags", "flags"), ("Interests", "interests")):
        if row.get(key):
            yield Line(label=label, text="; ".join(row[key]))
    if row.get("part_of"):
        yield Line(label="Part of", text=cells.name(row["part_of"]))
    if row.get("cites"):
        yield Line(label="Cites", text=cells.names(row["cites"]))
    if row.get("note"):
        yield Line(label="Note", text=row["note"])
    yield Line(label="Id", text=row["id"], tone=Tone.ASIDE)
