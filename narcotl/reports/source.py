"""The profile of a source: what it is, whom it cites, and everything that rests on it."""

from collections import Counter
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
OVERVIEW = tuple(column.but(heading="") for column in RESTING_COLUMNS[:2])


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
    return Card(
        title=row["title"],
        record=record,
        lines=(*identity(row), Line(label="Resting", text=count(everything, falling))),
        sections=(
            resting_list("Would fall with it: rests on it alone", falling),
            resting_list("Rests on it and on others", others),
            sections.citations(records, row.get("sources", ()), "Where it is cited"),
        ),
        details=tuple(lines(row)),
        notes=tuple(cells.remarks(row)),
    )


def count(everything: list[Row], falling: list[Row]) -> str:
    """Count what rests on a source, and what rests on it alone by kind."""
    total = f"{counted(len(everything), 'record')}, {len(falling)} of them on it alone"
    kinds = Counter(row["kind"] for row in falling)
    parts = ", ".join(counted(number, kind) for kind, number in kinds.items())
    return f"{total}: {parts}" if falling else total


def resting_list(title: str, rows: list[Row]) -> Report:
    """List what rests on a source."""
    return Report(title=title, columns=RESTING_COLUMNS, rows=rows, empty="", overview=OVERVIEW)


STATED = (
    *(("In", "container"), ("Publisher", "publisher"), ("Volume", "volume"), ("Issue", "issue")),
    *(("Page", "page"), ("ISBN", "isbn"), ("Archived", "archive_url")),
)
"""What the record may say to find the source by, under the labels of its profile."""


def identity(row: Row) -> Iterator[Line]:
    """Write what the source is, as shortly as it can be said."""
    by = [f"by {cells.names(row['author'])}"] if row["author"] else []
    read = "read" if row["read"] else "not read"
    yield Line(label="What", text=", ".join([row["type"], *by, row["issued"]["text"]]) + f"; {read}")
    if row.get("url"):
        yield Line(label="Address", text=row["url"], address=row["url"])


def lines(row: Row) -> Iterator[Line]:
    """Write what else the record says of the source."""
    if not row["read"]:
        yield Line(label="Read", text="no: known as it is cited")
    for label, key in STATED:
        if row.get(key):
            yield Line(label=label, text=row[key], address=row[key] if key == "archive_url" else "")
    for label, key in (("Flags", "flags"), ("Interests", "interests")):
        if row.get(key):
            yield Line(label=label, text="; ".join(row[key]))
    if row.get("part_of"):
        yield Line(label="Part of", text=cells.name(row["part_of"]))
    if row.get("cites"):
        yield Line(label="Cites", text=cells.names(row["cites"]))
    if row.get("note"):
        yield Line(label="Note", text=row["note"])
