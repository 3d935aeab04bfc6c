"""The profile of an actor: its names, units and officers, what it took part in, what it says and what is said of it."""

from collections import Counter
from collections.abc import Iterator
from functools import partial

from narcotl.plural import counted
from narcotl.reports import cells, sections
from narcotl.reports.profile import Scope, contested_first, names, naming, quoted
from narcotl.reports.records import Records
from narcotl.reports.report import Card, Column, Line, Report, Row, Tone, Width
from narcotl.select.batches import marks
from narcotl.select.sql import Expression, compiled, conditions
from narcotl.select.where import About, Any, Where, WithActor, Within

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
SELECT DISTINCT p.record, p.part, p.sort FROM actor_reach a CROSS JOIN positions p CROSS JOIN records r
WHERE a.asked = ? AND p.actor = a.actor AND a.earliest <= p.latest AND a.latest >= p.earliest{units}
AND r.id = p.record AND {condition}{dated} ORDER BY p.sort, p.record, p.part
"""
LISTS = ("units", "office_holders", "events", "positions", "claims_about", "figures", "authored")
"""The lists of a profile, which `counts` counts before any limit."""
FIELDS = (
    *("counts", *(f"counts.{name}" for name in LISTS)),
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
    Column(key="date", heading="Date", cell=cells.date, brief=cells.brief_date, tone=Tone.DATE, least=10),
    Column(
        key="title",
        heading="Event",
        cell=lambda row: cells.title(row) + acting(row),
        brief=lambda row: cells.brief_title(row) + acting(row),
        least=24,
    ),
    Column(key="as", heading="As", cell=lambda row: cells.names(row["as"]), width=Width.NEVER),
    Column(key="status", heading="Status", cell=lambda row: str(row["status"]), width=Width.WIDE, least=10),
    Column(key="id", heading="Id", cell=lambda row: str(row["id"]), width=Width.WIDE, tone=Tone.ASIDE, least=12),
)
OVERVIEW = (
    EVENT_COLUMNS[0],
    EVENT_COLUMNS[1].but(cell=cells.brief_date),
    EVENT_COLUMNS[2].but(cell=lambda row: ": ".join([*map(cells.brief_name, row["as"]), cells.brief_title(row)])),
)
"""The same with one line a row, so that the roles of an actor are on the first screen."""
OFFICER_COLUMNS = (
    Column(key="name", heading="Who", cell=cells.name, least=16),
    Column(key="title", heading="Office", cell=lambda row: f"{row['title']}, {row['of']['name']}", least=20),
    Column(key="when", heading="When", cell=lambda row: row["when"] or "not dated", tone=Tone.DATE, least=8),
)


def profile(records: Records, row: Row, scope: Scope) -> Card:
    """Make the profile of an actor from the records in scope."""
    reach = [actor for actor, _, _ in records.table(REACH, (row["id"],))] if scope.units else [row["id"]]
    myself = WithActor(row["id"], scope.units)
    lists = {
        "units": units_of(records, [actor for actor in reach if actor != row["id"]]),
        "office_holders": officers(records, reach) if scope.units else [],
        "events": scope.found(records, "event", myself),
        "positions": said(records, row["id"], scope),
        "claims_about": contested_first(
            sections.with_tallies(records, [claim["id"] for claim in scope.found(records, "claim", About(row["id"]))])
        ),
        "figures": scope.found(records, "figure", myself),
        "authored": scope.found(records, "source", myself),
    }
    record = {**row, "counts": {name: len(values) for name, values in lists.items()}, **scope.cut(lists)}
    return Card(
        title=row["name"],
        record=record,
        lines=tuple(lines(row, lists, reach)),
        sections=tuple(sections_of(record, reach, scope)),
        notes=tuple(cells.remarks(row)),
        cut=scope.told(lists),
    )


def sections_of(record: Row, reach: list[str], scope: Scope) -> Iterator[Report]:
    """Write the lists of a profile: what it did comes first, who belongs to it last."""
    name = quoted(record["id"])
    parts = by_role(record["events"], reach)
    yield scope.listed(
        Report(
            title="What it took part in",
            columns=EVENT_COLUMNS,
            rows=parts,
            empty="",
            footer=cells.legend,
            brief=cells.brief_legend,
            overview=OVERVIEW,
        ),
        f"timeline --actor {name}",
    )
    positions = Report(title="What it says", columns=position_columns(record["id"]), rows=record["positions"], empty="")
    yield scope.listed(positions, f"claims --by {name}")
    about = Report(
        title="What is said of it", columns=sections.CLAIM_COLUMNS, rows=record["claims_about"], empty="", kind="claim"
    )
    yield scope.listed(about, f"claims --about {name}")
    yield scope.listed(sections.figures(record["figures"], "Its figures"), f"figures --agency {name}")
    whole = f"actor {name} --wide"
    yield scope.listed(sections.sources(record["authored"], "What it wrote"), whole)
    holders = Report(title="Office holders", columns=OFFICER_COLUMNS, rows=record["office_holders"], empty="")
    yield scope.listed(holders, whole)


def lines(row: Row, lists: dict[str, list[Row]], reach: list[str]) -> Iterator[Line]:
    """Write what the record says of the actor, and how much there is of it."""
    yield Line(label="Kind", text=row["type"])
    if count := len(lists["events"]):
        roles = Counter(part["role"] for part in by_role(lists["events"], reach))
        text = ", ".join(f"{role} {times}" for role, times in roles.most_common())
        yield Line(label="Took part", text=f"in {counted(count, 'event')}: {text}")
    yield from names(row)
    if row["part_of"]:
        yield Line(label="Part of", text=cells.names(row["part_of"]))
    for office in row["offices"]:
        when = f", {office['when']['text']}" if office.get("when") else " (not dated)"
        yield Line(label="Office", text=f"{office['title']}, {cells.name(office['of'])}{when}")
    if lists["units"]:
        yield naming("Units", [unit["name"] for unit in lists["units"]])
    if row.get("note"):
        yield Line(label="Note", text=row["note"])


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
    found = records.table(UNITS.format(marks=marks(reach)), reach)
    return [{"id": unit, "name": name} for unit, name in found]


def officers(records: Records, reach: list[str]) -> list[Row]:
    """Give whoever held an office in these bodies."""
    sql = OFFICERS.format(marks=marks(reach))
    return [
        {"id": person, "name": name, "title": title, "when": when, "of": {"id": body, "name": body_name}}
        for person, name, title, when, body, body_name in records.table(sql, reach)
    ]


def said(records: Records, actor: str, scope: Scope) -> list[Row]:
    """Give the positions that an actor took, or a unit or officer of it at the time, each with its claim."""
    test = compiled(scope.selection.where)
    condition = test.must if scope.selection.certain else test.may
    dated = said_within(scope.selection.where)
    only = "" if scope.units else " AND a.actor = a.asked"
    sql = SAID.format(units=only, condition=condition.sql, dated=dated.sql)
    found = list(records.table(sql, (actor, *condition.parameters, *dated.parameters)))
    claims = {claim["id"]: claim for claim in records.get(dict.fromkeys(claim for claim, _, _ in found))}
    return [
        {"claim": {"id": claim, "name": claims[claim]["proposition"]}, **claims[claim]["positions"][part - 1]}
        for claim, part, _ in found
    ]


def said_within(where: Where) -> Expression:
    """Ask that a position was taken in the period asked for: a claim lies in it if any of its positions does."""
    periods = [
        within.parts if isinstance(within, Any) else (within,)
        for within in conditions(where)
        if isinstance(within, Within) or (isinstance(within, Any) and all(isinstance(p, Within) for p in within.parts))
    ]
    parts = [" OR ".join("p.earliest <= ? AND p.latest >= ?" for _ in spans) for spans in periods]
    days = [
        day for spans in periods for span in spans if isinstance(span, Within) for day in (span.latest, span.earliest)
    ]
    return Expression("".join(f" AND ({part})" for part in parts), tuple(days))


def acting(row: Row) -> str:
    """Write who took part for the actor, if it was not the actor itself."""
    return f" (as {cells.names(row['as'])})" if row["as"] else ""


def position_columns(actor: str) -> tuple[Column, ...]:
    """Give the columns of what is said, which name who says it if it is not the actor itself."""
    own = (column for column in sections.POSITION_COLUMNS if column.key in ("said", "stance"))
    return (*own, Column(key="claim", heading="Claim", cell=partial(claimed, actor), least=24))


def claimed(actor: str, row: Row) -> str:
    """Write the claim of a position, and who took it if that is somebody else than the actor."""
    by = row["actor"]
    return str(row["claim"]["name"]) + ("" if by["id"] == actor else f" ({cells.name(by)})")
