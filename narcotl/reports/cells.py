"""The texts of cells: how dates, places, people, chains and marks are written in tables and cards."""

from collections.abc import Iterable, Iterator
from typing import Any

from narcotl.reports.report import Row

POSSIBLE = "(possible)"
"""Marks a hit that is not certain in date or place."""
MAYBE = "~"
"""Marks the same where there is little room."""
ANNOTATED = "*"
"""Marks a record that is annotated; its card has the annotations."""
ROOM = 32
"""So long may the names of several places be where there is little room."""
FEW = 3
"""So many places are named in a cell."""
LONGEST = 14
"""So long may a date be in a line of an overview."""
MONTHS = {
    "January": "Jan",
    "February": "Feb",
    "March": "Mar",
    "April": "Apr",
    "June": "Jun",
    "July": "Jul",
    "August": "Aug",
    "September": "Sep",
    "October": "Oct",
    "November": "Nov",
    "December": "Dec",
}
"""The months whose names can be shortened."""
SMALL = frozenset(("and", "de", "for", "in", "of", "on", "the", "to"))
"""Words of which acronyms take no notice."""
DAGGER = "†"
"""Marks a record that is corrected; the text stands below the table."""


def date(row: Row) -> str:
    """Write the date of an event, a figure or a source."""
    found = row.get("date") or row.get("period") or row.get("issued")
    return str(found["text"]) if found else "undated"


def brief_date(row: Row) -> str:
    """Write the date of an event, a figure or a source where there is little room."""
    return shortened(date(row))


def shortened(text: str) -> str:
    """Write a date with three letters of each month; a column of dates need not say that they are dates."""
    for month, short in MONTHS.items():
        text = text.replace(month, short)
    return text.removeprefix("date ")


def brief_years(row: Row) -> str:
    """Write a date that is still too long for a line of an overview by its years."""
    text, found = brief_date(row), row["date"]
    if len(text) <= LONGEST or not found["earliest"] or not found["latest"]:
        return text
    first, last = str(found["earliest"])[:-6], str(found["latest"])[:-6]
    years = first if first == last else f"{first}\u2013{last}"
    return f"{'c. ' * found['approximate']}{years}{'?' * found['uncertain']}"


def title(row: Row) -> str:
    """Write the title with the marks that belong to it."""
    marks = [POSSIBLE] if row.get("match") == "possible" else []
    name = str(row.get("title") or row.get("proposition") or row.get("name") or row["id"])
    dagger = DAGGER if row.get("corrections") else ""
    return " ".join([*marks, name + dagger, *layer(row)])


def brief_title(row: Row) -> str:
    """Write the title with its marks where there is little room."""
    return " ".join(filter(None, (maybe(row), title({**row, "match": None}))))


def bare_title(row: Row) -> str:
    """Write the title without marks, but with the store that it is from."""
    return title({key: value for key, value in row.items() if key not in ("annotations", "corrections", "match")})


def maybe(row: Row) -> str:
    """Write the short mark of a hit that is not certain."""
    return MAYBE if row.get("match") == "possible" else ""


def marks(row: Row) -> str:
    """Write only the marks of a record, which stand beside a title that may be cut."""
    dagger = DAGGER if row.get("corrections") else ""
    return maybe(row) + dagger + ANNOTATED * ("annotations" in row)


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


def brief_name(reference: Any) -> str:
    """Write one reference by its acronym where that is its id, such as ONDCP, and else by its name."""
    full = name(reference)
    acronym = str((reference or {}).get("id") or "")
    words = full.casefold().replace("-", " ").split()
    spelt = ("".join(word[0] for word in words if word not in small) for small in (SMALL, ()))
    return acronym.upper() if len(acronym) > 1 and acronym in spelt else full


def places(row: Row) -> str:
    """Write where an event is placed; of more than a few places the first, and how many more there are."""
    regions = row.get("regions", ())
    more = len(regions) - FEW
    return names(regions[:FEW]) + (f" and {more} more" if more > 0 else "")


def brief_places(row: Row) -> str:
    """Write where an event is placed where there is little room: as many places as fit into a line or two."""
    regions = list(row.get("regions", ()))
    shown = regions[:1] + [
        region for place, region in enumerate(regions[1:FEW], 2) if len(names(regions[:place])) <= ROOM
    ]
    more = len(regions) - len(shown)
    return names(shown) + (f" and {more} more" if more else "")


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


def brief_corrections(rows: Iterable[Row]) -> list[str]:
    """Say in a line what is right instead of what is corrected; of many corrections, only how many there are."""
    found = {mended["id"]: mended for row in rows for mended in row.get("corrections", ())}
    if len(found) > 1:
        return [f"{DAGGER} {len(found)} corrections: --wide shows them, and so does each record in full"]
    suspected = " (suspected)" if any(mended["certainty"] == "suspected" for mended in found.values()) else ""
    return [f"{DAGGER} {known}{suspected}: {mended['should_be']}" for known, mended in found.items()]


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
    overlapping = f"{POSSIBLE}: the date or place only overlaps what was asked; --certain leaves these out"
    return [*corrections(rows), *explained(rows, overlapping)]


def brief_legend(rows: list[Row]) -> list[str]:
    """Explain the marks that these rows bear where there is little room."""
    overlapping = f"{MAYBE} only possible: the date or place overlaps; --certain leaves these out"
    return [*brief_corrections(rows), *explained(rows, overlapping)]


def explained(rows: list[Row], overlapping: str) -> Iterator[str]:
    """Explain the marks of possible hits, in these words, and of annotations."""
    if any(row.get("match") == "possible" for row in rows):
        yield overlapping
    if any("annotations" in row for row in rows):
        yield f"{ANNOTATED} annotated; the record in full has the notes"


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
