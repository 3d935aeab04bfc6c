"""The texts of cells: how dates, places, people, chains and marks are written in tables and cards."""

from collections.abc import Iterable
from typing import Any

from narcotl.reports.report import Row

POSSIBLE = "(possible)"
"""Marks a hit that is not certain in date or place."""
ANNOTATED = "*"
"""Marks a record that is annotated; its card has the annotations."""
FEW = 3
"""So many places are named in a cell."""
DAGGER = "†"
"""Marks a record that is corrected; the text stands below the table."""


def date(row: Row) -> str:
    """Write the date of an event, a figure or a source."""
    found = row.get("date") or row.get("period") or row.get("issued")
    return str(found["text"]) if found else "undated"


def title(row: Row) -> str:
    """Write the title with the marks that belong to it."""
    marks = [POSSIBLE] if row.get("match") == "possible" else []
    name = str(row.get("title") or row.get("proposition") or row.get("name") or row["id"])
    dagger = DAGGER if row.get("corrections") else ""
    return " ".join([*marks, name + dagger, *layer(row)])


def layer(row: Row) -> list[str]:
    """Name the store that a record or a part of it is from, if it is not the first one, and whether it is annotated."""
    found = [f"[{row['layer']}]"] if row.get("layer") else []
    return found + [ANNOTATED] * ("annotations" in row)


def names(references: Iterable[Any]) -> str:
    """Write references by their names."""
    return ", ".join(name(reference) for reference in references)


def name(reference: Any) -> str:
    """Write one reference: its name, or its id if no record has that id."""
    if reference is None:
        return ""
    return str(reference.get("name") or reference.get("id") or "")


def places(row: Row) -> str:
    """Write where an event is placed; of more than a few places the first, and how many more there are."""
    regions = row.get("regions", ())
    more = len(regions) - FEW
    return names(regions[:FEW]) + (f" and {more} more" if more > 0 else "")


def people(row: Row) -> str:
    """Write who took part."""
    return ", ".join(dict.fromkeys(participant(part) for part in row.get("participants", ())))


def participant(part: Row) -> str:
    """Write one participant by name."""
    return name(part.get("actor")) or str(part.get("name", ""))


def sources(row: Row) -> str:
    """Write the ids of the origins that a record rests on."""
    return ", ".join(str(citation["source"]["id"]) for citation in row.get("sources", ()))


def corrections(rows: Iterable[Row]) -> list[str]:
    """Write the corrections of these records below a table, each once; a suspected one is not applied."""
    found = {mended["id"]: mended for row in rows for mended in row.get("corrections", ())}
    return [f"{DAGGER} {correction(mended)}" for mended in found.values()]


def remarks(row: Row) -> list[str]:
    """Write what stands at the end of a card: corrections, annotations, and the store that the record is from."""
    found = [*corrections([row]), *(annotation(added) for added in row.get("annotations", ()))]
    return [*found, f"from the store {row['layer']}"] if row.get("layer") else found


def annotation(added: Row) -> str:
    """Write one annotation: who says it, when and in which store, then the note and the tags."""
    made = added["made"]["text"] if added.get("made") else ""
    head = ", ".join(filter(None, (added["annotation"], added.get("by"), made)))
    layer = f" [{added['layer']}]" if added.get("layer") else ""
    tags = f"({', '.join(added['tags'])})" if added.get("tags") else ""
    return " ".join(filter(None, (f"{ANNOTATED} {head}{layer}:", added.get("note"), tags)))


def correction(mended: Row) -> str:
    """Write one correction."""
    certainty = "suspected, not applied" if mended["certainty"] == "suspected" else mended["certainty"]
    return f"{mended['id']} ({certainty}): {mended['says'].rstrip('.')}. Rather: {mended['should_be']}"


def legend(rows: list[Row]) -> list[str]:
    """Explain the marks that these rows bear."""
    lines = corrections(rows)
    if any(row.get("match") == "possible" for row in rows):
        lines.append(f"{POSSIBLE}: the date or place only overlaps what was asked; --certain leaves these out")
    if any("annotations" in row for row in rows):
        lines.append(f"{ANNOTATED} annotated; the record in full has the notes")
    return lines


BOUNDS = {"=": "", "~": "about ", "<~": "nearly ", "<": "under ", "<=": "up to ", ">": "over ", ">=": "at least "}
"""How the bound of a figure is said."""


def value(row: Row) -> str:
    """Write the value of a figure with its bound and unit; a missing one says why."""
    if row["missing"]:
        return f"missing: {str(row['missing']).replace('-', ' ')}"
    single = row["value"] is not None
    number = quantity(row["value"]) if single else f"{quantity(row['low'])}\u2013{quantity(row['high'])}"
    dagger = DAGGER if row.get("corrections") else ""
    return f"{BOUNDS[row['op']]}{number} {row['unit']}{dagger}"


def figure(row: Row) -> str:
    """Name a figure by what it counts (and its scope), where and when, as the index names it in references."""
    scope = f" ({row['scope']})" if row["scope"] else ""
    return f"{name(row['measure'])}{scope}, {name(row['region'])}, {row['period']['text']}"


def quantity(number: float | None) -> str:
    """Write a number with commas between thousands; an open end of a range is a question mark."""
    return "?" if number is None else f"{number:,}"
