"""Events that are likely to be the same, by their day, places, actors and titles."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from narcotl.reports.duplicates import likeness
from narcotl.reports.duplicates.likeness import similar
from narcotl.reports.duplicates.pairs import Pair, pair
from narcotl.reports.records import Records
from narcotl.select.fold import fold

EVENTS = """
SELECT id, name, json_extract(json, '$.date.edtf'), json_extract(json, '$.date.precision'), earliest, latest
FROM records
WHERE kind = 'event' AND earliest IS NOT NULL
"""
PLACES = "SELECT p.record, p.region FROM placings p JOIN records r ON r.id = p.record AND r.kind = 'event'"
PEOPLE = "SELECT i.record, i.actor FROM involvements i JOIN records r ON r.id = i.record AND r.kind = 'event'"
CROWD = 60
"""Of a date that more events have, only those are compared that share a place or an actor."""
TITLE, PLACE, ACTOR = 0.5, 0.25, 0.25
"""What titles, places and actors count for; where neither event has any, the others count for it."""
OTHER_DATE = 10
"""What it costs, in points, that the dates are written otherwise and may only be one: early 1988 and 1988."""
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
    earliest: int
    latest: int

    def may_be_when(self, other: "Happening") -> bool:
        """Tell whether two events may have been at one time."""
        return self.earliest <= other.latest and other.earliest <= self.latest


def happened(records: Records) -> Iterator[Pair]:
    """Find events that have the same date, or one that may be the same and a title that is."""
    places, people = gathered(records, PLACES), gathered(records, PEOPLE)
    blocks: dict[str, list[Happening]] = defaultdict(list)
    for record, title, date, precision, *bounds in records.table(EVENTS):
        there, who = frozenset(places[record]), frozenset(people[record])
        blocks[date].append(Happening(record, fold(title), date, precision == "day", there, who, *bounds))
    for block in blocks.values():
        yield from (compared(one, other) for one, other in neighbours(block))
    yield from titled({one.record: one for block in blocks.values() for one in block})


def titled(events: Mapping[str, Happening]) -> Iterator[Pair]:
    """Find events with titles that are alike, dates that may be one, and a place or an actor in common."""
    for mine, yours in likeness.neighbours(likeness.name(one.record, one.title) for one in events.values()):
        one, other = events[mine.record], events[yours.record]
        if one.date == other.date or not one.may_be_when(other):
            continue
        shared = [word for word in ("places", "actors") if getattr(one, word) & getattr(other, word)]
        same = likeness.alike(mine, yours) if shared else 0
        if same:
            dates = " and ".join(sorted((one.date, other.date)))
            reasons = [f"{dates} may be one date", f"common {' and '.join(shared)}", f"titles {same}% alike"]
            yield pair(same - OTHER_DATE, one.record, other.record, reasons)


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
