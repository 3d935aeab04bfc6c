"""The records that a record names, for the list of where one can go from it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from narcotl.model.vocab.base import RecordKind
from narcotl.reports import cells
from narcotl.reports.report import Column, Report, Row, Tone

ROLES = {
    "regions": "place",
    "sources": "source",
    "claims": "claim",
    "figures": "figure",
    "corrections": "correction",
    "via": "cites the source",
    "by": "says so",
    "participants": "participant",
    "applies to": "applies to it",
}
"""How fields are called where a record stands in them."""
COLUMNS = (
    Column(key="kind", heading="Kind", cell=lambda row: str(row["kind"]), tone=Tone.ASIDE, least=8),
    Column(key="name", heading="Go to", cell=lambda row: str(row["name"]), tone=Tone.NAME, least=16),
    Column(key="as", heading="As", cell=lambda row: ", ".join(ROLES.get(role, role) for role in row["as"]), least=8),
)
ORDER = tuple(
    RecordKind[name] for name in ("ACTOR", "REGION", "SOURCE", "MEASURE", "EVENT", "CLAIM", "FIGURE", "CORRECTION")
)
"""In this order they are listed."""


def references(record: Row) -> dict[str, list[str]]:
    """Give the ids that a record names, each with the roles or fields in which it does."""
    found: dict[str, list[str]] = {}
    for field, value in record.items():
        for name, role in named(value, field):
            roles = found.setdefault(name, [])
            if role not in roles:
                roles.append(role)
    found.pop(record["id"], None)
    return found


def named(value: Any, role: str) -> Iterator[tuple[str, str]]:
    """Find the references inside a value; a participant is named in its role, what is inside others by its field."""
    if isinstance(value, Mapping):
        own = str(value.get("role") or value.get("rel") or role).replace("_", " ")
        if isinstance(value.get("id"), str):
            yield value["id"], own
        for field, part in value.items():
            yield from named(part, own if field in ("actor", "event", "claim", "source") else field.replace("_", " "))
    elif isinstance(value, list | tuple):
        for part in value:
            yield from named(part, role)


def target(row: Row) -> str | None:
    """Give the id of the record that a row of a card is about."""
    if isinstance(row.get("id"), str):
        return str(row["id"])
    for field in ("claim", "event", "figure", "one", "actor", "region", "source", "measure"):
        value = row.get(field)
        if isinstance(value, Mapping) and isinstance(value.get("id"), str):
            return str(value["id"])
    return None


def going(rows: Sequence[Row], roles: Mapping[str, list[str]], shown: Iterable[str]) -> Report:
    """List the records that a record names, except those to which the rest of its card leads already."""
    rest = set(shown)
    listed = [
        {
            "id": row["id"],
            "kind": row["kind"],
            "name": cells.figure(row) if row["kind"] == RecordKind.FIGURE.value else cells.title(row),
            "as": roles[row["id"]],
        }
        for row in rows
        if row["id"] not in rest
    ]
    listed.sort(key=lambda row: ORDER.index(RecordKind(row["kind"])))
    return Report(title="From here", columns=COLUMNS, rows=listed, empty="")
