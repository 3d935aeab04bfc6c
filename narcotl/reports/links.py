"""Who appears with an actor: in which events, in which roles, and on which side of claims."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial

from narcotl.errors import UsageError, choice
from narcotl.reports import cells
from narcotl.reports.nothing import nothing
from narcotl.reports.records import Records
from narcotl.reports.report import Column, Report, Row, Tone, Width
from narcotl.select.selection import Selection, Sort
from narcotl.select.sql import Expression, compiled
from narcotl.select.where import All, WithActor

OVERLAP = (
    "{reach}.asked = ? AND {reach}.earliest <= COALESCE({latest}, {reach}.earliest) "
    "AND {reach}.latest >= COALESCE({earliest}, {reach}.latest){units}"
)
"""That an actor was within reach of the one who is asked for at the time: a unit, or somebody in office."""
EVENTS = """
SELECT DISTINCT r.id, r.sort, own.role, other.actor, other.role
FROM involvements own
JOIN records r ON r.id = own.record AND r.kind = 'event'
JOIN actor_reach a ON a.actor = own.actor AND {mine}
JOIN involvements other ON other.record = own.record
WHERE NOT EXISTS (SELECT 1 FROM actor_reach b WHERE b.actor = other.actor AND {theirs}) AND {condition}
ORDER BY r.sort, r.id, own.role, other.role
"""
CLAIMS = """
SELECT DISTINCT r.id, r.sort, own.polarity, other.actor, other.polarity
FROM positions own
JOIN records r ON r.id = own.record
JOIN actor_reach a ON a.actor = own.actor AND {mine}
JOIN positions other ON other.record = own.record AND other.actor IS NOT NULL
WHERE NOT EXISTS (SELECT 1 FROM actor_reach b WHERE b.actor = other.actor AND {theirs}) AND {condition}
ORDER BY r.sort, r.id
"""
LAST = "\U0010ffff"
"""What sorts behind every date."""
SIDES = ("opposite", "same", "between")
ORDERS = {
    Sort.SCORE: "who shares most",
    Sort.DATE: "who shares the earliest",
    Sort.NAME: "",
    Sort.ID: "",
}
"""How links can be sorted, and what that means where it is not plain."""
FIELDS = (
    *("actor", "actor.id", "actor.name", "count", "roles", "roles.own", "roles.other", "roles.count"),
    *("events", "events.id", "events.name", "events.date", "events.date.text", "events.own_roles"),
    *("events.other_roles", "claims", *(f"claims.{side}{key}" for side in SIDES for key in ("", ".id", ".name"))),
)
"""The fields of a link."""


class Link:
    """What is known of one actor who appears with another, while it is collected."""

    __slots__ = ("claims", "events", "first", "roles")

    def __init__(self) -> None:
        """Begin with nothing."""
        self.events: dict[str, tuple[dict[str, None], dict[str, None]]] = {}
        """The roles of either side, by event."""
        self.roles: dict[tuple[str, str], set[str]] = {}
        """The events in which one had the first and the other the second role."""
        self.claims: dict[str, dict[str, None]] = {side: {} for side in SIDES}
        self.first = LAST
        """The earliest of these events and claims, as records are sorted by date."""

    @property
    def count(self) -> int:
        """Count the events and claims, each once."""
        return len(self.events) + len({claim for claims in self.claims.values() for claim in claims})

    def meet(self, event: str, own: str, other: str, when: str) -> None:
        """Add that both took part in an event."""
        self.first = min(self.first, when)
        mine, theirs = self.events.setdefault(event, ({}, {}))
        mine[own] = theirs[other] = None
        self.roles.setdefault((own, other), set()).add(event)

    def speak(self, claim: str, own: str, other: str, when: str) -> None:
        """Add that both took a position on a claim."""
        self.first = min(self.first, when)
        side = "between" if "0" in (own, other) else "same" if own == other else "opposite"
        self.claims[side][claim] = None


def links(records: Records, actor: Row, selection: Selection, *, units: bool = True, title: str = "") -> Report:
    """List who appears with an actor in the records that a selection asks for; fails on an order that links lack."""
    check_order(selection.sort)
    found = collected(records, str(actor["id"]), selection, units=units)
    names = dict(named(records, found))
    ordered = in_order(found, names, selection)
    shown = ordered[: selection.limit]
    return Report(
        title=title or f"Who appears with {actor['name']}",
        columns=COLUMNS,
        rows=rows(records, {other: found[other] for other in shown}, names),
        empty=f"Nobody appears with {actor['name']}.",
        kind="actor",
        total=lambda: len(ordered),
        why=partial(
            nothing,
            records,
            "event",
            selection.but(where=All((WithActor(str(actor["id"]), units), selection.where))),
        ),
    )


def check_order(sort: Sort) -> None:
    """Refuse to sort links by what they do not have."""
    if sort not in ORDERS:
        known = (f"{order} ({what})" if what else str(order) for order, what in ORDERS.items())
        raise UsageError(f"links have no {sort} to be sorted by", choice(known))


def in_order(found: dict[str, Link], names: dict[str, str], selection: Selection) -> list[str]:
    """Sort the actors that were found."""
    ordered = sorted(found, key=lambda other: (-found[other].count, names[other], other))
    match selection.sort:
        case Sort.DATE:
            ordered.sort(key=lambda other: found[other].first)
        case Sort.NAME:
            ordered.sort(key=lambda other: names[other])
        case Sort.ID:
            ordered.sort()
    return ordered[::-1] if selection.reverse else ordered


def collected(records: Records, asked: str, selection: Selection, *, units: bool) -> dict[str, Link]:
    """Collect what each other actor has to do with this one."""
    found: dict[str, Link] = {}
    for event, when, own, other, theirs in records.table(*query(EVENTS, asked, selection, units=units)):
        found.setdefault(other, Link()).meet(event, own, theirs, when)
    for claim, when, own, other, theirs in records.table(*query(CLAIMS, asked, selection, units=units)):
        found.setdefault(other, Link()).speak(claim, own, theirs, when)
    return found


def query(sql: str, asked: str, selection: Selection, *, units: bool) -> Expression:
    """Complete one of the queries: the times of an event are its own, those of a position are when it was said."""
    test = compiled(selection.where)
    condition = test.must if selection.certain else test.may
    when = "own" if sql is CLAIMS else "r"
    other = "other" if sql is CLAIMS else "r"

    def overlap(reach: str, dated: str) -> str:
        only = "" if units else f" AND {reach}.actor = {reach}.asked"
        return OVERLAP.format(reach=reach, latest=f"{dated}.latest", earliest=f"{dated}.earliest", units=only)

    text = sql.format(mine=overlap("a", when), theirs=overlap("b", other), condition=condition.sql)
    return Expression(text, (asked, asked, *condition.parameters))


def named(records: Records, ids: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give the names of records by id; an id that no record has is its own name."""
    wanted = list(ids)
    names = {row["id"]: str(row["name"]) for row in records.get(wanted)}
    return ((found, names.get(found, found)) for found in wanted)


