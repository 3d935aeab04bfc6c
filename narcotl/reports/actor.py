"""The profile of an actor: its names, units and officers, what it took part in, what it says and what is said of it."""

from collections.abc import Iterator

from narcotl.reports import cells, sections
from narcotl.reports.records import Records
from narcotl.reports.report import Card, Column, Line, Report, Row, Tone, Width
from narcotl.select.selection import Selection
from narcotl.select.where import All, Where, WithActor

REACH = """
SELECT DISTINCT a.actor, r.name, r.type FROM actor_reach a JOIN records r ON r.id = a.actor
WHERE a.asked = ? ORDER BY a.actor <> a.asked, r.name
"""
OFFICERS = """
SELECT r.id, r.name, p.title, p.text, o.id, o.name FROM actor_parts p
JOIN records r ON r.id = p.record JOIN records o ON o.id = p.parent
WHERE p.title IS NOT NULL AND p.parent IN ({marks}) ORDER BY o.name, p.earliest, r.name
"""
UNITS = "SELECT id, name FROM records WHERE id IN ({marks}) AND type <> 'person' ORDER BY name"
SAID = """
SELECT p.record, p.part FROM positions p WHERE p.actor IN ({marks}) ORDER BY p.sort, p.record, p.part
"""
NAMED = """
SELECT DISTINCT r.id FROM involvements i JOIN records r ON r.id = i.record
WHERE i.actor IN ({marks}) AND i.role = ? AND r.kind = ? ORDER BY r.sort, r.id
"""
FIELDS = (
    *("units", "units.id", "units.name", "office_holders"),
    *(f"office_holders.{part}" for part in ("id", "name", "title", "when", "of", "of.id", "of.name")),
    *(f"events{part}" for part in ("", ".id", ".title", ".date.edtf", ".date.text", ".status", ".match")),
    *(f"positions{part}" for part in ("", ".claim.id", ".claim.name", ".stance", ".polarity", ".said.edtf", ".gist")),
    *(f"claims_about{part}" for part in ("", ".id", ".proposition", ".tally.text", ".tally.contested")),
    *(f"{name}{part}" for name in ("figures", "authored") for part in ("", ".id")),
)
"""What the profile adds to the record."""
EVENT_COLUMNS = (
    Column(key="role", heading="Role", cell=lambda row: str(row["role"]), least=10),
    Column(key="date", heading="Date", cell=cells.date, tone=Tone.DATE, least=10),
    Column(key="title", heading="Event", cell=cells.title, least=24),
    Column(key="as", heading="As", cell=lambda row: cells.names(row["as"]), least=10),
    Column(key="status", heading="Status", cell=lambda row: str(row["status"]), width=Width.WIDE, least=10),
    Column(key="id", heading="Id", cell=lambda row: str(row["id"]), width=Width.WIDE, tone=Tone.ASIDE, least=12),
)
UNIT_COLUMNS = (Column(key="name", heading="Unit", cell=cells.title, least=20),)
OFFICER_COLUMNS = (
    Column(key="name", heading="Who", cell=cells.name, least=16),
    Column(key="title", heading="Office", cell=lambda row: f"{row['title']}, {row['of']['name']}", least=20),
    Column(key="when", heading="When", cell=lambda row: row["when"] or "not dated", tone=Tone.DATE, least=8),
)


def profile(records: Records, row: Row, where: Where, *, units: bool = True) -> Card:
    """Make the profile of an actor from the records that also meet a condition."""
    reach = [actor for actor, _, _ in records.table(REACH, (row["id"],))] if units else [row["id"]]
    selection = Selection(where=All((WithActor(row["id"], units), where)))
    events = list(records.select("event", selection))
    marks = ", ".join("?" * len(reach))
    holders = officers(records, reach) if units else []
    parts = units_of(records, [actor for actor in reach if actor != row["id"]])
    said = positions(records, list(records.table(SAID.format(marks=marks), reach)))
    about = named(records, reach, "about", "claim")
    record = {
        **row,
        "units": [{"id": unit["id"], "name": unit["name"]} for unit in parts],
        "office_holders": holders,
        "events": events,
        "positions": said,
        "claims_about": sections.with_tallies(records, about),
        "figures": records.get(named(records, reach, "agency", "figure")),
        "authored": records.get(named(records, reach, "author", "source")),
    }
    return Card(
        title=row["name"],
        record=record,
        lines=tuple(lines(row)),
        sections=tuple(sections_of(record, reach)),
        notes=tuple(cells.corrections([row])),
    )


