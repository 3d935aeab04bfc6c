"""What a selection means, evaluated record by record in the plainest way: the measure of what the index answers."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from narcotl.dates import ENDLESS_FUTURE, ENDLESS_PAST, parse_edtf
from narcotl.select.where import About, All, Any, InRegion, Labelled, Not, Positioned, Where, WithActor, Within
from tests.laws.stores import Record, Store

NO, POSSIBLE, CERTAIN = 0, 1, 2

Span: TypeAlias = tuple[int, int]
ALWAYS: Span = (ENDLESS_PAST, ENDLESS_FUTURE)


@dataclass(frozen=True, slots=True)
class Naive:
    """A store as records only."""

    store: Store

    def answer(self, where: Where, event: Record) -> int:
        """Say whether an event meets a condition: certainly, possibly or not."""
        match where:
            case InRegion(region):
                return self.placed(region, event)
            case WithActor(actor, units):
                return self.involved(actor, event, units=units)
            case Labelled(facet, value):
                return CERTAIN if value in labels(facet, event) else NO
            case Within(earliest, latest):
                return within((earliest, latest), spans(event))
            case Positioned():
                return self.spoken(where, event)
            case About(target):
                return self.about(target, event)
            case Not(part):
                return CERTAIN - self.answer(part, event)
            case All(parts):
                return min((self.answer(part, event) for part in parts), default=CERTAIN)
            case Any(parts):
                return max(self.answer(part, event) for part in parts)
            case _:
                raise NotImplementedError(where)

    def placed(self, asked: str, event: Record) -> int:
        """Certain inside the region; possible where something shares ground with what is inside it."""
        parents = {region["id"]: region["part_of"] for region in self.store["regions.yaml"]}
        inside = {region for region in parents if asked in closure(region, lambda one: parents[one])}
        if inside & set(event["regions"]):
            return CERTAIN
        pairs = {(one["id"], other) for one in self.store["regions.yaml"] for other in one["overlaps"]}
        pairs |= {(other, one) for one, other in pairs}
        containers = closure(asked, lambda one: parents[one])
        sharing = {other for one, other in pairs if one in inside} - containers
        return POSSIBLE if sharing & set(event["regions"]) else NO

    def involved(self, asked: str, event: Record, *, units: bool) -> int:
        """Certain for who belongs to the actor at all times of the event, possible for who does at some."""
        people = {part["actor"] for part in event.get("participants", ())}
        if not units:
            return CERTAIN if asked in people else NO
        hull = min(first for first, _ in spans(event)), max(last for _, last in spans(event))
        found = [
            CERTAIN if dated and contains(window, hull) else POSSIBLE
            for person in people
            for window, dated in self.ways(person, asked)
            if overlap(window, hull)
        ]
        return max(found, default=NO)

    def spoken(self, asked: Positioned, claim: Record) -> int:
        """Certain for who belonged to the actor whenever a position may have been taken, possible for who may have."""
        found = [NO]
        for position in claim["positions"]:
            said = span_of(position["said"]) if "said" in position else ALWAYS
            speaker = position.get("actor")
            if (
                speaker is None
                or asked.stance not in ("", position["stance"])
                or not (asked.units or speaker == asked.actor)
            ):
                continue
            for window, dated in self.ways(speaker, asked.actor):
                if overlap(window, said):
                    found.append(CERTAIN if dated and contains(window, said) else POSSIBLE)
        return max(found)

    def about(self, target: str, claim: Record) -> int:
        """Certain for what is said to be about the target, or about what is inside it or belongs to it at any time."""
        about = claim["about"]
        parents = {region["id"]: region["part_of"] for region in self.store["regions.yaml"]}
        inside = {region for region in parents if target in closure(region, lambda one: parents[one])}
        belonging = {actor["id"] for actor in self.store["actors.yaml"] if self.ways(actor["id"], target)}
        meant = {target, *inside, *belonging}
        return CERTAIN if meant & {name for names in about.values() for name in names} else NO

    def ways(self, actor: str, body: str) -> list[tuple[Span, bool]]:
        """Give the times in which an actor belongs to a body, on each way up, and whether they are known."""
        if actor == body:
            return [(ALWAYS, True)]
        record = next(one for one in self.store["actors.yaml"] if one["id"] == actor)
        steps = [(part["id"], part.get("when"), True) for part in record["part_of"]]
        steps += [(office["of"], office.get("when"), "when" in office) for office in record["offices"]]
        found = []
        for parent, when, dated in steps:
            window = span_of(when) if when else ALWAYS
            for above, known in self.ways(parent, body):
                both = max(window[0], above[0]), min(window[1], above[1])
                if both[0] <= both[1]:
                    found.append((both, dated and known))
        return found


def closure(start: str, above: Callable[[str], Iterable[str]]) -> set[str]:
    """Follow a relation upwards to the end; the start is included."""
    found = {start}
    for parent in above(start):
        found |= closure(parent, above)
    return found


def labels(facet: str, event: Record) -> list[str]:
    """Give the words that an event bears."""
    fields = {"kind": "kinds", "status": "status", "topic": "topics", "source": "sources"}
    found = event.get(fields[facet], [])
    return [found] if isinstance(found, str) else list(found)


def spans(event: Record) -> list[Span]:
    """Give the spans of days of the date of an event and of the other dates that somebody gives it."""
    texts = [event["date"], *(other["date"] for other in event.get("date_alt", ()))]
    return [span for text in texts for span in parse_edtf(text).spans()]


def span_of(text: str) -> Span:
    """Give the hull of a date."""
    found = parse_edtf(text).spans()
    return min(first for first, _ in found), max(last for _, last in found)


def overlap(one: Span, other: Span) -> bool:
    """Tell whether two spans have a day in common."""
    return one[0] <= other[1] and other[0] <= one[1]


def contains(outer: Span, inner: Span) -> bool:
    """Tell whether a span lies in another one."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def within(asked: Span, found: list[Span]) -> int:
    """Certain if every span lies in what is asked, possible if one has a day in common with it."""
    if all(contains(asked, span) for span in found):
        return CERTAIN
    return POSSIBLE if any(overlap(asked, span) for span in found) else NO
