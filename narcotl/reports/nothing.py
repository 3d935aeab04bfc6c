"""Why a list is empty: which of its conditions leaves nothing, found by dropping each in turn and counting."""

from collections.abc import Iterator
from dataclasses import replace

from narcotl.reports.records import Records
from narcotl.select.selection import Selection
from narcotl.select.where import All, Any, InRegion, Labelled, Not, OnDay, Saying, Where, WithActor, Within

FACETS = {
    "kind": "of the kind {}",
    "measure": "of the measure {}",
    "source": "resting on {}",
    "status": "with the status {}",
    "topic": "on the topic {}",
}
"""How a condition on a facet is said."""
NAMED = "SELECT name FROM records WHERE id = ?"


def nothing(records: Records, kind: str, selection: Selection) -> str:
    """Say what a list without rows was asked for, and how many rows there are when one condition is left out."""
    if records.count(kind, selection):
        return ""
    parts = list(conditions(selection.where))
    if not parts:
        return f"the store holds no {kind}"
    if selection.certain and (count := records.count(kind, replace(selection, certain=False))):
        return f"no {kind} is certainly {said(records, parts)}; without --certain {there(count)}"
    found: dict[str, int] = {}
    for place, part in enumerate(parts):
        rest = All((*parts[:place], *parts[place + 1 :]))
        if count := records.count(kind, replace(selection, where=rest)):
            found[option(part)] = max(count, found.get(option(part), 0))
    text = f"no {kind} is {said(records, parts)}"
    if len(parts) == 1:
        return text
    if not found:
        return f"{text}, nor is there any if one of these is left out"
    (first, count), *others = sorted(found.items(), key=lambda item: -item[1])
    return ", ".join([f"{text}; without {first} {there(count)}", *(f"without {name} {n}" for name, n in others)])


def there(count: int) -> str:
    """Say how many there are."""
    return f"there {'is' if count == 1 else 'are'} {count}"


def conditions(where: Where) -> Iterator[Where]:
    """Take apart what must be met together."""
    if isinstance(where, All):
        for part in where.parts:
            yield from conditions(part)
    else:
        yield where


def said(records: Records, parts: list[Where]) -> str:
    """Say all conditions in words."""
    return " and ".join(phrase(records, part) for part in parts)


def phrase(records: Records, where: Where) -> str:
    """Say one condition in words."""
    match where:
        case InRegion(region):
            return f"placed in {name(records, region)}"
        case WithActor(actor):
            return f"involving {name(records, actor)}"
        case Labelled(facet, value) if facet in FACETS:
            return FACETS[facet].format(name(records, value) if facet in ("source", "measure") else value)
        case Within():
            return f"dated {span(where)}"
        case OnDay(month, day_of_month):
            return f"dated {month:02d}-{day_of_month:02d} of any year"
        case Saying(match):
            return f"holding the words {match}"
        case Not(part):
            return f"not {phrase(records, part)}"
        case Any(parts):
            return f"({' or '.join(phrase(records, part) for part in parts)})"
        case All(parts):
            return f"({said(records, list(parts))})"
        case _:
            return option(where).replace("--", "as asked by --")


def option(where: Where) -> str:
    """Name the option that asks for a condition."""
    match where:
        case InRegion():
            return "--region"
        case WithActor():
            return "--actor"
        case Labelled(facet):
            return f"--{facet}"
        case Within():
            return "the dates"
        case Saying():
            return "--text"
        case Not(part):
            return option(part)
        case Any(parts) | All(parts):
            names = {option(part) for part in parts}
            return names.pop() if len(names) == 1 else "the query"
        case _:
            words = {"Positioned": "--by", "About": "--about", "Published": "--vintage", "OnDay": "--on"}
            return words.get(type(where).__name__, "the query")


def name(records: Records, target: str) -> str:
    """Give the name of a record."""
    return str(next(iter(records.table(NAMED, (target,))), (target,))[0])


def span(within: Within) -> str:
    """Write a period of whole days; an end that is open is left out."""
    from narcotl.dates import ENDLESS_FUTURE, ENDLESS_PAST

    first = "" if within.earliest == ENDLESS_PAST else f"from {day(within.earliest)}"
    last = "" if within.latest == ENDLESS_FUTURE else f"to {day(within.latest)}"
    return " ".join(filter(None, (first, last))) or "at any time"


def day(number: int) -> str:
    """Write a day that the index keeps as a number."""
    from narcotl.dates import day_text

    return day_text((number // 10_000, number // 100 % 100, number % 100))
