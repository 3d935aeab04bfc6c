"""The profile of a region: what it is part of, what is in it, and what happened there."""

from collections.abc import Iterator

from narcotl.reports import cells, sections
from narcotl.reports.profile import Scope, contested_first, names, quoted
from narcotl.reports.records import Records
from narcotl.reports.report import Card, Line, Report, Row
from narcotl.reports.timeline import COLUMNS
from narcotl.select.where import InRegion

INSIDE = """
SELECT r.id, r.name, r.type FROM region_parts p JOIN records r ON r.id = p.record WHERE p.parent = ? ORDER BY r.name
"""
SHARING = """
SELECT r.id, r.name, r.type FROM region_reach g JOIN records r ON r.id = g.region
WHERE g.asked = ? AND g.certain = 0 ORDER BY r.name
"""
FIELDS = (
    *("counts", *(f"counts.{name}" for name in ("inside", "sharing", "events", "claims", "figures"))),
    *(f"{name}{part}" for name in ("inside", "sharing") for part in ("", ".id", ".name", ".type")),
    *(f"events{part}" for part in ("", ".id", ".title", ".date.edtf", ".date.text", ".status", ".match")),
    *(f"claims{part}" for part in ("", ".id", ".proposition", ".tally.text", ".tally.contested")),
    *("figures", "figures.id"),
)
"""What the profile adds to the record."""


def profile(records: Records, row: Row, scope: Scope) -> Card:
    """Make the profile of a region from the records in scope."""
    here = InRegion(row["id"])
    claims = [claim["id"] for claim in scope.found(records, "claim", here)]
    lists = {
        "inside": places(records, INSIDE, row["id"]),
        "sharing": places(records, SHARING, row["id"]),
        "events": scope.found(records, "event", here),
        "claims": contested_first(sections.with_tallies(records, claims)),
        "figures": scope.found(records, "figure", here),
    }
    record = {**row, "counts": {name: len(values) for name, values in lists.items()}, **scope.cut(lists)}
    return Card(
        title=row["name"],
        record=record,
        lines=tuple(lines(row, lists)),
        sections=tuple(sections_of(record, scope)),
        notes=tuple(cells.remarks(row)),
        cut=scope.told(lists),
    )


def sections_of(record: Row, scope: Scope) -> Iterator[Report]:
    """Write the lists of a profile."""
    name = quoted(record["id"])
    events = Report(
        title="Events",
        columns=COLUMNS,
        rows=record["events"],
        empty="",
        footer=cells.legend,
        brief=cells.brief_legend,
        kind="event",
    )
    yield scope.listed(events, f"timeline --region {name}")
    claims = Report(title="Claims", columns=sections.CLAIM_COLUMNS, rows=record["claims"], empty="", kind="claim")
    yield scope.listed(claims, f"claims --region {name}")
    yield scope.listed(sections.figures(record["figures"]), f"figures --region {name}")


def places(records: Records, sql: str, region: str) -> list[Row]:
    """Give regions as references with their kind."""
    return [{"id": found, "name": name, "type": kind} for found, name, kind in records.table(sql, (region,))]


def lines(row: Row, lists: dict[str, list[Row]]) -> Iterator[Line]:
    """Write what the record says of the region, and what lies in it."""
    yield Line(label="Kind", text=row["type"])
    yield from names(row)
    if row["part_of"]:
        yield Line(label="Part of", text=cells.names(row["part_of"]))
    for label, key in (("Inside it", "inside"), ("Shares ground", "sharing")):
        if lists[key]:
            yield Line(label=label, text="; ".join(place["name"] for place in lists[key]))
    if row.get("iso"):
        yield Line(label="ISO 3166", text=row["iso"])
    if row.get("lat") is not None:
        yield Line(label="Centre", text=f"{row['lat']}, {row['lon']} (latitude, longitude)")
    if row.get("note"):
        yield Line(label="Note", text=row["note"])