def sections_of(record: Row, reach: list[str]) -> Iterator[Report]:
    """Write the lists of a profile."""
    yield Report(title="Units", columns=UNIT_COLUMNS, rows=record["units"], empty="")
    yield Report(title="Office holders", columns=OFFICER_COLUMNS, rows=record["office_holders"], empty="")
    yield Report(
        title="What it took part in",
        columns=EVENT_COLUMNS,
        rows=by_role(record["events"], reach),
        empty="",
        footer=cells.legend,
        kind="event",
    )
    yield Report(title="What it says", columns=sections.POSITION_COLUMNS, rows=record["positions"], empty="")
    yield Report(
        title="What is said of it", columns=sections.CLAIM_COLUMNS, rows=record["claims_about"], empty="", kind="claim"
    )
    yield sections.figures(record["figures"], "Its figures")
    yield Report(title="What it wrote", columns=sections.SOURCE_COLUMNS, rows=record["authored"], empty="")


def lines(row: Row) -> Iterator[Line]:
    """Write what the record says of the actor."""
    yield Line(label="Kind", text=row["type"])
    right = [alias["name"] for alias in row["aliases"] if not alias.get("error")]
    wrong = [alias["name"] for alias in row["aliases"] if alias.get("error")]
    for label, names in (("Also called", right), ("Misspelt as", wrong), ("Interests", row.get("interests", ()))):
        if names:
            yield Line(label=label, text="; ".join(names))
    if row["part_of"]:
        yield Line(label="Part of", text=cells.names(row["part_of"]))
    for office in row["offices"]:
        when = f", {office['when']['text']}" if office.get("when") else ""
        yield Line(label="Office", text=f"{office['title']}, {cells.name(office['of'])}{when}")
    if row.get("note"):
        yield Line(label="Note", text=row["note"])
    yield Line(label="Id", text=row["id"], tone=Tone.ASIDE)


def by_role(events: list[Row], reach: list[str]) -> list[Row]:
    """Give the events role by role, the most frequent role first, each with who in reach of the actor had it."""
    roles: dict[str, list[Row]] = {}
    for row in events:
        players: dict[str, list[Row]] = {}
        for part in row["participants"]:
            if (part.get("actor") or {}).get("id") in reach:
                players.setdefault(part.get("role") or "participant", []).append(part["actor"])
        for role, actors in players.items():
            shown = [actor for actor in actors if actor["id"] != reach[0]]
            roles.setdefault(role, []).append({**row, "role": role, "as": shown})
    frequent = sorted(roles.items(), key=lambda item: (-len(item[1]), item[0]))
    return [row for _, rows in frequent for row in rows]


def units_of(records: Records, reach: list[str]) -> list[Row]:
    """Give the units among the actors in reach."""
    found = records.table(UNITS.format(marks=", ".join("?" * len(reach))), reach)
    return [{"id": unit, "name": name} for unit, name in found]


def officers(records: Records, reach: list[str]) -> list[Row]:
    """Give whoever held an office in these bodies."""
    sql = OFFICERS.format(marks=", ".join("?" * len(reach)))
    return [
        {"id": person, "name": name, "title": title, "when": when, "of": {"id": body, "name": body_name}}
        for person, name, title, when, body, body_name in records.table(sql, reach)
    ]


def positions(records: Records, found: list[tuple[str, int]]) -> list[Row]:
    """Give positions, each with its claim."""
    claims = {claim["id"]: claim for claim in records.get(dict.fromkeys(claim for claim, _ in found))}
    return [
        {"claim": {"id": claim, "name": claims[claim]["proposition"]}, **claims[claim]["positions"][part - 1]}
        for claim, part in found
    ]


def named(records: Records, actors: list[str], role: str, kind: str) -> list[str]:
    """Give the ids of the records of a kind in which one of these actors has a role."""
    sql = NAMED.format(marks=", ".join("?" * len(actors)))
    return [found for (found,) in records.table(sql, (*actors, role, kind))]
