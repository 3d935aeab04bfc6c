"""The profile of a region: what it is part of, what is in it, and what happened there."""

from collections.abc import Iterator

from narcotl.reports import cells, sections
from narcotl.reports.records import Records
from narcotl.reports.report import Card, Column, Line, Report, Row, Tone
from narcotl.reports.timeline import COLUMNS
from narcotl.select.selection import Selection
from narcotl.select.where import All, InRegion, Where

INSIDE = """
SELECT r.id, r.name, r.type FROM region_parts p JOIN records r ON r.id = p.record WHERE p.parent = ? ORDER BY r.name
"""
SHARING = """
SELECT r.id, r.name, r.type FROM region_reach g JOIN records r ON r.id = g.region
WHERE g.asked = ? AND g.certain = 0 ORDER BY r.name
"""
FIELDS = (
    *(f"{name}{part}" for name in ("inside", "sharing") for part in ("", ".id", ".name", ".type")),
    *(f"events{part}" for part in ("", ".id", ".title", ".date.edtf", ".date.text", ".status", ".match")),
    *(f"claims{part}" for part in ("", ".id", ".proposition", ".tally.text", ".tally.contested")),
    *("figures", "figures.id"),
)
"""What the profile adds to the record."""
PLACE_COLUMNS = (
    Column(key="name", heading="Name", cell=cells.title, least=20),
    Column(key="type", heading="Kind", cell=lambda row: str(row["type"]), least=10),
)


def profile(records: Records, row: Row, where: Where) -> Card:
    """Make the profile of a region from the records that also meet a condition."""
    selection = Selection(where=All((InRegion(row["id"]), where)))
    record = {
        **row,
        "inside": places(records, INSIDE, row["id"]),
        "sharing": places(records, SHARING, row["id"]),
        "events": list(records.select("event", selection)),
        "claims": sections.with_tallies(records, [claim["id"] for claim in records.select("claim", selection)]),
        "figures": list(records.select("figure", selection)),
    }
    return Card(
        title=row["name"],
        record=record,
        lines=tuple(lines(row)),
        sections=(
            Report(title="Inside it", columns=PLACE_COLUMNS, rows=record["inside"], empty=""),
            Report(title="Shares ground with", columns=PLACE_COLUMNS, rows=record["sharing"], empty=""),
            Report(title="Events", columns=COLUMNS, rows=record["events"], empty="", footer=cells.legend, kind="event"),
            Report(title="Claims", columns=sections.CLAIM_COLUMNS, rows=record["claims"], empty="", kind="claim"),
            sections.figures(record["figures"]),
        ),
        notes=tuple(cells.corrections([row])),
    )


def places(records: Records, sql: str, region: str) -> list[Row]:
    """Give regions as references with their kind."""
    return [{"id": found, "name": name, "type": kind} for found, name, kind in records.table(sql, (region,))]


def lines(row: Row) -> Iterator[Line]:
    """Write what the record says of the region."""
    yield Line(label="Kind", text=row["type"])
    right = [alias["name"] for alias in row["aliases"] if not alias.get("error")]
    wrong = [alias["name"] for alias in row["aliases"] if alias.get("error")]
    for label, names in (("Also called", right), ("Misspelt as", wrong)):
        if names:
            yield Line(label=label, text="; ".join(names))
    if row["part_of"]:
        yield Line(label="Part of", text=cells.names(row["part_of"]))
    if row.get("iso"):
        yield Line(label="ISO 3166", text=row["iso"])
    if row.get("lat") is not None:
        yield Line(label="Centre", text=f"{row['lat']}, {row['lon']} (latitude, longitude)")
    if row.get("note"):
        yield Line(label="Note", text=row["note"])
    yield Line(label="Id", text=row["id"], tone=Tone.ASIDE)