def rows(records: Records, found: dict[str, Link], names: dict[str, str]) -> Iterator[Row]:
    """Write each link as a row, with events and claims by name."""
    for other, link in found.items():
        events = {row["id"]: row for row in records.get(link.events)}
        claims = {row["id"]: row for row in records.get(dict.fromkeys(c for ids in link.claims.values() for c in ids))}
        counts = Counter({pair: len(ids) for pair, ids in link.roles.items()})
        yield {
            "actor": {"id": other, "name": names[other]},
            "count": link.count,
            "roles": [{"own": own, "other": role, "count": n} for (own, role), n in counts.most_common()],
            "events": [
                {
                    "id": event,
                    "name": events[event]["title"],
                    "date": events[event]["date"],
                    "own_roles": list(mine),
                    "other_roles": list(theirs),
                }
                for event, (mine, theirs) in link.events.items()
            ],
            "claims": {
                side: [{"id": claim, "name": claims[claim]["proposition"]} for claim in ids]
                for side, ids in link.claims.items()
            },
        }


def roles(row: Row) -> str:
    """Write how often which role met which."""
    return ", ".join(
        f"{pair['own']}\N{EN DASH}{pair['other']}"
        + (f" \N{MULTIPLICATION SIGN}{pair['count']}" if pair["count"] > 1 else "")
        for pair in row["roles"]
    )


def sides(row: Row) -> str:
    """Write on how many claims they stand on the same side, on opposite ones or neither."""
    words = {"opposite": "opposite", "same": "same side", "between": "neither"}
    return ", ".join(f"{len(row['claims'][side])} {words[side]}" for side in SIDES if row["claims"][side])


def events(row: Row) -> str:
    """Write the events with their dates, one a line."""
    return "\n".join(f"{cells.date(event)}: {event['name']}" for event in row["events"])


COLUMNS = (
    Column(key="actor", heading="Who", cell=lambda row: cells.name(row["actor"]), tone=Tone.NAME, least=16),
    Column(key="count", heading="Together", cell=lambda row: str(row["count"]), tone=Tone.NUMBER, least=8),
    Column(key="roles", heading="Roles (own\N{EN DASH}other's)", cell=roles, least=18),
    Column(key="events", heading="Events", cell=events, width=Width.WIDE, least=30),
    Column(key="claims", heading="Claims", cell=sides, least=12),
)
