"""Events that are likely to be the same, by their day, places, actors and titles."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from narcotl.reports.duplicates.likeness import similar
from narcotl.reports.duplicates.pairs import Pair, pair
from narcotl.reports.records import Records
from narcotl.select.fold import fold

EVENTS = """
SELECT id, name, json_extract(json, '$.date.edtf'), json_extract(json, '$.date.precision') FROM records
WHERE kind = 'event' AND earliest IS NOT NULL
"""
PLACES = "SELECT p.record, p.region FROM placings p JOIN records r ON r.id = p.record AND r.kind = 'event'"
PEOPLE = "SELECT i.record, i.actor FROM involvements i JOIN records r ON r.id = i.record AND r.kind = 'event'"
CROWD = 60
"""Of a date that more events have, only those are compared that share a place or an actor."""
TITLE, PLACE, ACTOR = 0.5, 0.25, 0.25
"""What titles, places and actors count for; where neither event has any, the others count for it."""
SAME_DAY = 85
"""What the same day, places and actors come to at least, whatever the titles say."""


class Happening(NamedTuple):
    """What is compared of an event."""

    record: str
    title: str
    date: str
    is_day: bool
    places: frozenset[str]
    actors: frozenset[str]


def happened(records: Records) -> Iterator[Pair]:
    """Find events that have the same date."""
    places, people = gathered(records, PLACES), gathered(records, PEOPLE)
    blocks: dict[str, list[Happening]] = defaultdict(list)
    for record, title, date, precision in records.table(EVENTS):
        blocks[date].append(
            Happening(
                record, fold(title), date, precision == "day", frozenset(places[record]), frozenset(people[record])
            )
        )
    for block in blocks.values():
        yield from (compared(one, other) for one, other in neighbours(block))


def gathered(records: Records, sql: str) -> dict[str, set[str]]:
    """Collect what each event has."""
    found: dict[str, set[str]] = defaultdict(set)
    for record, value in records.table(sql):
        found[record].add(value)
    return found


def neighbours(block: Sequence[Happening]) -> Iterator[tuple[Happening, Happening]]:
    """Give the pairs of events of one date that are worth comparing."""
    if len(block) <= CROWD:
        yield from combinations(block, 2)
        return
    parts: dict[str, list[Happening]] = defaultdict(list)
    for one in block:
        for key in one.places | one.actors:
            parts[key].append(one)
    seen: set[tuple[str, str]] = set()
    for part in parts.values():
        for one, other in combinations(part, 2) if len(part) <= CROWD else ():
            if (one.record, other.record) not in seen:
                seen.add((one.record, other.record))
                yield one, other


def compared(one: Happening, other: Happening) -> Pair:
    """Score two events of one date."""
    titles = similar(one.title, other.title)
    shares = [(TITLE, titles / 100)]
    reasons = [f"both on {one.date}"]
    for weight, mine, yours, word in (
        (PLACE, one.places, other.places, "places"),
        (ACTOR, one.actors, other.actors, "actors"),
    ):
        if mine or yours:
            share = len(mine & yours) / len(mine | yours)
            shares.append((weight, share))
            if share:
                reasons.append(f"the same {word}" if mine == yours else f"{len(mine & yours)} of the {word}")
    score = 100 * sum(weight * share for weight, share in shares) / sum(weight for weight, _ in shares)
    if one.is_day and one.places == other.places and one.actors == other.actors and one.places and one.actors:
        score = max(score, SAME_DAY)
    reasons.append(f"titles {titles}% alike")
    return pair(score, one.record, other.record, reasons)
