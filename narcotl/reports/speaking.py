"""Who speaks in a position: by name, with the office held when it was said."""

from collections.abc import Callable, Iterable

from narcotl.reports import cells
from narcotl.reports.records import Records
from narcotl.reports.report import Row


def speaker(position: Row) -> str:
    """Name who takes a position: an actor, or the source itself where no actor is named."""
    return cells.name(position["actor"]) if position["actor"] else cells.name(position["source"])


def brief_speaker(position: Row) -> str:
    """Name the same where there is little room: an actor by its acronym, a source by its id."""
    return cells.brief_name(position["actor"]) if position["actor"] else str(position["source"]["id"])


def with_offices(records: Records, positions: Iterable[Row]) -> list[Row]:
    """Give positions, each with the `offices` that its actor held when it was said."""
    taken = list(positions)
    actors = {position["actor"]["id"] for position in taken if position["actor"]}
    offices = {actor["id"]: actor["offices"] for actor in records.get(sorted(actors)) if actor["offices"]}
    return [
        {**position, "offices": held(offices.get((position["actor"] or {}).get("id"), ()), position["said"])}
        for position in taken
    ]


def held(offices: Iterable[Row], said: Row | None) -> list[Row]:
    """Give the offices held on a date: `certain`, `possible` if the dates only overlap, `not dated` if none is known.

    An office with dates is left out where it is not known when something was said: nothing is assumed.
    """
    from narcotl.dates import parse_edtf

    date = parse_edtf(said["edtf"]) if said else None
    found: list[Row] = []
    for office in offices:
        when = office.get("when")
        if when is None:
            found.append({**office, "when": None, "held": "not dated"})
        elif date is not None and not date.undated and date.overlaps(term := parse_edtf(when["edtf"])):
            found.append({**office, "held": "certain" if date.within(term) else "possible"})
    return found


def office(row: Row, name: Callable[[Row], str] = cells.name) -> str:
    """Write one office, with how sure it is that it was held then."""
    aside = {"certain": "", "possible": " (possibly then)"}.get(row["held"], " (not dated)")
    return f"{row['title']}, {name(row['of'])}{aside}"
