"""Why a list is empty: which of its conditions leaves nothing, found by dropping each in turn and counting."""

from typing import assert_never

from narcotl.reports.records import Records
from narcotl.select.selection import Selection
from narcotl.select.sql import conditions
from narcotl.select.where import (
    About,
    All,
    Any,
    InRegion,
    Labelled,
    Not,
    OnDay,
    Positioned,
    Published,
    Saying,
    Where,
    WithActor,
    Within,
)

FACETS = {
    "contested": "is contested",
    "kind": "is of the kind {}",
    "measure": "is of the measure {}",
    "source": "rests on {}",
    "status": "has the status {}",
    "tag": "has the tag {}",
    "topic": "is on the topic {}",
}
"""How a condition on a facet is said."""
OPTIONS: dict[type[Where], str] = {
    InRegion: "--region",
    WithActor: "--actor",
    Positioned: "--by",
    About: "--about",
    Published: "--vintage",
    Within: "the dates",
    OnDay: "--on",
    Saying: "--text",
}
"""The options that ask for what is no word of a facet."""
NAMED = "SELECT name FROM records WHERE id = ?"


def nothing(records: Records, kind: str, selection: Selection) -> str:
    """Say what a list without rows was asked for, and how many rows there are when one condition is left out."""
    if records.count(kind, selection):
        return ""
    parts = list(conditions(selection.where))
    if not parts:
        return f"the store holds no {kind}"
    if selection.certain and (count := records.count(kind, selection.but(certain=False))):
        return f"no {kind} certainly {said(records, parts)}; without --certain {there(count)}"
    found: dict[str, int] = {}
    for place, part in enumerate(parts):
        rest = All((*parts[:place], *parts[place + 1 :]))
        if count := records.count(kind, selection.but(where=rest)):
            found[option(part)] = max(count, found.get(option(part), 0))
    text = f"no {kind} {said(records, parts)}"
    if len(parts) == 1:
        return text
    if not found:
        return f"{text}, nor is there any if one of these is left out"
    (first, count), *others = sorted(found.items(), key=lambda item: -item[1])
    return ", ".join([f"{text}; without {first} {there(count)}", *(f"without {name} {n}" for name, n in others)])


def there(count: int) -> str:
    """Say how many there are."""
    return f"there {'is' if count == 1 else 'are'} {count}"


def said(records: Records, parts: list[Where]) -> str:
    """Say all conditions in words."""
    return " and ".join(phrase(records, part) for part in parts)


def phrase(records: Records, where: Where) -> str:
    """Say one condition in words."""
    match where:
        case Not(part):
            text = phrase(records, part)
            return f"is not {text[3:]}" if text.startswith("is ") else f"is none that {text}"
        case Any(parts):
            return " or ".join(phrase(records, part) for part in parts)
        case All(parts):
            return said(records, list(parts))
        case Within() | Published():
            return f"{'is dated' if isinstance(where, Within) else 'was published'} {span(where)}"
        case OnDay(month, day_of_month):
            return f"is dated {month:02d}-{day_of_month:02d} of any year"
        case Saying(match):
            return f"holds the words {match}"
        case _:
            return naming(records, where)


def naming(records: Records, where: InRegion | WithActor | Positioned | About | Labelled) -> str:
    """Say a condition that names a record or a word."""
    match where:
        case InRegion(region):
            return f"is placed in {name(records, region)}"
        case WithActor(actor):
            return f"involves {name(records, actor)}"
        case Positioned(actor, stance):
            return f"has a position of {name(records, actor)}" + (f" that {stance} it" if stance else "")
        case About(target):
            return f"is about {name(records, target)}"
        case Labelled(facet, value):
            text = name(records, value) if facet in ("source", "measure") else value
            return FACETS.get(facet, f"has the {facet} {{}}").format(text)
        case _:
            assert_never(where)


def option(where: Where) -> str:
    """Name the option that asks for a condition."""
    match where:
        case Labelled(facet):
            return f"--{facet}"
        case Not(part):
            return option(part)
        case Any(parts) | All(parts):
            names = {option(part) for part in parts}
            return names.pop() if len(names) == 1 else "the query"
        case _:
            return OPTIONS[type(where)]


def name(records: Records, target: str) -> str:
    """Give the name of a record."""
    return str(next(iter(records.table(NAMED, (target,))), (target,))[0])


def span(within: Within | Published) -> str:
    """Write a period of whole days; an end that is open is left out."""
    from narcotl.dates import ENDLESS_FUTURE, ENDLESS_PAST

    first = "" if within.earliest == ENDLESS_PAST else f"from {day(within.earliest)}"
    last = "" if within.latest == ENDLESS_FUTURE else f"to {day(within.latest)}"
    return " ".join(filter(None, (first, last))) or "at any time"


def day(number: int) -> str:
    """Write a day that the index keeps as a number."""
    from narcotl.dates import day_text

    return day_text((number // 10_000, number // 100 % 100, number % 100))
