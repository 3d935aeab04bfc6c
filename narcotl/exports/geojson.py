"""GeoJSON (RFC 7946): regions at their centres, and events at the centres of their regions."""

from collections.abc import Iterator
from typing import Any

from narcotl.exports.json_lines import compact
from narcotl.exports.material import Material, Notes, skip_facts
from narcotl.model.vocab.base import RecordKind
from narcotl.reports.report import Row

Point = list[float]


def text(material: Material, notes: Notes) -> Iterator[str]:
    """Give the collection, a feature a line."""
    skip_facts(material, notes, (RecordKind.EVENT,), "on the map are regions and events")
    points: dict[str, Point] = {}
    nowhere = 0
    yield '{"type":"FeatureCollection","features":['
    between = "\n"
    for row in material.rows(RecordKind.REGION):
        point = point_of(row)
        if point is None:
            notes.left_out("region", "without coordinates", "there is no place for them on a map")
            continue
        points[row["id"]] = point
        yield between + compact(feature(row, {"type": "Point", "coordinates": point}, region(row)))
        between = ",\n"
    for row in material.rows(RecordKind.EVENT):
        geometry = placed([points[place["id"]] for place in row["regions"] if place["id"] in points])
        nowhere += geometry is None
        yield between + compact(feature(row, geometry, event(row)))
        between = ",\n"
    if nowhere:
        notes.remark(f"{nowhere} of the events with a null geometry: no region of theirs has coordinates")
    yield "\n]}\n"


def point_of(row: Row) -> Point | None:
    """Give the longitude and latitude of a region; None if it has none, or such as the globe does not."""
    if row.get("lat") is None or row.get("lon") is None:
        return None
    lat, lon = float(row["lat"]), float(row["lon"])
    return [lon, lat] if abs(lat) <= 90 and abs(lon) <= 180 else None  # noqa: PLR2004 - degrees of the globe


def placed(points: list[Point]) -> dict[str, Any] | None:
    """Make the geometry of an event: a point, several, or none that is known."""
    if not points:
        return None
    if len(points) == 1:
        return {"type": "Point", "coordinates": points[0]}
    return {"type": "MultiPoint", "coordinates": points}


def feature(row: Row, geometry: dict[str, Any] | None, properties: dict[str, Any]) -> dict[str, Any]:
    """Make a feature; its properties repeat the kind and id, which many tools look for there."""
    head = {"kind": row["kind"], "id": row["id"]}
    return {"type": "Feature", "id": row["id"], "geometry": geometry, "properties": {**head, **properties}}


def region(row: Row) -> dict[str, Any]:
    """Give what there is to say of a region."""
    return {
        "name": row["name"],
        "type": row["type"],
        "iso": row.get("iso"),
        "part_of": [part["id"] for part in row["part_of"]],
    }


def event(row: Row) -> dict[str, Any]:
    """Give what there is to say of an event: flat, as tools for maps show it, with ISO dates."""
    date = row["date"]
    return {
        "name": row["title"],
        "summary": row.get("summary"),
        "date": date["edtf"],
        "date_text": date["text"],
        "date_earliest": date["earliest"],
        "date_latest": date["latest"],
        "status": row["status"],
        "kinds": list(row["kinds"]),
        "topics": list(row["topics"]),
        "regions": [place["id"] for place in row["regions"]],
        "geo_precision": [place.get("geo_precision") for place in row["regions"]],
        "match": row.get("match"),
    }
